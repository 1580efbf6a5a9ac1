import {spawnSync} from "node:child_process";
import {Readable} from "node:stream";
import {describe, expect, it} from "vitest";
import {readArticleLines} from "../../loaders/articleLines.js";
import {languageNotes, languageOf} from "../../loaders/articles/language.js";
import {readArticles} from "../../loaders/articles.js";
import {loadTables} from "../../loaders/tables.js";
import {readVocab} from "../../loaders/vocab.js";
import type {Article} from "../../src/waybill/model/figure.js";
import {accountForNumerals, parseText} from "../../src/waybill/parse/parseFigures.js";
import {grain, temporaryFolder, temporarySeeds} from "../temporary.js";
import {readSpecs} from "../waybill/parse/scoreSpecs.js";

const french =
  "Le ministère des Finances a annoncé mardi un plan de 3,4 milliards d'euros pour les usines du nord. Selon la direction, six usines et 1 200 salariés sont concernés, et 45 % des machines seront vendues.";

const foreign: [language: string, text: string][] = [
  ["fr", french],
  [
    "de",
    "Das Werk in Chemnitz lieferte im vergangenen Jahr 2.300 Maschinen im Wert von 1,2 Milliarden Euro aus. Rund 45 Prozent gingen nach Angaben des Verbands an Kunden in China, der Rest blieb in Europa.",
  ],
  [
    "es",
    "La empresa vendió el año pasado 1.500 toneladas de acero por 3,2 millones de euros, según el informe publicado el lunes. El 20 % de las ventas fue a clientes de Turquía y el resto se quedó en España.",
  ],
  [
    "it",
    "L'azienda ha venduto 1.500 tonnellate di acciaio per 3,2 milioni di euro, secondo il rapporto pubblicato lunedì. Circa il 20% delle vendite è andato a clienti turchi, mentre il resto è rimasto in Italia.",
  ],
  [
    "pt",
    "A empresa vendeu no ano passado 1.500 toneladas de aço por 3,2 milhões de euros, segundo o relatório publicado na segunda-feira. Cerca de 20% das vendas foram para clientes na Turquia.",
  ],
  [
    "nl",
    "Het bedrijf verkocht vorig jaar 1.500 ton staal voor 3,2 miljoen euro, blijkt uit het rapport dat maandag verscheen. Ongeveer 20 procent ging naar klanten in Turkije, de rest bleef in Nederland.",
  ],
  [
    "pl",
    "Firma sprzedała w zeszłym roku 1500 ton stali za 3,2 miliona euro, wynika z opublikowanego w poniedziałek raportu. Około 20 procent trafiło do klientów w Turcji, reszta pozostała w kraju.",
  ],
  [
    "sv",
    "Företaget sålde i fjol 1 500 ton stål för 3,2 miljoner euro, enligt rapporten som kom i måndags. Omkring 20 procent gick till kunder i Turkiet och resten stannade i Sverige.",
  ],
  [
    "cs",
    "Firma loni prodala 1500 tun oceli za 3,2 milionu eur, vyplývá ze zprávy zveřejněné v pondělí. Zhruba 20 procent šlo zákazníkům v Turecku, zbytek zůstal doma.",
  ],
  [
    "ro",
    "Compania a vândut anul trecut 1.500 de tone de oțel cu 3,2 milioane de euro, potrivit raportului publicat luni. Aproximativ 20% au mers către clienți din Turcia.",
  ],
  [
    "tr",
    "Şirket geçen yıl 3,2 milyon avroya 1.500 ton çelik sattı. Pazartesi günü yayımlanan rapora göre satışların yaklaşık yüzde 20'si Almanya'daki müşterilere gitti.",
  ],
  [
    "ru",
    "Компания продала в прошлом году 1500 тонн стали на 3,2 миллиона евро, говорится в отчёте, опубликованном в понедельник. Около 20 процентов ушло покупателям из Турции.",
  ],
  [
    "uk",
    "Торік компанія продала 1500 тонн сталі на 3,2 мільйона євро, йдеться у звіті, оприлюдненому в понеділок. Близько 20 відсотків отримали покупці з Туреччини.",
  ],
  [
    "el",
    "Η εταιρεία πούλησε πέρυσι 1.500 τόνους χάλυβα έναντι 3,2 εκατομμυρίων ευρώ, σύμφωνα με την έκθεση που δημοσιεύθηκε τη Δευτέρα. Περίπου το 20% πήγε σε πελάτες στην Τουρκία.",
  ],
  [
    "ar",
    "باعت الشركة العام الماضي 1500 طن من الصلب مقابل 3.2 مليون يورو، وفق التقرير المنشور يوم الاثنين. وذهب نحو 20 في المئة إلى زبائن في تركيا.",
  ],
  [
    "he",
    "החברה מכרה בשנה שעברה 1,500 טון פלדה תמורת 3.2 מיליון אירו, לפי הדוח שפורסם ביום שני. כ-20 אחוז נמכרו ללקוחות בטורקיה.",
  ],
  [
    "zh",
    "该公司去年以320万欧元的价格售出1500吨钢材，据周一公布的报告。约20%卖给了土耳其客户，其余留在国内。",
  ],
  [
    "ja",
    "同社は昨年、鋼鉄1500トンを320万ユーロで販売したと、月曜日に公表された報告書は述べている。約20％はトルコの顧客向けだった。",
  ],
  [
    "ko",
    "이 회사는 지난해 강철 1500톤을 320만 유로에 판매했다고 월요일 발표된 보고서가 밝혔다. 약 20%는 터키 고객에게 갔다.",
  ],
  [
    "hi",
    "कंपनी ने पिछले साल 1500 टन इस्पात 32 लाख यूरो में बेचा, सोमवार को प्रकाशित रिपोर्ट में कहा गया। लगभग 20 प्रतिशत तुर्की के ग्राहकों को गया।",
  ],
  [
    "da",
    "Virksomheden solgte sidste år 1.500 ton stål for 3,2 millioner euro, viser rapporten, som udkom mandag. Omkring 20 procent gik til kunder i Tyrkiet.",
  ],
  [
    "fi",
    "Yhtiö myi viime vuonna 1 500 tonnia terästä 3,2 miljoonalla eurolla, kertoo maanantaina julkaistu raportti. Noin 20 prosenttia meni asiakkaille Turkkiin.",
  ],
  [
    "hu",
    "A cég tavaly 1500 tonna acélt adott el 3,2 millió euróért, derül ki a hétfőn közzétett jelentésből. Mintegy 20 százalék török vevőkhöz került.",
  ],
  [
    "vi",
    "Công ty đã bán 1.500 tấn thép với giá 3,2 triệu euro vào năm ngoái, theo báo cáo công bố hôm thứ Hai. Khoảng 20% được bán cho khách hàng ở Thổ Nhĩ Kỳ.",
  ],
];

describe("languageOf(text)", () => {
  it.each(foreign)("knows %s, in full and in its first sentence", (language, text) => {
    expect(languageOf(text)).toBe(language);
    expect(languageOf(`${text}\n\n${text}\n\n${text}`)).toBe(language);
    if (/\p{Script=Latin}/u.test(text)) expect(languageOf(text.slice(0, 120))).toBe(language);
  });

  it("takes no English sentence, paragraph or report for another language", () => {
    const texts = [
      ...["practice", "daily", "fresh", "hard", "articles"].flatMap((set) =>
        readSpecs(`test/specs/${set}`).map(({spec}) => spec.text),
      ),
      ...readArticles(grain).map(({text}) => text),
    ];
    expect(texts.length).toBeGreaterThan(1000);
    expect(texts.filter((text) => languageOf(text) !== "en")).toEqual([]);
  });

  it("takes a short text for English, unless its letters are not", () => {
    expect(languageOf("Le ministère a annoncé 3,4 milliards.")).toBe("en");
    expect(languageOf("40 crates")).toBe("en");
    expect(languageOf("12 000 000 (2024)")).toBe("en");
    expect(languageOf("")).toBe("en");
    expect(languageOf("中国出口")).toBe("zh");
    expect(languageOf("កម្ពុជាក្រុមហ៊ុនបានលក់ដែក")).toBe("und");
  });

  it("goes by what most of a text is in", () => {
    const english =
      "The ministry announced a plan on Tuesday. It told reporters that 1,200 workers will go. ";
    expect(languageOf(english.repeat(20) + french)).toBe("en");
    expect(languageOf(english.repeat(3) + french.repeat(10))).toBe("fr");
    expect(languageOf(english.repeat(20) + french.repeat(7))).toBe("en");
  });

  it("reads samples of a long text alone", () => {
    expect(languageOf("1,200 ".repeat(300_000) + french)).toBe("fr");
    expect(languageOf(`${french} `.repeat(3000))).toBe("fr");
  });
});

describe("an article that is not English", () => {
  const seeds = {"a.txt": french, "b.txt": "The yard sold 40 crates for $3 million."};

  it("has its numbers listed and none of them read", () => {
    const {articles, figures, numerals, events} = loadTables(temporarySeeds(seeds));
    expect(articles.map(({article_id, language}) => [article_id, language])).toEqual([
      ["a", "fr"],
      ["b", "en"],
    ]);
    expect(figures.map(({article_id}) => article_id)).toEqual(["b", "b"]);
    expect(events).toEqual([]);
    const listed = numerals.filter(({article_id}) => article_id === "a");
    expect(new Set(listed.map(({role}) => role))).toEqual(new Set(["other_language"]));
    expect(listed.map(({exact}) => exact).join("")).toBe(french.match(/\d+/g)?.join(""));
    for (const {start, end, exact} of listed) expect(french.slice(Number(start), Number(end))).toBe(exact);
  });

  it("is what its front matter says, if it says", () => {
    const one = (matter: string, text: string) =>
      readArticles(temporaryFolder({"a.txt": `---\n${matter}\n---\n${text}`}))[0];
    expect(one("language: en-gb", french).language).toBe("en-GB");
    expect(one("language: fr", "Deux navires.").language).toBe("fr");
    expect(one('language: ""', french).language).toBe("fr");
    const vocab = readVocab();
    expect(parseText("It cost $3.", {vocab, language: "en-GB"}).figures).toHaveLength(1);
    expect(parseText("It cost $3.", {vocab, language: "fr"})).toEqual({
      figures: [],
      dates: [],
      numerals: [{start: 9, end: 10, exact: "3", role: "other_language"}],
    });
    expect(accountForNumerals("Six sont venus.", {vocab, language: "fr"})).toEqual([]);
  });

  it("is told in the terminal, and its figures are not printed", () => {
    const root = temporaryFolder(seeds);
    const args = ["--import", "tsx", "loaders/commands/figures.ts", `${root}/a.txt`, `${root}/b.txt`];
    const {status, stdout, stderr} = spawnSync(process.execPath, args, {encoding: "utf8"});
    expect({status, stderr}).toEqual({
      status: 0,
      stderr: `${root}/a.txt: French: its numbers are listed, not read\n`,
    });
    expect(
      stdout
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line).exact),
    ).toEqual(["40 crates", "$3 million"]);
  });

  it("has a line of its own, with the language's name", () => {
    const note = (language: string) => languageNotes([{file: "seeds/a.txt", language}]);
    expect(note("en-GB")).toEqual([]);
    expect(note("pt-BR")).toEqual(["seeds/a.txt: Brazilian Portuguese: its numbers are listed, not read"]);
    expect(note("und")).toEqual([
      "seeds/a.txt: a language that is not recognised: its numbers are listed, not read",
    ]);
  });
});

describe("readArticleLines(stream, name)", () => {
  const read = async (...lines: unknown[]) => {
    const source = lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n");
    const articles: Article[] = [];
    for await (const article of readArticleLines(Readable.from([source]), "corpus")) articles.push(article);
    return articles;
  };
  const text = "Two ships.";

  it("says of each article which language it is in", async () => {
    const articles = await read({text: french}, {text}, {text, language: "de-at"});
    expect(articles.map(({language}) => language)).toEqual(["fr", "en", "de-AT"]);
  });

  it("makes names one line, and texts nothing but text", async () => {
    const [article] = await read({
      text: "Two\0\ud800ships.",
      title: "A\nB\u0007",
      publisher: " ",
      relays: ["A\tB", "", 1],
    });
    expect(article).toMatchObject({
      text: "Two  ships.",
      title: "A B",
      publisher: "unnamed publisher",
      relays: "A B",
    });
  });

  it.each<[line: unknown, problem: string]>([
    [{}, 'lacks "text"'],
    [{text, id: {}}, "id is no text: {}"],
    [{text, id: "a b"}, 'id has a space: "a b"'],
    [{text, id: "a\u0007"}, 'id has a character that does not show: "a"'],
    [{text, published: "2024-02-30"}, 'published is not a date: "2024-02-30" (write YYYY-MM-DD)'],
    [{text, published: "0000-01-01"}, 'published is before there was print: "0000-01-01"'],
    [{text, published: 2024}, 'published is not a date: "2024" (write YYYY-MM-DD)'],
    [{text, language: "French"}, 'language is unknown: "French" (write en, fr, pt-BR, …, as BCP 47 has it)'],
  ])("rejects %j", async (line, problem) => {
    await expect(read({text}, line)).rejects.toMatchObject({message: `corpus:2: ${problem}`});
  });

  it("rejects what is no JSON in one line", async () => {
    await expect(read({text}, "{\u0007")).rejects.toThrow(/^corpus:2: is not JSON: .*$/);
  });

  it("gives the good ones, then tells of all that are none", async () => {
    const source = [{}, {text, id: "a"}, {text, id: "a"}, {text, id: "b"}, {text: 1}].map((line) =>
      JSON.stringify(line),
    );
    const ids: string[] = [];
    const all = (async () => {
      for await (const {article_id} of readArticleLines(Readable.from([source.join("\n")]), "corpus"))
        ids.push(article_id);
    })();
    await expect(all).rejects.toMatchObject({
      message: ['corpus:1: lacks "text"', 'corpus:3: id is taken: "a"', 'corpus:5: lacks "text"'].join("\n"),
    });
    expect(ids).toEqual(["a", "b"]);
  });
});

import {parseHTML} from "linkedom";
import {describe, expect, it} from "vitest";
import {sourcePages} from "../../loaders/site/fragments.js";
import {marginNotes, signOf} from "../../loaders/site/marginNotes.js";
import {statementsOf} from "../../loaders/site/statements.js";
import {loadTables} from "../../loaders/tables.js";
import {sentenceAnchor} from "../../src/waybill/model/sentenceAnchor.js";
import {temporarySeeds} from "../temporary.js";

const text = `Orla sold 40 crates of bolts to Kenya on 3 May 2023, the port said.

It was the second sale. Orla denies that it sold any bolts.
`;
const matter = (more = ""): string =>
  `---\ntitle: Bolts for Kenya\npublisher: The Paper\nrelays: [An agency, The Courier]\npublished: 2023-05-04\n${more}---\n\n${text}`;

const notes = `published_basis: inferred
original: none.txt
sha256: ${"a".repeat(64)}
remarks:
  - kind: implausible
    quote: second sale
    what: Nobody knows of a first
caveats:
  - quote: Orla denies
    what: The seller denies it
`;

function pageOf(source: string, chartIds: (figures: string[]) => string[] = () => []) {
  const tables = loadTables(temporarySeeds({"bolts.md": source}));
  const ids = chartIds(tables.figures.map(({figure_id}) => figure_id));
  const charts = ["bar", "dots"].map((id) => ({
    chart: {id, title: () => `Chart ${id}`},
    rows: [{stands_on: ids.join(" ")}],
  }));
  const pages = sourcePages(tables, statementsOf(tables), (ids.length > 0 ? charts : []) as never);
  const html = pages.get("sources/bolts.html")!;
  return {
    tables,
    html,
    list: pages.get("sources/index.html")!,
    document: parseHTML(`<html><body>${html}</body></html>`).document,
  };
}

const wordsOf = (element: Element | null): string => (element?.textContent ?? "").replace(/\s+/g, " ").trim();

describe("the page of an article", () => {
  it("says at its top that it is our note, and that the report's address is not known", () => {
    const {document} = pageOf(matter(notes));
    expect(wordsOf(document.querySelector(".source-kind"))).toMatch(
      /^This is our note on the report, not the report itself\..*The address of the report itself is not known\.$/,
    );
  });

  it("says that it is the report itself where no original stands behind it, and links it", () => {
    const {document} = pageOf(matter("url: https://example.org/bolts\n"));
    const kind = document.querySelector(".source-kind")!;
    expect(wordsOf(kind)).toMatch(/^This is the text of the report itself\./);
    expect(kind.querySelector("a")!.getAttribute("href")).toBe("https://example.org/bolts");
  });

  it("says that nobody says which, where neither an original nor an address tells", () => {
    const {document} = pageOf(matter());
    expect(wordsOf(document.querySelector(".source-kind"))).toMatch(
      /^Nobody says whether this is the report itself or a note on it\..*Its address is not known\.$/,
    );
  });

  it("explains a headline in brackets and a publisher without a name, and nothing where there is neither", () => {
    const strange = matter(notes)
      .replace("title: Bolts for Kenya", 'title: "[Bolts for Kenya]"')
      .replace("The Paper", "unnamed site");
    const {document, list} = pageOf(strange);
    expect(wordsOf(document.querySelector(".source-kind"))).toMatch(/brackets because.*“unnamed site” means/);
    expect(list).toContain("A headline in brackets is ours");
    const plain = pageOf(matter(notes));
    expect(wordsOf(plain.document.querySelector(".source-kind"))).not.toMatch(/brackets|means that/);
    expect(plain.list).not.toMatch(/brackets|Unnamed/);
  });

  it("tells through whose hands the report came, and how its date is known", () => {
    const {document, list} = pageOf(matter(notes));
    const citation = wordsOf(document.querySelector(".citation"));
    expect(citation).toContain("by The Courier; passed on by An agency, then The Paper");
    expect(citation).toContain("4 May 2023, worked out: the report gives none");
    expect(citation).toContain("English");
    expect(list).toContain("An agency, which relays The Courier");
    expect(
      wordsOf(pageOf(matter("published_basis: stated\n")).document.querySelector(".citation")),
    ).toContain("4 May 2023, stated in the report");
  });

  it("marks each figure with its kind and standing, and leaves the text as it is", () => {
    const {document} = pageOf(matter(notes));
    const mark = document.querySelector("mark.figure")!;
    expect(mark.textContent).toBe("40 crates");
    expect(mark.getAttribute("data-label")).toBe("count, delivered");
    for (const margin of document.querySelectorAll(".margin")) margin.remove();
    expect(wordsOf(document.querySelector(".source-text"))).toBe(text.replace(/\s+/g, " ").trim());
  });

  it("gives every sentence a name, and puts each figure into its own", () => {
    const {document} = pageOf(matter(notes));
    const sentences = [...document.querySelectorAll(".sentence")];
    expect(sentences.map(({id}) => id)).toEqual(
      sentences.map((sentence) => sentenceAnchor(sentence.textContent!)),
    );
    expect(sentences).toHaveLength(3);
    expect(document.querySelector("mark")!.closest(".sentence")).toBe(sentences[0]);
  });

  it("puts a note beside the paragraph whose words it is about", () => {
    const {document} = pageOf(matter(notes));
    const passage = document.querySelector(".passage")!;
    expect(wordsOf(passage.querySelector("p"))).toMatch(/^It was the second sale/);
    expect([...passage.querySelectorAll(".margin li")].map(wordsOf)).toEqual([
      "a Implausible. Nobody knows of a first.",
      "b The other side. The seller denies it.",
    ]);
    for (const sign of ["a", "b"]) {
      expect(passage.querySelector(`#words-${sign}`)!.getAttribute("href")).toBe(`#note-${sign}`);
      expect(passage.querySelector(`#note-${sign} a`)!.getAttribute("href")).toBe(`#words-${sign}`);
    }
  });

  it("lists the numbers that are no figures with their reasons, folded up, each with its place", () => {
    const {document} = pageOf(matter(notes));
    const aside = document.querySelector("details.aside")!;
    expect(aside.hasAttribute("open")).toBe(false);
    expect([...aside.querySelectorAll("dt")].map(wordsOf)).toContain("Dates");
    for (const link of aside.querySelectorAll("a")) {
      const target = document.getElementById(link.getAttribute("href")!.slice(1));
      expect(target!.textContent).toBe(link.textContent);
    }
    expect(aside.querySelectorAll("a").length).toBeGreaterThan(2);
  });

  it("names each chart that uses it once, however many figures it uses", () => {
    const {document} = pageOf(matter(notes), (ids) => ids);
    expect([...document.querySelectorAll("#charts + ul a")].map(wordsOf)).toEqual([
      "Chart bar",
      "Chart dots",
    ]);
    expect(document.querySelectorAll("mark.is-charted")).toHaveLength(1);
    const unused = pageOf(matter(notes)).document;
    expect(wordsOf(unused.querySelector("#charts + p"))).toBe("None does.");
    expect(unused.querySelectorAll("mark.is-charted")).toHaveLength(0);
  });
});

describe("marginNotes(tables)", () => {
  it("puts a remark against another article beside the words of both", () => {
    const seeds = temporarySeeds({
      "a.md": `---\ntitle: A\npublisher: P\nremarks:\n  - kind: date_conflict\n    quote: in May\n    against: "b: in June"\n    what: Not one month\n---\n\nOrla sold 40 crates in May.\n`,
      "b.md": "---\ntitle: B\npublisher: Q\n---\n\nIt sold 30 boxes of nails in June.\n",
    });
    const tables = loadTables(seeds);
    const found = marginNotes(tables);
    const wordsBefore = (id: string): string => {
      const {text: own} = tables.texts.find(({article_id}) => article_id === id)!;
      return own.slice(0, found.get(id)!.find(({label}) => label === "Dates conflict")!.at!).trim();
    };
    expect(wordsBefore("a")).toBe("Orla sold 40 crates in May");
    expect(wordsBefore("b")).toBe("It sold 30 boxes of nails in June");
  });
});

describe("signOf(n)", () => {
  it.each([
    [0, "a"],
    [25, "z"],
    [26, "aa"],
    [27, "ab"],
    [51, "az"],
    [52, "ba"],
  ])("%i is %s", (n, sign) => expect(signOf(n)).toBe(sign));
});

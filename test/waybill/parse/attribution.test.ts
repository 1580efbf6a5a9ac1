import {describe, expect, it} from "vitest";
import {grammar} from "../../../loaders/grammar.js";
import {readVocab} from "../../../loaders/vocab.js";
import {parseFigures} from "../../../src/waybill/parse/parseFigures.js";
import {growthOf, superlinear} from "../../growth.js";

const vocab = readVocab();
const read = (text: string) =>
  parseFigures(text, {vocab, grammar, published: "2024-11-20"}).filter(({kind}) => kind !== "age");

describe("said_by", () => {
  it.each([
    [
      "Ministry of Trade data show that exports of pumps to Norway reached $41 million in the spring.",
      "Ministry of Trade data",
    ],
    ["Peru accused Chile of letting in “90 trawlers and 300 divers”.", "Peru"],
    [
      "The usual price, said a 33-year-old Somali who crossed in May, is $3,900 to Malta.",
      "33-year-old Somali",
    ],
    ["The Central Bank lifted its forecast for growth to 2.4% from 2.1%.", "Central Bank"],
    ["Pumps worth 60 million yen went to Peru last year, the Osaka Mirai daily reported.", "Osaka Mirai"],
    ["Rabat points out that Spanish canners landed 900 tonnes last year.", "Rabat"],
    ["“I carried 9 kilos. Nobody checked,” the courier with the initials D.K. said in court.", "D.K."],
    [
      "The EU panel's first report says that a Maltese company, Gozo Freight, paid Naples-based Riva Air €2m for 30 flights.",
      "EU panel",
    ],
    ["Tidewatch counts 31 tankers at anchor, nearly double the level in May.", "Tidewatch"],
    [
      "“We have 300 beds,” Dr. Anna Holm, the hospital's head of intensive care, said on Tuesday.",
      "Anna Holm",
    ],
    ['"We lost 300 sheep," said farmer Tom Ward. "It will take us five years."', "Tom Ward"],
    [
      '"We lost 300 sheep," said Tom Ward, 58, a farmer. "It will take us five years to recover."',
      "Tom Ward",
    ],
    ["The council will cut 40 jobs, its chief executive, Maria Lund, told staff in an email.", "Maria Lund"],
    [
      "According to a report published on Monday by the Audit Office, 30 schools lack heating.",
      "Audit Office",
    ],
    [
      "Some 30 schools lack heating, according to a report published on Monday by the Audit Office. A further 12 have no running water.",
      "report",
    ],
    [
      "Figures from the Office for National Statistics show that 1.2 million people were out of work.",
      "Office for National Statistics",
    ],
    ["Data released on Monday showed exports fell 4% in May.", "data"],
    ["Customs records seen by the paper show 63 shipments reached the plant.", "customs records"],
    ["In a statement on Friday, the company said it had repaid $40 million.", "company"],
    ["The minister's spokesman, Ali Haddad, denied that 200 people had died.", "Ali Haddad"],
    ["Officials put the death toll at 45.", "officials"],
    ["At least 45 people died, officials said. Another 120 were injured.", "officials"],
    ["Police: 12 dead in bus crash", "police"],
    ["12 dead in bus crash – police", "police"],
    ["Bridge repair to cost 40 million: mayor", "mayor"],
    ["Rail strike cost firms £40m, says CBI", "CBI"],
    ["Anna Holm, who heads the inquiry, said 40 witnesses had come forward.", "Anna Holm"],
    ["The mayor, asked about the delay, said it had cost the city $3 million.", "mayor"],
    ["Ukraine's general staff said Russia had lost 1,100 soldiers.", "general staff"],
    ["'We paid 400 euros each,' Yusuf, a migrant from Sudan, told AFP.", "Yusuf"],
    ["Maria Lund had been in the queue since dawn. “We waited nine hours,” she said.", "Maria Lund"],
    ["The indictment alleges that Mr Roe took $2 million in bribes.", "indictment"],
    ["Mr Roe took $2 million in bribes, the indictment alleges.", "indictment"],
    ["The study, published in Nature, found that 40% of species had declined.", "study"],
    ["Researchers found that 40% of species had declined.", "researchers"],
    ["Researchers at Leeds University found that 40% of species had declined.", "Researchers"],
    ["The lawyer was blunt: “My client is owed 400,000 euros.”", "lawyer"],
    ["Economists polled by Reuters had expected growth of 2%.", "Economists"],
    ["Growth beat the 2.8% forecast by economists.", "economists"],
    [
      '"I have 40 goats left," says Amina Diallo, sitting outside her hut in Kayes. "Last year I had 200."',
      "Amina Diallo",
    ],
    ["People familiar with the talks said the price was $40 a share.", "people familiar"],
    ["People close to the family put their fortune at $2bn.", "people close"],
    [
      "The firm owes its suppliers $40m, a person with knowledge of the matter said.",
      "person with knowledge",
    ],
    ["Lund said: “We have 40 beds.\n\n“And we need 60 of them for patients from the north.”", "Lund"],
    [
      "The rocket flew 40 kilometres, the South Korean military said, adding that it fell in the sea.",
      "South Korean military",
    ],
    ["Its sales rose 4% to $2bn, the firm reported on Tuesday.", "firm"],
    ["The IMF expects the economy to shrink by 2% this year.", "IMF"],
    ["The paper reported that 40 tanks were sent, citing two officials.", "two officials"],
    ["Neither side will budge, and Mr Varga reckons the strike has cost 3 million euros.", "Varga"],
    ["The strike has cost 3 million euros, Mr Varga reckons, and will cost more.", "Varga"],
    ["A spokesperson for the airline said 40 flights had been cancelled.", "spokesperson for the airline"],
    ["The court heard that Mr Low had stolen £40,000.", "court"],
    ["Prosecutors say he sold 40 pistols to the gang.", "prosecutors"],
    ["Mr Low sold 40 pistols to the gang, prosecutors in Milan say.", "prosecutors"],
    [
      "The report by the Dutch agency says 40 ships were involved. They carried 2 million barrels.\n\nThirty of the ships were insured in London.",
      "report",
    ],
    ["“We will plant 12,000 oaks before winter.” — Tilda Marsh, forestry chief", "Tilda Marsh"],
    ["“Nobody helped the 40 families.”\n— Jon Vale, a neighbour", "Jon Vale"],
    ["They burnt 46 sheds, according to what fire chief Olek Baran told the assembly.", "Olek Baran"],
    ["“And nine nurses,” grumbled her deputy, Tom Ros.", "Tom Ros"],
    ["“And nine nurses,” sighed Ada Lind.", "Ada Lind"],
    ["The mayor of Trell has called for a 4 percent levy on hotel beds.", "mayor of Trell"],
    ["The airline agreed to pay $40 million.", "airline"],
    ["A judge ordered the owner to repay 300 savers.", "judge"],
    ["Wanderers have agreed to sell him for £34m, the club said.", "club"],
    ["A March survey by Orla Research had Denn ahead of Vasko by 44% to 39%.", "survey by Orla Research"],
    ["A YouGov poll put the Tories on 22%.", "YouGov poll"],
    ["Tax returns show he paid $750 in 2016.", "Tax returns"],
    ["Customs data show 40 lathes arrived. In May the plant also received 12 lathes.", "Customs data"],
    ["In a survey of nurses, 40% had thought of leaving.", "survey"],
    ["At least 45 people died, officials said. Of the total, 12 were children.", "officials"],
  ])("of %j is %s", (text, speaker) => {
    const figures = read(text);
    expect(figures.length).toBeGreaterThan(0);
    for (const figure of figures) expect(figure.said_by?.toLowerCase()).toContain(speaker.toLowerCase());
  });

  it.each([
    "“It is a disgrace. We waited nine hours,” he said.",
    "Police found 40 kilos of cocaine in the van.",
    "Volunteers found 40 kilos of rubbish on the beach.",
    "Nickel added 0.8% and zinc gained 2%.",
    "The company added 40 shops last year.",
    "Kosovo recorded 40 goals in the qualifiers.",
    "The deal announced on Friday is worth $4 billion.",
    'Asked how many, she said: "About 40 of them."',
    "The bank is expected to cut 400 jobs.",
    "The ship was said to be carrying 40 containers of arms.",
    "The ministry did not say how many of the 40 planes were airworthy.",
    "The slogan “Forty beds” pleased Ada Lind.",
    "The state calls for peace, but China supplies it with $100 million of arms.",
    "The army ordered 40 tanks.",
    "Ada called 40 times, and the firm had 40 shops.",
    "“We will not sell,” Marek said to cheers from 600 dockers.",
    "Weir has money, election filings show. The committee later sent $340,000 to the county party.",
    "The minister spoke, officials said. The town has 12 pubs.",
  ])("is nobody in %j", (text) => {
    for (const figure of read(text)) expect(figure.said_by).toBeNull();
  });

  it.each(["“", '" said ', "said, ", "according to ", "X, ", "(", "its forecast "])(
    "costs linear time on %j, again and again",
    (piece) => {
      const growth = growthOf(1500, (times) => {
        const text = `${piece.repeat(times)} 40 tonnes`;
        return () => parseFigures(text, {vocab, grammar});
      });
      expect(growth).toBeLessThan(superlinear);
    },
  );
});

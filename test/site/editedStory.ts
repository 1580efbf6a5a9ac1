import {cpSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import path from "node:path";
import type {Ask} from "../../loaders/site/worker.js";
import {seededRandom} from "../bench/synthetic.js";

/** An edit of a story, in words, and what the preview asks its worker for after it. */
export interface Edit {
  what: string;
  ask: Ask;
}

const goods = ["herring", "cod", "salt", "rope", "barrels"];
const towns = ["Halvik", "Norddal", "Sorvik"];
const papers = ["The Skerry Times", "Nordly Post", "The Halvik Gazette"];
const firms = [
  "Halvik fish plant",
  "Ardel Shipping Ltd",
  "Ardel Shipping",
  "Bredykhin Foods",
  "Bredikhin Foods",
];

/** Edits a copy of the invented story at random, always the same for a seed, and keeps it one that can be edited on. */
export class EditedStory {
  private readonly random: () => number;
  /** Articles, by their file names, whether they are sound or not. */
  private readonly articles = new Map<string, string>();
  private readonly sound = new Map<string, string>();
  private made = 0;

  constructor(
    readonly folder: string,
    seed: number,
  ) {
    this.random = seededRandom(seed);
    cpSync("test/input/harbour", folder, {recursive: true});
    for (const name of ["landings.md", "strike.txt"])
      this.articles.set(name, readFileSync(path.join(folder, "seeds", name), "utf8"));
    for (let n = 0; n < 3; n++) this.write(`first-${n}.md`, this.article());
    this.derive();
  }

  /** Makes one edit. In as many as there are kinds each of them comes once, in any order. */
  edit(): Edit {
    if (this.ahead.length === 0) this.ahead = this.shuffled(this.kinds());
    return this.ahead.pop()!();
  }

  private ahead: (() => Edit)[] = [];

  private shuffled<T>(items: readonly T[]): T[] {
    return items
      .map((item) => ({item, at: this.random()}))
      .sort((a, b) => a.at - b.at)
      .map(({item}) => item);
  }

  private kinds(): (() => Edit)[] {
    return [
      () =>
        this.ofSeeds("change", (name) => this.write(name, this.withOtherNumber(this.articles.get(name)!))),
      () =>
        this.ofSeeds("change", (name) => this.write(name, this.withOtherNumber(this.articles.get(name)!))),
      () => this.ofSeeds("review", (name) => this.write(name, this.reviewed(this.articles.get(name)!))),
      () => this.add(this.article()),
      () =>
        this.add(
          this.pick([...this.articles.values()]).replace(/^publisher: .*$/m, "publisher: The Copyist"),
        ),
      () => this.ofSeeds("remove", (name) => this.remove(name)),
      () => this.ofSeeds("rename", (name) => this.rename(name)),
      () => this.ofSeeds("break", (name) => this.spoil(name)),
      () => this.mend(),
      () => this.derive(),
      () => this.addParty(),
      () => this.addParty(),
      () => this.addGoods(),
      () => this.changeBlock(),
      () => this.changeChart(),
    ];
  }

  private pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.random() * from.length)];
  }

  private number(): string {
    return (10 + Math.floor(this.random() * 9000)).toLocaleString("en-US");
  }

  private article(): string {
    const [thing, town, firm] = [this.pick(goods), this.pick(towns), this.pick(firms)];
    const relays = this.random() < 0.3 ? `relays: ${this.pick(papers)}\n` : "";
    return `---
title: ${thing} at ${town}, ${this.number()}
publisher: ${this.pick(papers)}
published: 2023-0${1 + Math.floor(this.random() * 9)}-11
${relays}---
${firm} sold ${this.number()} tonnes of ${thing} to Portugal in 2022, the harbour office at ${town} said on 3 May. It paid more than $${this.number()} million for ${this.number()} ${this.pick(goods)} in ${this.number()} shipments. Boats landed 4,200 tonnes of herring at Halvik in 2022.
`;
  }

  private ofSeeds(what: string, act: (name: string) => void): Edit {
    if (this.articles.size === 0) return this.add(this.article());
    const name = this.pick([...this.articles.keys()]);
    act(name);
    return {what: `${what} ${name}`, ask: "seeds"};
  }

  private write(name: string, text: string): void {
    this.articles.set(name, text);
    writeFileSync(path.join(this.folder, "seeds", name), text);
  }

  private withOtherNumber(text: string): string {
    const found = [...text.matchAll(/\b\d[\d,]* (?=tonnes|shipments|workers|million)/g)];
    if (found.length === 0) return `${text}\nIt took ${this.number()} days.\n`;
    const {0: old, index} = this.pick(found);
    return `${text.slice(0, index)}${this.number()} ${text.slice(index + old.length)}`;
  }

  private reviewed(text: string): string {
    const [, count] = /(\b[\d,]+) (?:tonnes|workers)/.exec(text) ?? [];
    if (!count || !text.startsWith("---\n") || text.includes("\nreview:")) return this.withOtherNumber(text);
    const cells = this.pick([
      "qualifier: about",
      "thing: what was landed",
      'same_as: "landings: landed # tonnes"',
    ]);
    return text.replace(/\n---\n/, `\nreview:\n  - quote: "${count}"\n    ${cells}\n---\n`);
  }

  private add(text: string): Edit {
    const name = `more-${++this.made}.md`;
    this.write(name, text);
    return {what: `add ${name}`, ask: "seeds"};
  }

  private remove(name: string): void {
    this.articles.delete(name);
    this.sound.delete(name);
    rmSync(path.join(this.folder, "seeds", name));
  }

  private rename(name: string): void {
    const to = `renamed-${++this.made}${path.extname(name)}`;
    this.articles.set(to, this.articles.get(name)!);
    const sound = this.sound.get(name);
    if (sound !== undefined) this.sound.set(to, sound);
    this.articles.delete(name);
    this.sound.delete(name);
    renameSync(path.join(this.folder, "seeds", name), path.join(this.folder, "seeds", to));
  }

  private spoil(name: string): void {
    const text = this.articles.get(name)!;
    if (!this.sound.has(name)) this.sound.set(name, text);
    this.write(
      name,
      this.pick([
        "",
        text.replace("publisher:", "publsher:"),
        text.replace(/\n---\n/, '\nreview:\n  - quote: "no such words"\n    qualifier: about\n---\n'),
      ]),
    );
  }

  private mend(): Edit {
    const [name] = this.sound.keys();
    if (name === undefined) return this.add(this.article());
    this.write(name, this.sound.get(name)!);
    this.sound.delete(name);
    return {what: `mend ${name}`, ask: "seeds"};
  }

  private derive(): Edit {
    const quote = this.pick(["landed # tonnes", "# tonnes of cod", "no such words"]);
    const derived = `- id: part
  about: Part of the catch
  formula: a / b
  unit: fraction
  inputs:
    a: "landings: ${quote}"
    b: "landings: landed # tonnes"
`;
    const file = path.join(this.folder, "seeds/derived.yaml");
    if (this.random() < 0.2) rmSync(file, {force: true});
    else writeFileSync(file, derived);
    return {what: `derive from “${quote}”`, ask: "seeds"};
  }

  private addParty(): Edit {
    const firm = this.pick(firms);
    this.addLine(
      "parties.csv",
      `${firm},${this.pick(["Ardel Shipping Company", firm])},company,${this.pick(["Norway", "Peru"])}`,
    );
    return {what: `party ${firm}`, ask: "seeds"};
  }

  private addGoods(): Edit {
    const term = this.pick(goods);
    this.addLine("goods.csv", `${term},${this.pick(["fish", "gear"])}`);
    return {what: `goods ${term}`, ask: "seeds"};
  }

  private addLine(name: string, line: string): void {
    const file = path.join(this.folder, "seeds/vocab", name);
    const [head, ...rows] = readFileSync(file, "utf8").trim().split("\n");
    const [key] = line.split(",");
    const others = rows.filter((row) => !row.startsWith(`${key},`));
    writeFileSync(file, `${[head, ...others, line].join("\n")}\n`);
  }

  private changeBlock(): Edit {
    const file = path.join(this.folder, "src/index.md");
    const of = this.pick(["kind = 'mass'", "kind = 'money'", "goods = 'fish'", "kind = 'nothing'", "no SQL"]);
    const text = readFileSync(file, "utf8")
      .replace(/^of: .*$/m, `of: ${of}`)
      .replace(/\nTold: .*\n/, "\n");
    const call = this.pick(["landings: landed # tonnes", "landings: # tonnes of cod", "nowhere: 1"]);
    writeFileSync(file, `${text.trimEnd()}\n\nTold: \${figure("${call}")}\n`);
    return {what: `block of ${of}, figure ${call}`, ask: "pages"};
  }

  private changeChart(): Edit {
    const file = path.join(this.folder, "src/charts/sums.ts");
    const title = `Sums, ${this.number()}`;
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replace(/^ {2}title: .*$/m, `  title: () => ${JSON.stringify(title)},`));
    return {what: `chart called ${title}`, ask: "charts"};
  }
}

import {sqlName} from "../../../waybill/model/escape.js";
import {resultTable} from "../../../waybill/page/sql/resultTable.js";
import {firstWord, splitStatements} from "../../../waybill/page/sql/splitStatements.js";
import {create} from "../../create.js";
import {Engine, type Result, SqlError} from "./Engine.js";
import {type Editor, openEditor} from "./editor.js";
import {readOwn} from "./readOwn.js";
import {takeResult} from "./takeResult.js";

export interface PanelOptions {
  /** The site's root. */
  root: URL;
  tables: readonly string[];
  /** SQL to begin with, and whether it is run at once: a shared query. */
  sql: string | null;
  /** Called with what is run, for the address. */
  onRun: (sql: string) => void;
}

const megabyte = 1_000_000;
const historyKey = "waybill.sql";
const mostHistory = 30;

/** Milliseconds after an answer in which a reader may ask again. */
const quiet = 500;

/** Brings the part of the page that asks in SQL to life: editor, buttons, progress, results. */
export class Panel {
  private readonly editor: Editor;
  private engine: Promise<Engine> | null = null;
  /** The one whose names the editor knows. */
  private taught: Promise<Engine> | null = null;
  private readonly status: HTMLElement;
  private readonly progress: HTMLProgressElement;
  private readonly results: HTMLElement;
  private readonly stop: HTMLButtonElement;
  private runs = 0;

  constructor(
    private readonly place: HTMLElement,
    private readonly options: PanelOptions,
  ) {
    const find = <E extends Element>(selector: string): E => place.querySelector<E>(selector)!;
    this.status = find(".sql-status");
    this.progress = find("progress");
    this.results = find(".sql-results");
    this.stop = find("[data-sql=stop]");
    // The database is under way while the editor is made.
    if (options.sql) this.start().catch(() => {});
    const examples = [...place.querySelectorAll<HTMLElement>(".sql-examples button")];
    const first = options.sql ?? examples[0]?.dataset.example ?? "";
    this.editor = openEditor(find(".sql-editor"), first, () => void this.run());
    find<HTMLElement>(".sql-tools").hidden = false;
    for (const button of examples)
      button.addEventListener("click", () => {
        this.editor.setText(button.dataset.example!);
        void this.run();
      });
    find("[data-sql=run]").addEventListener("click", () => void this.run());
    find("[data-sql=format]").addEventListener("click", () => void this.format());
    this.stop.addEventListener("click", () => void this.engine?.then((engine) => engine.cancel()));
    this.offerHistory(find("[data-sql=history]"));
    this.takeFiles(find("[data-sql=file]"));
    if (options.sql) void this.run();
    else this.editor.focus();
  }

  /** Runs what stands in the editor, and shows what each statement gives. */
  async run(): Promise<void> {
    const sql = this.editor.text();
    if (firstWord(sql) === "") return this.say("There is nothing to run.");
    const number = ++this.runs;
    this.editor.mark(null);
    this.results.replaceChildren();
    remember(sql);
    this.options.onRun(sql);
    try {
      const engine = await this.start();
      if (number !== this.runs) return;
      this.stop.hidden = false;
      this.say("Running …");
      const from = performance.now();
      const count = splitStatements(sql).length;
      await engine.run(sql, (result) => {
        if (number === this.runs) this.showResult(result, count > 1);
      });
      if (number !== this.runs) return;
      const time = ((performance.now() - from) / 1000).toFixed(2);
      this.say(`${count === 1 ? "Done" : `${count} statements`}, ${time} s`);
    } catch (error) {
      const isLost = !(error instanceof SqlError) && (await this.giveUp());
      const more = isLost ? " The next query starts the database anew, without tables of your own." : "";
      if (number === this.runs)
        this.fail(more ? new Error(`${(error as Error).message}.${more}`) : (error as Error));
    } finally {
      if (number === this.runs) this.hideStop();
    }
    setTimeout(() => void this.teach(number), quiet);
  }

  /** Teaches the editor what the database knows by name, when nobody has asked it anything since. */
  private async teach(number: number): Promise<void> {
    const {engine} = this;
    if (engine === this.taught || number !== this.runs) return;
    this.taught = engine;
    const known = await engine?.then((started) => started.vocabulary()).catch(() => null);
    if (known) this.editor.teach(known);
  }

  // What took Stop away must not take the keyboard's place with it.
  private hideStop(): void {
    const hadFocus = document.activeElement === this.stop;
    this.stop.hidden = true;
    if (hadFocus) this.editor.focus();
  }

  /** Ends a database in which our tables could not be made whole; the next query starts another. Returns whether one ran. */
  private async giveUp(): Promise<boolean> {
    const {engine} = this;
    this.engine = null;
    const known = await engine?.catch(() => null);
    known?.terminate();
    return Boolean(known);
  }

  private fail(error: Error): void {
    this.say("");
    const problem = create("p", "problem", error.message);
    problem.setAttribute("role", "alert");
    this.results.append(problem);
    if (error instanceof SqlError && error.position !== null)
      this.editor.mark({position: error.position, message: error.message});
  }

  private showResult(result: Result, isOneOfSeveral: boolean): void {
    if (result.columns.length === 0 || (result.total === 0 && result.arrow === null)) return;
    const line = result.statement.replace(/\s+/g, " ");
    const title = create("h3", "sql-title", line.length > 80 ? `${line.slice(0, 79)}…` : line);
    this.results.append(
      create("section", "", ...(isOneOfSeveral ? [title] : []), resultTable(result), takeResult(result)),
    );
  }

  /** Starts the engine once, with what is loaded of it told in megabytes. Throws a clear word where it cannot run. */
  private start(): Promise<Engine> {
    this.engine ??= this.load().catch((error: Error) => {
      this.engine = null;
      throw new Error(`The database cannot run here: ${error.message}`);
    });
    return this.engine;
  }

  private async load(): Promise<Engine> {
    const {root, tables} = this.options;
    const total = Number(this.place.dataset.bytes);
    this.progress.max = total;
    this.progress.hidden = false;
    this.say("Starting the database …");
    try {
      if (typeof WebAssembly === "undefined") throw new Error("this browser has no WebAssembly");
      const engine = await Engine.start(
        {
          wasm: new URL("lib/duckdb-eh.wasm", root),
          worker: new URL("lib/database.js", root),
          tables: new Map(tables.map((name) => [name, new URL(`data/${name}.arrow`, root)])),
        },
        (bytes) => {
          this.progress.value = Math.min(bytes, total);
          const [loaded, all] = [bytes, total].map((size) => (size / megabyte).toFixed(0));
          this.say(`Loading the database: ${loaded} of ${all} MB`);
        },
      );
      return engine;
    } finally {
      this.progress.hidden = true;
    }
  }

  private async format(): Promise<void> {
    const {formatDialect, duckdb} = await import("sql-formatter");
    try {
      this.editor.setText(formatDialect(this.editor.text(), {dialect: duckdb, keywordCase: "upper"}));
    } catch {
      this.say("What stands there is no SQL that can be put in order.");
    }
  }

  private offerHistory(select: HTMLSelectElement): void {
    const fill = (): void =>
      select.replaceChildren(
        new Option("Earlier queries", ""),
        ...history().map((sql) => new Option(sql.replace(/\s+/g, " ").slice(0, 80), sql)),
      );
    fill();
    select.addEventListener("focus", fill);
    select.addEventListener("change", () => {
      if (select.value) this.editor.setText(select.value);
      select.value = "";
    });
  }

  private takeFiles(input: HTMLInputElement): void {
    const take = async (files: Iterable<File>): Promise<void> => {
      for (const file of files)
        try {
          const engine = await this.start();
          this.say(`Reading ${file.name} …`);
          const name = await readOwn(file, engine, this.options);
          this.editor.teach(await engine.vocabulary());
          this.editor.setText(`SELECT *\nFROM ${sqlName(name)}\nLIMIT 100`);
          await this.run();
          this.say(`${file.name} is the table ${name}. It stays in this browser.`);
        } catch (error) {
          this.results.replaceChildren();
          this.fail(new Error(`${file.name}: ${(error as Error).message}`));
        }
    };
    input.addEventListener("change", () => {
      const files = [...(input.files ?? [])];
      // The same file, changed since, can be chosen again.
      input.value = "";
      void take(files);
    });
    this.place.addEventListener("dragover", (event) => event.preventDefault());
    this.place.addEventListener("drop", (event) => {
      event.preventDefault();
      void take(event.dataTransfer?.files ?? []);
    });
  }

  private say(words: string): void {
    this.status.textContent = words;
  }
}

function history(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(historyKey) ?? "[]");
    return Array.isArray(kept) ? kept.filter((sql) => typeof sql === "string") : [];
  } catch {
    return [];
  }
}

function remember(sql: string): void {
  try {
    const kept = [sql, ...history().filter((other) => other !== sql)].slice(0, mostHistory);
    localStorage.setItem(historyKey, JSON.stringify(kept));
  } catch {
    // A browser that keeps nothing still answers.
  }
}

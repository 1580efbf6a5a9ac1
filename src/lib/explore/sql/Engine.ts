import {AsyncDuckDB, type AsyncDuckDBConnection, VoidLogger} from "@duckdb/duckdb-wasm";
import {tableToIPC} from "apache-arrow";
import {sqlName} from "../../../waybill/model/escape.js";
import {
  beginningOf,
  beginningQuery,
  type ResultRows,
  rowsQuery,
} from "../../../waybill/page/sql/resultTable.js";
import {
  firstWord,
  isQuery,
  keptAs,
  type Statement,
  splitStatements,
} from "../../../waybill/page/sql/splitStatements.js";
import {csvShape} from "./csvShape.js";
import {harmlessQuery, plainQuery} from "./replacing.js";

/** What one statement gave. */
export interface Result extends ResultRows {
  statement: string;
  /** Returns all of it as an Arrow stream, with DuckDB's types; null where the statement gave no table. */
  arrow: (() => Promise<Uint8Array>) | null;
  /** Returns the same with words for what plain files have no likeness of: 01:02:03, 1 day, a whole number of 39 digits. */
  plainArrow: (() => Promise<Uint8Array>) | null;
  /** Returns all of it as CSV, as DuckDB writes it, and no words in it that a spreadsheet would run. */
  csv: (() => Promise<Uint8Array>) | null;
}

/** What a database knows by name; of tables their columns. */
export interface Vocabulary {
  keywords: string[];
  types: string[];
  functions: string[];
  tables: Record<string, string[]>;
}

/** What is wrong with SQL, and where in it. */
export class SqlError extends Error {
  constructor(
    message: string,
    /** Position in the text that was run, in UTF-16 units; null where DuckDB does not say. */
    readonly position: number | null,
  ) {
    super(message);
    this.name = "SqlError";
  }
}

export interface Sources {
  wasm: URL;
  worker: URL;
  /** The address of each table as an Arrow stream, by its name. */
  tables: ReadonlyMap<string, URL>;
}

// The worker puts a statement on its stack, and the page is gone with one that has no room there.
const longestSql = 40_000;

// So it is with expressions: at some 170 within each other the page is gone, where DuckDB allows 1000.
const deepest = 100;

// Results stand apart from what the reader sees and names.
const results = "waybill_results";

/**
 * DuckDB in a worker of the page, with the site's tables in it. Our tables are a
 * copy that is made whole after every statement that may have changed one, so
 * whatever a reader runs, the next query finds them as they are. What a reader
 * creates beside them stays until the page is left.
 */
export class Engine {
  /** The connection on which a reader's statement runs now. */
  private sending: AsyncDuckDBConnection | null = null;
  private running: Promise<unknown> | null = null;
  private next: Promise<AsyncDuckDBConnection> | null = null;
  /** Counts what was asked and stopped: a run whose number is past does no more. */
  private latest = 0;

  private constructor(
    private readonly database: AsyncDuckDB,
    private readonly worker: Worker,
    private readonly tables: ReadonlyMap<string, Uint8Array>,
  ) {}

  /** Starts it. Calls back with the bytes of the engine that are here. */
  static async start(
    {wasm, worker: address, tables}: Sources,
    onProgress: (bytes: number) => void,
  ): Promise<Engine> {
    const worker = new Worker(address);
    const failed = new Promise<never>((_, reject) => {
      worker.addEventListener("error", ({message}) =>
        reject(new Error(message || "the worker does not start")),
      );
    });
    const database = new AsyncDuckDB(new VoidLogger(), worker);
    const starting = database.instantiate(wasm.href, null, ({bytesLoaded}) => onProgress(bytesLoaded));
    const [bytes] = await Promise.all([loadTables(tables), Promise.race([starting, failed])]);
    await database.open({path: ":memory:"});
    const engine = new Engine(database, worker, bytes);
    await engine.with((connection) => engine.fill(connection));
    return engine;
  }

  /**
   * Runs all statements of a text in their order, and hands on what each gives;
   * what ran before is stopped. Throws a SqlError at the first that fails; what
   * else it throws says that the database is of no more use.
   */
  async run(sql: string, onResult: (result: Result) => void): Promise<void> {
    const stopped = this.cancel();
    const number = this.latest;
    await stopped;
    // Another was asked meanwhile, and this one never begins.
    if (number !== this.latest) return;
    const run = this.runAll(splitStatements(sql), number, onResult);
    this.running = run;
    try {
      await run;
    } finally {
      if (this.running === run) this.running = null;
    }
  }

  /** Stops what runs, and comes back when it has ended. */
  async cancel(): Promise<void> {
    this.latest++;
    let hasEnded = this.running === null;
    const ended = this.running?.then(
      () => (hasEnded = true),
      () => (hasEnded = true),
    );
    // Asked again: a statement that had not begun yet would not hear it.
    while (!hasEnded) {
      await this.sending?.cancelSent();
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 50))]);
    }
  }

  /** Takes a table of the reader's own, as an Arrow stream. */
  async addTable(name: string, stream: Uint8Array): Promise<void> {
    await this.with(async (connection) => {
      await connection.query(`DROP TABLE IF EXISTS ${sqlName(name)}`);
      await connection.insertArrowFromIPCStream(stream, {name, create: true});
    });
  }

  /** Takes a CSV of the reader's own, with whatever delimiter, as a table; a record with too few cells has NULL in the others. Throws what DuckDB cannot read in it, and where lines would be lost. */
  async addCsv(name: string, text: string): Promise<void> {
    const {delimiter, skip, records} = csvShape(text);
    const file = `waybill-own-${name}.csv`;
    await this.database.registerFileText(file, text);
    try {
      await this.with(async (connection) => {
        await connection.query(
          `CREATE OR REPLACE TABLE ${sqlName(name)} AS FROM read_csv('${file}', sample_size = -1, delim = '${delimiter}', quote = '"', escape = '"', skip = ${skip}, null_padding = true, parallel = false)`,
        );
        const [[rows]] = await textOf(connection, `SELECT count(*) FROM ${sqlName(name)}`);
        // Its head may be a row like the others.
        if (Number(rows) >= records - 1) return;
        await connection.query(`DROP TABLE ${sqlName(name)}`);
        throw new Error(`can be read only in part: ${rows} of ${records} lines`);
      });
    } finally {
      await this.database.dropFile(file);
    }
  }

  /** Returns what DuckDB knows, for the editor. */
  async vocabulary(): Promise<Vocabulary> {
    return this.with(async (connection) => {
      const list = async (column: string, from: string): Promise<string[]> =>
        (
          await textOf(
            connection,
            `SELECT DISTINCT lower(${column}) FROM ${from}() WHERE regexp_matches(${column}, '^[A-Za-z]\\w+$') ORDER BY 1`,
          )
        ).map(([name]) => name!);
      const functions = await list("function_name", "duckdb_functions");
      const keywords = await list("keyword_name", "duckdb_keywords");
      const types = await list("type_name", "duckdb_types");
      const columns = await textOf(
        connection,
        "SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal ORDER BY table_name, column_index",
      );
      const tables: Record<string, string[]> = {};
      for (const [table, column] of columns) tables[table!] = [...(tables[table!] ?? []), column!];
      return {keywords, types, functions, tables};
    });
  }

  /** Ends it, whatever it does. */
  terminate(): void {
    this.worker.terminate();
  }

  private async runAll(
    statements: readonly Statement[],
    number: number,
    onResult: (result: Result) => void,
  ): Promise<void> {
    let mayHaveChanged = false;
    try {
      await this.with(async (connection) => {
        await connection.query(`DETACH DATABASE IF EXISTS ${results}; ATTACH ':memory:' AS ${results}`);
        for (const [n, statement] of statements.entries()) {
          if (number !== this.latest) throw new SqlError("Stopped", null);
          if (/^(?:begin|start)$/.test(firstWord(statement.text)))
            throw new SqlError(
              "Transactions are not to be had here: each statement stands by itself",
              statement.start,
            );
          mayHaveChanged ||= !isQuery(statement.text);
          onResult(await this.runOne(connection, statement, n));
        }
      });
    } finally {
      if (mayHaveChanged) await this.with((fresh) => this.restore(fresh));
    }
  }

  private async runOne(connection: AsyncDuckDBConnection, statement: Statement, n: number): Promise<Result> {
    const {text} = statement;
    if (!isQuery(text)) return this.runChange(connection, statement);
    const table = `${results}.r${n}`;
    await this.send(connection, keptAs(table, text), statement, 1);
    const described = await textOf(connection, `DESCRIBE ${table}`);
    const {columns, rows, total} = beginningOf(
      await textOf(connection, beginningQuery(table)),
      described.map(([name]) => name!),
    );
    const read: Result["read"] = (offset, sort = null) =>
      this.with((own) => textOf(own, rowsQuery(table, offset, sort)));
    const streamOf = (query: string): Promise<Uint8Array> =>
      this.with(async (own) => tableToIPC(await own.query(query), "stream"));
    const arrow = (): Promise<Uint8Array> => streamOf(`FROM ${table}`);
    const plainArrow = (): Promise<Uint8Array> => streamOf(plainQuery(table, columns));
    const csv = (): Promise<Uint8Array> =>
      this.with(async (own) => {
        const file = `waybill-result-${n}.csv`;
        await own.query(`COPY (${harmlessQuery(table, columns)}) TO '${file}' (FORMAT CSV, HEADER)`);
        const bytes = await this.database.copyFileToBuffer(file);
        await this.database.dropFile(file);
        return bytes;
      });
    return {
      statement: text,
      columns,
      rows,
      total,
      read,
      arrow,
      plainArrow,
      csv,
    };
  }

  private async runChange(connection: AsyncDuckDBConnection, statement: Statement): Promise<Result> {
    const rows = await this.send(connection, statement.text, statement, 0);
    return {
      statement: statement.text,
      columns: rows.columns.map((name) => ({name, type: "VARCHAR"})),
      rows: rows.rows,
      total: rows.rows.length,
      read: async () => rows.rows,
      arrow: null,
      plainArrow: null,
      csv: null,
    };
  }

  /** Runs SQL so that it can be stopped; what is wrong in it is told at its place in the reader's text. */
  private async send(
    connection: AsyncDuckDBConnection,
    sql: string,
    {text, start}: Statement,
    linesBefore: number,
  ): Promise<{columns: string[]; rows: (string | null)[][]}> {
    if (new TextEncoder().encode(sql).length > longestSql)
      throw new SqlError(
        `A statement of more than ${longestSql} bytes is too long for the database here`,
        start,
      );
    this.sending = connection;
    try {
      const batches = await connection.send(sql);
      const rows: (string | null)[][] = [];
      let columns: string[] = [];
      for await (const batch of batches) {
        columns = batch.schema.fields.map(({name}) => name);
        for (const row of batch.toArray())
          rows.push(Object.values(row.toJSON()).map((cell) => (cell === null ? null : String(cell))));
      }
      return {columns, rows};
    } catch (error) {
      const {message} = error as Error;
      throw new SqlError(problemIn(message), start + placeIn(text, message, linesBefore));
    } finally {
      this.sending = null;
    }
  }

  private async restore(connection: AsyncDuckDBConnection): Promise<void> {
    for (const name of this.tables.keys()) {
      const kinds = await textOf(
        connection,
        `SELECT table_type FROM information_schema.tables WHERE table_schema = 'main' AND table_catalog = 'memory' AND table_name = '${name}'`,
      );
      for (const [kind] of kinds)
        await connection.query(`DROP ${kind === "VIEW" ? "VIEW" : "TABLE"} ${sqlName(name)}`);
    }
    await this.fill(connection);
  }

  private async fill(connection: AsyncDuckDBConnection): Promise<void> {
    // What is handed to the worker is gone here.
    for (const [name, bytes] of this.tables)
      await connection.insertArrowFromIPCStream(bytes.slice(), {name, create: true});
  }

  // A connection for each task: what a reader sets in one is gone with it. The next is made ready while
  // nobody waits for it, for each way to the worker and back takes its time.
  private async with<T>(task: (connection: AsyncDuckDBConnection) => Promise<T>): Promise<T> {
    const ready = this.next ?? this.connect();
    this.next = null;
    const connection = await ready;
    try {
      return await task(connection);
    } finally {
      void connection.close();
      this.next ??= this.connect();
      // Whoever takes it hears of what is wrong.
      this.next.catch(() => {});
    }
  }

  private async connect(): Promise<AsyncDuckDBConnection> {
    const connection = await this.database.connect();
    await connection.query(`USE memory.main; SET max_expression_depth = ${deepest}`);
    return connection;
  }
}

async function loadTables(tables: Sources["tables"]): Promise<Map<string, Uint8Array>> {
  const bytes = await Promise.all(
    [...tables].map(async ([name, url]) => {
      const response = await fetch(url);
      if (!response.ok) throw new Error(`table ${name}: ${response.status} ${response.statusText}`);
      return [name, new Uint8Array(await response.arrayBuffer())] as const;
    }),
  );
  return new Map(bytes);
}

/** Returns the rows of a query that gives text, cell by cell. */
async function textOf(connection: AsyncDuckDBConnection, sql: string): Promise<(string | null)[][]> {
  const table = await connection.query(sql);
  const columns = table.schema.fields.map((_field, n) => table.getChildAt(n)!);
  return Array.from({length: table.numRows}, (_, row) =>
    columns.map((column) => {
      const cell = column.get(row);
      return cell === null ? null : String(cell);
    }),
  );
}

/** Returns what DuckDB says is wrong, without the picture of where. */
const problemIn = (message: string): string => message.replace(/\n+LINE \d+:[\s\S]*$/, "").trim();

/** Returns where in a statement DuckDB says that something is wrong; its start where it does not. */
function placeIn(text: string, message: string, linesBefore: number): number {
  const found = /LINE (\d+): (.*)\n(\s*)\^/.exec(message);
  if (!found) return 0;
  const [, line, shown, indent] = found;
  const lines = text.split("\n");
  const n = Number(line) - 1 - linesBefore;
  if (n < 0 || n >= lines.length) return 0;
  const from = lines.slice(0, n).reduce((sum, each) => sum + each.length + 1, 0);
  const fragment = shown.replace(/^\.\.\.|\.\.\.$/g, "");
  const column = indent.length - `LINE ${line}: `.length - (shown.startsWith("...") ? 3 : 0);
  return from + Math.max(0, lines[n].indexOf(fragment)) + Math.max(0, column);
}

import {describe, expect, it} from "vitest";
import {openDatabase} from "../../loaders/database.js";
import {sqlProblem} from "../../loaders/site/sqlProblem.js";
import {loadTables} from "../../loaders/tables.js";
import {temporarySeeds} from "../temporary.js";

describe("sqlProblem(message)", () => {
  it("says in plain words what the database says of what people write", async () => {
    const database = await openDatabase(
      loadTables(temporarySeeds({"a.md": "---\ntitle: T\npublisher: P\n---\nIt sold 40 crates.\n"})),
    );
    const told = (sql: string): Promise<string> =>
      database.query(sql).then(
        () => "nothing",
        ({message}: Error) => sqlProblem(message),
      );
    try {
      expect(await told("SELECT suplier FROM facts")).toMatch(/^no column "suplier" \(have: .*supplier/);
      expect(await told("SELECT 1 FROM fact")).toMatch(/^no table "fact"/);
      expect(await told("SELECT suum(value) FROM facts")).toMatch(/^no function "suum" \(have: /);
      expect(await told("SELECT value FROM facts WHERE (")).toMatch(/^cannot be read/);
      expect(await told("SELEC 1")).toMatch(/^cannot be read at "SELEC"/);
      for (const sql of [
        "SELECT x FROM facts",
        "SELECT 'a'::DOUBLE",
        "SELECT 1 +",
        "SELECT sum(thing) FROM facts",
      ]) {
        const line = await told(sql);
        expect(line).not.toMatch(/\n|Error|nothing/);
      }
    } finally {
      database.close();
    }
  });
});

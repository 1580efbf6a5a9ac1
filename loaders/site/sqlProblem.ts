/**
 * Returns what a database says of SQL as one line for who wrote it: its own names
 * of errors are left out, a column, table or function that is not there is named,
 * and so are those that it may have been.
 *
 * @example
 * sqlProblem('Binder Error: Referenced column "suplier" not found in FROM clause!\nCandidate bindings: "supplier"');
 * // no column "suplier" (have: supplier)
 */
export function sqlProblem(message: string): string {
  const [first] = message.split("\n");
  const line = first
    .replace(/^(?:\w+ )?Error: /, "")
    .replace(/^syntax error at (?:or near )?/, "cannot be read at ");
  const near = nearTo(message);
  const missing =
    /^Referenced (column) "(.*?)" not found/.exec(line) ??
    /^(?:Scalar |Table |Aggregate |Macro )*(Function) with name "?(.*?)"? does not exist/.exec(line) ??
    /^(Table) with name "?(.*?)"? does not exist/.exec(line) ??
    /^(Values) list "(.*?)" does not have/.exec(line);
  const plain = missing
    ? `no ${missing[1] === "Values" ? "table" : missing[1].toLowerCase()} "${missing[2]}"`
    : line.replace(/^./, (letter) => letter.toLowerCase()).replace(/[!.]$/, "");
  return plain + (near === "" ? "" : ` (have: ${near})`);
}

function nearTo(message: string): string {
  const [, list] = /^Candidate (?:bindings|functions|Entries): (.*)$/m.exec(message) ?? [];
  const [, one] = /^Did you mean "(.*?)"/m.exec(message) ?? [];
  return (list ?? one ?? "").replaceAll('"', "").trim();
}

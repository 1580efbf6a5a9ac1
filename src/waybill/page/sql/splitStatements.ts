/** One statement of a text of SQL. */
export interface Statement {
  text: string;
  /** Where it starts in the whole text, in UTF-16 units. */
  start: number;
}

// Strings (those with a mark before them take a backslash too), names, dollar quotes and comments, in which a semicolon ends nothing.
const token =
  /\b[eE]'(?:\\[\s\S]|[^'\\]|'')*'|'(?:[^']|'')*'|"(?:[^"]|"")*"|\$(\w*)\$[\s\S]*?(?:\$\1\$|$)|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|;|[^;'"$/\w-]+|[\s\S]/g;

/** Returns the statements of a text, without the semicolons between them, empty ones and comments alone left out. */
export function splitStatements(sql: string): Statement[] {
  const statements: Statement[] = [];
  let from = 0;
  const end = (to: number): void => {
    const part = sql.slice(from, to);
    const text = part.trim();
    if (firstWord(text) !== "") statements.push({text, start: from + part.indexOf(text)});
    from = to + 1;
  };
  for (const {0: found, index} of sql.matchAll(token)) if (found === ";") end(index);
  end(sql.length);
  return statements;
}

/** Returns a statement's first word or sign in lower case, comments left away; empty if it has none. */
export function firstWord(sql: string): string {
  const bare = sql.replace(/^(?:\s|--[^\n]*(?:\n|$)|\/\*[\s\S]*?(?:\*\/|$))+/, "");
  return /^\w+|^\S/.exec(bare)?.[0].toLowerCase() ?? "";
}

/** Whether a statement only reads, and gives rows. */
export function isQuery(sql: string): boolean {
  const word = firstWord(sql);
  if (word === "with") return !/\b(?:insert\s+into|update|delete\s+from|merge\s+into)\b/i.test(sql);
  return /^(?:select|from|values|describe|desc|show|summarize|pivot|unpivot|table|\()$/.test(word);
}

/** Whether a statement is one that can stand in FROM alone, not after CREATE TABLE … AS. */
export const isDescription = (sql: string): boolean =>
  /^(?:describe|desc|show|summarize|pivot|unpivot|table)$/.test(firstWord(sql));

/** Returns the statement that keeps what a query gives as a table, in its order. The query begins on the second line. */
export const keptAs = (table: string, query: string): string =>
  isDescription(query)
    ? `CREATE TABLE ${table} AS FROM (\n${query}\n)`
    : `CREATE TABLE ${table} AS\n${query}`;

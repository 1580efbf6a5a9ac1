/** Where the schema stands among the graphics. The number changes when what it allows does, and the older one stays. */
export const schemaName = "chart-1.schema.json";

const text = {type: "string"} as const;
const texts = {type: "array", items: text} as const;
const orNull = {type: ["string", "null"]} as const;

const closed = (required: Record<string, object>, more: Record<string, object> = {}) => ({
  type: "object",
  required: Object.keys(required),
  properties: {...required, ...more},
  additionalProperties: false,
});

/**
 * Returns the schema (JSON Schema, 2020-12) of the JSON that is made of every
 * chart. What stands beside the columns that every row has depends on the
 * chart's query.
 */
export function jsonSchema(root: string): string {
  const row = {
    type: "object",
    required: [
      ...["mark", "source", "stands_on", "article_id", "publisher"],
      ...["sentence", "sentence_by", "exact"],
    ],
    properties: {
      mark: {...text, description: "What the row's mark says, in words."},
      source: {...text, description: "Address of the sentence, from the site's root."},
      stands_on: {...text, description: "Ids of what the mark stands on, joined by spaces."},
      facts: orNull,
      article_id: text,
      figure_id: orNull,
      publisher: text,
      relays: orNull,
      sentence: text,
      sentence_by: {...orNull, description: "Whose words the sentence is in; null where the row has none."},
      exact: text,
    },
    additionalProperties: {type: ["string", "number", "boolean", "null"]},
  };
  const report = closed(
    {"@type": {const: "NewsArticle"}, headline: text, publisher: text},
    {datePublished: text, isBasedOn: text},
  );
  const quoted = closed({
    // A quotation where it is the report's own sentence; a sentence of our note on it is no quotation.
    "@type": {enum: ["Quotation", "CreativeWork"]},
    creditText: {...text, description: "Whose words it is in."},
    identifier: text,
    text,
    abstract: text,
    isPartOf: text,
    url: text,
  });
  const citation = closed(
    {
      "@context": {const: "https://schema.org"},
      "@type": {const: "ImageObject"},
      identifier: text,
      name: text,
      description: text,
      creditText: text,
      license: text,
      version: {...text, pattern: "^[0-9a-f]{7}$"},
      inLanguage: {const: "en"},
      isBasedOn: {type: "array", items: report},
      citation: {type: "array", items: quoted},
    },
    {url: text},
  );
  const chart = closed({
    $schema: text,
    id: text,
    title: text,
    kicker: text,
    headline: text,
    subtitle: text,
    notes: texts,
    alt: text,
    description: text,
    credit: text,
    rows: {type: "array", items: row},
    citation,
  });
  const schema = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: `${root}/graphics/${schemaName}`,
    title: "A chart with its rows, its words and the sentences it stands on",
    ...chart,
  };
  return `${JSON.stringify(schema, null, 1)}\n`;
}

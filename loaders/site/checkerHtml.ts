import type {CheckFile} from "../../src/waybill/check/CheckFile.js";
import {natureOf} from "../../src/waybill/model/article.js";
import {checkedArticles, checkedParties} from "../check.js";
import type {Tables} from "../tables.js";
import {compiledVocab} from "../vocab.js";

/** Returns the form that holds a draft against the articles; `src/lib/check.ts` brings it to life. */
export function checkerHtml(version: string): string {
  return `<link rel="stylesheet" data-site-href="lib/check.css?v=${version}">
<script type="module" data-site-src="lib/check.js?v=${version}"></script>
<form class="check" data-version="${version}">
<label for="check-draft">The draft</label>
<textarea id="check-draft" name="draft" rows="10" spellcheck="false"></textarea>
<button type="submit">Check</button>
</form>
<noscript><p>This page needs JavaScript. On the command line, <code>npx waybill check DRAFT</code> does the same.</p></noscript>
<p class="check-status" role="status"></p>
<p class="check-work" hidden><progress aria-label="Read so far"></progress> <button type="button">Stop</button></p>
<ol class="check-findings"></ol>
`;
}

/** Returns what drafts are held against: the articles with their figures, and the words of the parser. */
export function checkFile(tables: Tables, vocab = "seeds/vocab"): CheckFile {
  return {
    articles: checkedArticles(tables).map((article, n) => {
      const source = tables.texts[n];
      return {
        article_id: source.article_id,
        publisher: source.publisher,
        nature: natureOf(source),
        ...article,
      };
    }),
    sameUnits: [...(tables.options.sameUnits ?? [])],
    parties: checkedParties(tables),
    words: compiledVocab(vocab),
  };
}

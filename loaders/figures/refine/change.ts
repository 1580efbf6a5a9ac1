import type {Change} from "../../../src/model/figure.js";
import type {Doc} from "../document.js";
import type {Found} from "../Found.js";

/** Marks the figures that are the amount of a rise or fall: “rose by 69%”, “a 12% cut”, “$3m more”. */
export function applyChanges(doc: Doc, figures: Found[]): Found[] {
  return figures.map((figure) => {
    if (figure.change || figure.kind === "age" || figure.kind === "duration") return figure;
    const change = changeBefore(doc, figure) ?? changeAfter(doc, figure);
    return change ? {...figure, change} : figure;
  });
}

const isAmountByItself = (figure: Found): boolean =>
  figure.kind === "percent" || figure.kind === "percentage_points" || figure.kind === "multiple";

function changeBefore({word, lexeme, type}: Doc, figure: Found): Change | null {
  let k = figure.from - 1;
  let by = false;
  if (word[k] === "by") {
    by = true;
    k--;
  } else if (word[k] === "of" && lexeme[k - 1]?.changeAfter && isAmountByItself(figure))
    return lexeme[k - 1]!.changeAfter;
  if (!by && !isAmountByItself(figure)) return null;
  for (let n = 0; n < (by ? 6 : 2) && k >= 0; n++, k--) {
    if (type[k] === 4 || /^[.;:]$/.test(word[k]) || (word[k] === "," && !by)) return null;
    if (word[k] === "to" || word[k] === "from" || word[k] === "at") return null;
    const change = lexeme[k]?.changeBefore;
    if (change) return change;
  }
  return null;
}

function changeAfter({word, lexeme, type, glued}: Doc, figure: Found): Change | null {
  if (figure.kind === "multiple") return null;
  let k = figure.to;
  if (word[k] === "-" && glued[k]) k++;
  for (let n = 0; n < 3 && type[k] === 1; n++, k++) {
    const change = lexeme[k]?.changeAfter;
    if (
      change &&
      (isAmountByItself(figure) ||
        (n <= 1 &&
          /^(?:increase|rise|cut|reduction|drop|decline|fall|jump|hike|decrease|gain)$/.test(word[k])))
    ) {
      if (word[k] === "loss" && !isAmountByItself(figure)) return null;
      return change;
    }
    if (lexeme[k]?.function && !/^(?:more|less)$/.test(word[k])) return null;
  }
  return null;
}

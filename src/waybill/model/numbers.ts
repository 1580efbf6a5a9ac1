/** How a language parts thousands and decimals, as d3-format’s locales have it. */
export interface NumberMarks {
  decimal: string;
  thousands: string;
  /** How many digits stand in a group, from the right; after the last it begins anew. */
  grouping: readonly number[];
}

export const english: NumberMarks = {decimal: ".", thousands: ",", grouping: [3]};

/** The name of the element in a page's head that says its marks, where they are not those of English. */
export const marksName = "waybill-numbers";

let marks = marksOfPage() ?? english;

/** Has numbers written with the given marks from now on, wherever they are words: in charts, prose and tables that are read. */
export function useMarks(own: NumberMarks): void {
  marks = own;
}

/** Returns what a function returns that writes its numbers as English has them: what is kept in tables is the same in every language. */
export function inEnglish<T>(write: () => T): T {
  const before = marks;
  marks = english;
  try {
    return write();
  } finally {
    marks = before;
  }
}

// As many as there are: 20 is the most that every browser takes.
const plain = new Intl.NumberFormat("en-US", {useGrouping: false, maximumFractionDigits: 20});

/** Returns a number with all its digits, with the marks of the story's language. */
export function formatDigits(value: number): string {
  const [whole, rest] = plain.format(Math.abs(value)).split(".");
  const {thousands, decimal} = marks;
  const sign = value < 0 ? "−" : "";
  return `${sign}${groupsOf(whole).join(thousands)}${rest ? decimal + rest : ""}`;
}

function groupsOf(digits: string): string[] {
  const groups: string[] = [];
  for (let i = 0, end = digits.length; end > 0; i = (i + 1) % marks.grouping.length) {
    const start = Math.max(0, end - marks.grouping[i]);
    groups.unshift(digits.slice(start, end));
    end = start;
  }
  return groups;
}

/** Returns what the page says that this runs in; null where there is none, or it says nothing. */
function marksOfPage(): NumberMarks | null {
  const content = globalThis.document?.querySelector?.(`meta[name="${marksName}"]`)?.getAttribute("content");
  return content ? (JSON.parse(content) as NumberMarks) : null;
}

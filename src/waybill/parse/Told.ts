import type {Doc} from "./document.js";
import type {Found} from "./Found.js";
import type {Period} from "./find/date.js";
import type {Thing} from "./read/thing.js";
import type {Said} from "./refine/attribution.js";
import type {FigurePeriod} from "./refine/period.js";
import type {Role, Roles} from "./refine/roles.js";

/** What the text says about a figure. */
export interface Told {
  roles: Roles;
  thing: Thing | null;
  said: Said | null;
  when: FigurePeriod | null;
  /** Whose quantity it is. */
  holder: Role | null;
  /** Whether a side was guessed that may well be another. */
  isSideUnsure: boolean;
}

/** What a document was read to hold. */
export interface FiguresRead {
  figures: readonly Found[];
  periods: readonly Period[];
}

/** Reads from the grammar of sentences what is said about figures. */
export interface GrammarReader {
  /** Returns what is told of each figure, with what the grammar says of it; `told` is what was read without. */
  read(doc: Doc, reading: FiguresRead, told: readonly Told[]): Told[];
}

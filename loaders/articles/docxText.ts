import {InputError} from "../InputError.js";
import {onDemand} from "../onDemand.js";

const mammoth = onDemand<typeof import("mammoth")>("mammoth");

/** Returns the text of a Word document, one paragraph a block. Throws an InputError if it is none. */
export async function docxText(bytes: Buffer, file: string): Promise<string> {
  try {
    return (await mammoth().extractRawText({buffer: bytes})).value;
  } catch (cause) {
    throw new InputError(file, null, "is a zipped file, and no Word document", {cause});
  }
}

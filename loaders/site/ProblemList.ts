/** Lists what is wrong: at each change until it is mended, and what is wrong in a page when that changes. */
export class ProblemList {
  private told = "";

  tell(problems: readonly string[], always = true): void {
    const lines = problems.join("\n");
    if (lines !== "" && (always || lines !== this.told)) console.error(lines);
    this.told = lines;
  }
}

/** A pattern that is not Go syntax, or that Go itself refuses. Callers add the file and the rule's id. */
export class RegexSyntaxError extends Error {
  /** UTF-16 offset in the pattern. */
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.name = "RegexSyntaxError";
    this.offset = offset;
  }
}

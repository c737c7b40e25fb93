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

/** A cursor over the pattern. */
export interface PatternReader {
  readonly pattern: string;
  offset: number;
  /** The code point at the cursor, or -1 at the end. */
  peek(): number;
  /** Takes one code point. */
  next(): number;
  startsWith(text: string): boolean;
  /** Takes `text` if it is next. */
  take(text: string): boolean;
  fail(message: string, offset?: number): RegexSyntaxError;
}

export function readPattern(pattern: string): PatternReader {
  const reader: PatternReader = {
    pattern,
    offset: 0,
    peek: () => pattern.codePointAt(reader.offset) ?? -1,
    next() {
      const code = reader.peek();
      reader.offset += code > 0xffff ? 2 : 1;
      return code;
    },
    startsWith: (text) => pattern.startsWith(text, reader.offset),
    take(text) {
      if (!reader.startsWith(text)) return false;
      reader.offset += text.length;
      return true;
    },
    fail: (message, offset = reader.offset) => new RegexSyntaxError(message, offset),
  };
  return reader;
}

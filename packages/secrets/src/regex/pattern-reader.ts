import { RegexSyntaxError } from "./syntax-error.ts";

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
  return {
    pattern,
    offset: 0,
    peek() {
      return this.pattern.codePointAt(this.offset) ?? -1;
    },
    next() {
      const code = this.peek();
      this.offset += code > 0xffff ? 2 : 1;
      return code;
    },
    startsWith(text) {
      return this.pattern.startsWith(text, this.offset);
    },
    take(text) {
      if (!this.startsWith(text)) return false;
      this.offset += text.length;
      return true;
    },
    fail(message, offset = this.offset) {
      return new RegexSyntaxError(message, offset);
    },
  };
}

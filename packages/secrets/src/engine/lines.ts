/** Offsets of the newlines of one text, found once. */
export interface Lines {
  /** How many newlines lie before an offset. */
  before(offset: number): number;
  /** The text of all lines that a span touches, without the newlines around it. */
  around(start: number, end: number): string;
  /** 0-based UTF-16 offset inside its line. */
  columnOf(offset: number): number;
}

export function linesOf(text: string): Lines {
  let newlines: number[] | undefined;
  const find = (): readonly number[] => {
    if (newlines === undefined) {
      newlines = [];
      for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) newlines.push(at);
    }
    return newlines;
  };
  const before = (offset: number): number => {
    const all = find();
    let low = 0;
    for (let high = all.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((all[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    before,
    around(start, end) {
      const from = start === 0 ? 0 : text.lastIndexOf("\n", start - 1) + 1;
      const to = text.indexOf("\n", Math.max(from, end));
      return text.slice(from, to < 0 ? undefined : to);
    },
    columnOf(offset) {
      return offset - (offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1);
    },
  };
}

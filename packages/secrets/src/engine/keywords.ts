/** Finds which of many keywords occur in a text, in one pass over its characters. */
export interface KeywordSearch {
  /** The indexes of the keywords that occur, each once, in no order. */
  find(text: string): readonly number[];
}

interface Automaton {
  /** One row for each state. A cell is `2 * offset of the next row + 1 if a keyword ends there`. */
  readonly table: Int32Array;
  readonly width: number;
  readonly columns: Uint8Array;
  /** Columns of characters above U+00FF. */
  readonly wide: ReadonlyMap<number, number>;
  /** The keywords that end in a state. */
  readonly outputs: readonly (readonly number[])[];
}

/** The table of a search has as many cells as both limits multiplied. */
export const KEYWORD_LIMITS = { characters: 50_000, different: 250 };

/**
 * An Aho-Corasick automaton as one dense table. Letters of ASCII match in either case; all characters that no keyword has
 * share one column, which keeps the table small enough for the processor's cache.
 *
 * @param keywords lower-case, not empty, within `KEYWORD_LIMITS`.
 */
export function keywordSearch(keywords: readonly string[]): KeywordSearch {
  const automaton = build(keywords);
  const { outputs, width } = automaton;
  const seen = new Uint8Array(keywords.length);
  return {
    find(text) {
      const out: number[] = [];
      walk(automaton, text, (row) => {
        for (const keyword of outputs[row / width] ?? []) {
          if (seen[keyword] === 1) continue;
          seen[keyword] = 1;
          out.push(keyword);
        }
      });
      for (const keyword of out) seen[keyword] = 0;
      return out;
    },
  };
}

/** The hot loop of a scan: one table look-up for each character. */
function walk(automaton: Automaton, text: string, hit: (row: number) => void): void {
  const { table, columns, wide } = automaton;
  const length = text.length;
  let row = 0;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    const column = code < 256 ? (columns[code] as number) : (wide.get(code) ?? 0);
    const cell = table[row + column] as number;
    row = cell >> 1;
    if ((cell & 1) === 1) hit(row);
  }
}

const KELVIN_SIGN = 0x212a;

function build(keywords: readonly string[]): Automaton {
  const columns = new Uint8Array(256);
  const wide = new Map<number, number>();
  let width = 1;
  for (let i = 0, all = [...new Set(keywords.join("").split(""))]; i < all.length; i++) {
    const code = all[i]?.charCodeAt(0) ?? 0;
    if (code > 255) wide.set(code, width);
    else columns[code] = width;
    if (code >= 0x61 && code <= 0x7a) columns[code - 32] = width;
    if (code === 0x6b) wide.set(KELVIN_SIGN, width);
    width += 1;
  }
  const column = (code: number) => (code < 256 ? columns[code] : wide.get(code)) ?? 0;
  const { next, outputs } = trie(keywords, column, width);
  const table = link(next, outputs, width);
  return { table, width, columns, wide, outputs };
}

function trie(keywords: readonly string[], column: (code: number) => number, width: number) {
  const states = 1 + keywords.reduce((sum, keyword) => sum + keyword.length, 0);
  /** State numbers; -1 where there is no step yet. */
  const next = new Int32Array(states * width).fill(-1);
  const outputs: number[][] = [[]];
  keywords.forEach((keyword, index) => {
    let state = 0;
    for (let i = 0; i < keyword.length; i++) {
      const cell = state * width + column(keyword.charCodeAt(i));
      if ((next[cell] ?? -1) < 0) next[cell] = outputs.push([]) - 1;
      state = next[cell] ?? 0;
    }
    outputs[state]?.push(index);
  });
  return { next: next.subarray(0, outputs.length * width), outputs };
}

/** Breadth first: a missing step goes where the longest proper suffix would go. */
function link(next: Int32Array, outputs: number[][], width: number): Int32Array {
  const failure = new Int32Array(outputs.length);
  const queue: number[] = [0];
  for (let head = 0; head < queue.length; head++) {
    const state = queue[head] ?? 0;
    const fallback = failure[state] ?? 0;
    if (state !== 0) outputs[state]?.push(...(outputs[fallback] ?? []));
    for (let column = 0; column < width; column++) {
      const cell = state * width + column;
      const target = next[cell] ?? -1;
      const through = state === 0 ? 0 : (next[fallback * width + column] ?? 0);
      if (target < 0) next[cell] = through;
      else {
        failure[target] = through;
        queue.push(target);
      }
    }
  }
  return next.map((state) => state * width * 2 + ((outputs[state]?.length ?? 0) > 0 ? 1 : 0));
}

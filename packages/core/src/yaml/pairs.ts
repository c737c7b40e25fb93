import { finish } from "./properties.ts";
import { enter, type Scan } from "./scan.ts";

/** A key, a text of one line that has neither colon nor comment in it, and the indentation of the next line that is not blank. */
const PAIR = /([\w/][^\s#:]*): +([\w./^~(][^\n#:]*)\n(?:[ \r]*\n)*( *)(?=[^\s#])/y;
/** `resolution: {integrity: sha512-…}` */
const PAIR_OF_PAIR =
  /([\w/][^\s#:]*): +\{([\w-]+): (?:'([^'\n]*)'|([\w./+^~][\w./+^~=-]*))\}(?=\s)/y;
const KEY = /[\w/][^\s#:]*:[ \n]/y;

/** Whether a key stands at the place that is plain and short. */
export function startsPair<N>({ text, at }: Scan<N>): boolean {
  KEY.lastIndex = at;
  return KEY.test(text);
}

/**
 * Reads an entry that its line holds, where all is plain: most lines are so, and one expression is faster than steps, for a run ends
 * before code is compiled. The next line may not go on with it.
 */
export function readPair<N>(scan: Scan<N>, map: N, indent: number): boolean {
  const { text, at: start, build } = scan;
  PAIR.lastIndex = start;
  const [, key, rest, next] = PAIR.exec(text) ?? [];
  if (key === undefined || rest === undefined || next === undefined)
    return readPairOfPair(scan, map);
  if (next.length > indent) return false;
  const lineEnd = text.indexOf("\n", start);
  const name = plain(scan, key, start);
  const value = plain(scan, rest.trimEnd(), lineEnd - rest.length);
  build.put(scan, map, name, value, start, scan.end);
  scan.at = lineEnd;
  return true;
}

function readPairOfPair<N>(scan: Scan<N>, map: N): boolean {
  const { text, at: start, build } = scan;
  PAIR_OF_PAIR.lastIndex = start;
  const [whole, key, inner, quoted, value = quoted] = PAIR_OF_PAIR.exec(text) ?? [];
  if (whole === undefined || key === undefined || inner === undefined || value === undefined)
    return false;
  const end = start + whole.length;
  const open = text.indexOf("{", start + key.length);
  const name = plain(scan, key, start);
  const node = build.map(scan, open, true);
  enter(scan);
  const innerName = plain(scan, inner, open + 1);
  const from = end - 1 - value.length;
  const innerValue =
    quoted === undefined
      ? plain(scan, value, from)
      : finish(scan, { start: from - 2, end: end - 1, text: value, style: "single" });
  build.put(scan, node, innerName, innerValue, open + 1, end - 1);
  scan.depth--;
  build.close(node, end);
  build.put(scan, map, name, node, start, end);
  scan.end = scan.at = end;
  return true;
}

function plain<N>(scan: Scan<N>, text: string, start: number): N {
  return finish(scan, { start, end: start + text.length, text, style: "plain" });
}

import { emptyPart, finish, readAlias, readProperties, startsProperties } from "./properties.ts";
import { isEnd, plain, quoted } from "./scalars.ts";
import {
  enter,
  fail,
  failTwice,
  isFresh,
  isIndicator,
  isMarker,
  type Part,
  type Properties,
  refuseTab,
  type Scan,
  skipGap,
} from "./scan.ts";

const COLON = 0x3a;
const QUESTION = 0x3f;
/** Of a key that nothing but its colon marks: https://yaml.org/spec/1.2.2/#742-flow-mappings */
export const MAX_KEY = 1024;

/** A map or list in brackets that starts at the place. All its lines are indented further than `parent`. */
export function flowCollection<N>(scan: Scan<N>, parent: number): Part<N> {
  const { text, at: start, build } = scan;
  const isMap = text[start] === "{";
  const close = isMap ? "}" : "]";
  const node = isMap ? build.map(scan, start, true) : build.list(scan, start, true);
  enter(scan);
  scan.at++;
  flowGap(scan, start, parent, close);
  while (text[scan.at] !== close) {
    if (isMap) flowPair(scan, node, start, parent, close, undefined);
    else flowItem(scan, node, start, parent);
    const found = text.charAt(scan.at);
    if (found === ",") {
      scan.at++;
      flowGap(scan, start, parent, close);
    } else if (found !== close)
      fail(
        scan,
        scan.at,
        `${nameOf(isMap)} has ${JSON.stringify(found)} where a comma or ${close} must stand`,
      );
  }
  scan.depth--;
  const end = ++scan.at;
  build.close(node, end);
  return { start, end, text: "", style: "plain", node, collection: isMap ? "map" : "seq" };
}

function nameOf(isMap: boolean): string {
  return isMap ? "Flow map" : "Flow sequence";
}

/** Goes to the next character of what opened at `start`. */
function flowGap<N>(scan: Scan<N>, start: number, parent: number, close = ""): void {
  skipGap(scan);
  const { text, at } = scan;
  const isFirst = isFresh(scan);
  if (at >= text.length || (isFirst && at === scan.lineStart && isMarker(text, at)))
    fail(
      scan,
      start,
      `${nameOf(text[start] === "{")} is not closed: ${text[start] === "{" ? "}" : "]"} is missing`,
    );
  if (!isFirst || scan.indent > parent) return;
  // Nearly all readers take the last bracket in the column of the key before it, and people write it so.
  if (scan.indent === parent && at === scan.lineStart + parent && text[at] === close) return;
  refuseTab(scan);
  fail(scan, at, `${nameOf(text[start] === "{")} is indented too little`);
}

function flowItem<N>(scan: Scan<N>, list: N, open: number, parent: number): void {
  const { build, at: start, line } = scan;
  if (isIndicator(scan, QUESTION)) {
    pairInList(scan, list, open, parent, undefined);
    return;
  }
  const { part, properties } = flowPart(scan, parent, open);
  flowGap(scan, open, parent, "]");
  if (!isColon(scan, part)) {
    if (part.start === part.end && properties === undefined)
      fail(scan, start, "a value is missing");
    build.push(list, finish(scan, part, properties));
    return;
  }
  if (scan.line !== line || scan.at - start > MAX_KEY)
    fail(scan, start, `a key and its colon stand on one line, within ${MAX_KEY} characters`);
  pairInList(scan, list, open, parent, { part, properties });
}

interface FlowPart<N> {
  readonly part: Part<N>;
  readonly properties: Properties | undefined;
}

/** `[a: b]`: a map of one entry. */
function pairInList<N>(
  scan: Scan<N>,
  list: N,
  open: number,
  parent: number,
  key: FlowPart<N> | undefined,
): void {
  const map = scan.build.map(scan, key?.part.start ?? scan.at, true);
  enter(scan);
  scan.build.close(map, flowPair(scan, map, open, parent, "]", key));
  scan.depth--;
  scan.build.push(list, map);
}

/** An entry of a map. @returns Where it ends. */
function flowPair<N>(
  scan: Scan<N>,
  map: N,
  open: number,
  parent: number,
  close: string,
  known: FlowPart<N> | undefined,
): number {
  const { at: start, build } = scan;
  const isExplicit = known === undefined && isIndicator(scan, QUESTION);
  if (isExplicit) {
    scan.at++;
    flowGap(scan, open, parent, close);
  }
  scan.owner = scan.line;
  const { part, properties } = known ?? flowPart(scan, parent, open);
  if (known === undefined) flowGap(scan, open, parent, close);
  const from = isExplicit ? start : part.start;
  const hasColon = isColon(scan, part);
  if (!hasColon && !isExplicit && part.start === part.end && properties === undefined)
    fail(scan, scan.at, "a key is missing");
  const key = finish(scan, part, properties);
  let value = emptyPart<N>(part.end);
  let valueProperties: Properties | undefined;
  if (hasColon) {
    const after = ++scan.at;
    flowGap(scan, open, parent, close);
    ({ part: value, properties: valueProperties } = flowPart(scan, parent, open, after));
    flowGap(scan, open, parent, close);
  }
  build.put(
    scan,
    map,
    keyNode(scan, part, key),
    finish(scan, value, valueProperties),
    from,
    value.end,
  );
  return value.end;
}

/** The key itself, or a copy in its place where it is an alias. */
export function keyNode<N>(scan: Scan<N>, part: Part<N>, key: N): N {
  return part.node !== undefined && part.collection === undefined
    ? scan.build.keyOfAlias(key, part.start, part.end)
    : key;
}

/** Behind a key in quotes or brackets a colon needs no blank. */
function isColon<N>(scan: Scan<N>, { style, collection }: Part<N>): boolean {
  const { text, at } = scan;
  if (text.charCodeAt(at) !== COLON) return false;
  return style !== "plain" || collection !== undefined || isEnd(text, at + 1, true);
}

/** What stands at the place; with nothing there, nothing at `empty`. */
function flowPart<N>(scan: Scan<N>, parent: number, open: number, empty = scan.at): FlowPart<N> {
  const { text } = scan;
  let properties: Properties | undefined;
  let end = empty;
  if (startsProperties(text.charCodeAt(scan.at))) {
    properties = readProperties(scan);
    end = properties.end;
    flowGap(scan, open, parent, text[scan.at]);
  }
  const first = text.charAt(scan.at);
  if (first === "[" || first === "{") return { part: flowCollection(scan, parent), properties };
  if (first === '"' || first === "'") return { part: quoted(scan, parent), properties };
  if (first === "*") return { part: readAlias(scan), properties };
  if (startsProperties(text.charCodeAt(scan.at))) failTwice(scan, scan.at);
  const isEmpty = ",]}".includes(first) || (first === ":" && isEnd(text, scan.at + 1, true));
  return { part: isEmpty ? emptyPart(end) : plain(scan, parent, true, false), properties };
}

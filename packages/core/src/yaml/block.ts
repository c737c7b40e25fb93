import { blockText } from "./block-text.ts";
import { flowCollection, keyNode, MAX_KEY } from "./flow.ts";
import { readPair, startsPair } from "./pairs.ts";
import {
  dress,
  emptyPart,
  finish,
  readAlias,
  readProperties,
  startsProperties,
} from "./properties.ts";
import { plain, quoted } from "./scalars.ts";
import {
  column,
  enter,
  fail,
  failTab,
  failTwice,
  isFresh,
  isGap,
  isIndicator,
  type Part,
  type Properties,
  refuseTab,
  type Scan,
  skipGap,
} from "./scan.ts";

const DASH = 0x2d;
const COLON = 0x3a;
const QUESTION = 0x3f;

/**
 * The node at the place.
 *
 * @param parent The column of what it belongs to; -1 at the top.
 * @param isNested Whether a map or list in block style may start on this line.
 * @param listParent As `parent`, of a list: one may stand in the column of its key.
 */
export function blockNode<N>(
  scan: Scan<N>,
  parent: number,
  isNested: boolean,
  listParent = parent,
): N {
  const { text } = scan;
  refuseTab(scan);
  let nests = isNested;
  let outer: Properties | undefined;
  let inner: Properties | undefined;
  let start = scan.at;
  while (startsProperties(text.charCodeAt(scan.at))) {
    start = scan.at;
    inner = readProperties(scan);
    const at = column(scan);
    if (at >= 0 && !isFresh(scan)) break;
    outer = merged(scan, outer, inner);
    inner = undefined;
    nests = true;
    start = scan.at;
    if (at > listParent && isIndicator(scan, DASH)) break;
    if (at <= parent) return finish(scan, emptyPart(outer.end), outer);
    refuseTab(scan);
  }
  const at = start - scan.lineStart;
  if (nests && inner === undefined && startsPair(scan)) {
    refuseTabBefore(scan, start);
    return dress(scan, blockMap(scan, at, start), outer);
  }
  const isEntry = isIndicator(scan, DASH);
  if (isEntry || isIndicator(scan, QUESTION) || isIndicator(scan, COLON)) {
    if (!nests || (inner !== undefined && !isIndicator(scan, COLON)))
      fail(scan, scan.at, `${text[scan.at]} must stand at the start of a line here`);
    refuseTabBefore(scan, start);
    if (isEntry) return dress(scan, blockList(scan, at), outer, "seq");
    const key = isIndicator(scan, COLON)
      ? { part: emptyPart<N>(inner?.end ?? scan.at), properties: inner }
      : undefined;
    return dress(scan, blockMap(scan, at, start, key), outer);
  }
  const { line } = scan;
  const part = readPart(scan, parent, false);
  if (!isKey(scan, start, line)) return finish(scan, part, merged(scan, outer, inner));
  if (!nests)
    fail(scan, scan.at, "a map starts on a line of its own, a text with a colon in quotes");
  refuseTabBefore(scan, start);
  return dress(scan, blockMap(scan, at, start, { part, properties: inner }), outer);
}

/** The properties of a node that stand on two lines. */
function merged<N, Inner extends Properties | undefined>(
  scan: Scan<N>,
  outer: Properties | undefined,
  inner: Inner,
): Properties | Inner {
  if (outer === undefined || inner === undefined) return outer ?? inner;
  const { anchor = outer.anchor, tag = outer.tag } = inner;
  if ((outer.anchor && inner.anchor) || (outer.tag && inner.tag)) failTwice(scan, inner.start);
  const tagStart = inner.tag === undefined ? outer.tagStart : inner.tagStart;
  return { ...outer, end: inner.end, tagStart, ...(anchor && { anchor }), ...(tag && { tag }) };
}

/** Between an indicator and the map or list on its line only spaces show how far that is indented. */
function refuseTabBefore<N>(scan: Scan<N>, start: number): void {
  if (scan.first === start) return;
  for (let at = start - 1; at > scan.lineStart && isGap(scan.text.charCodeAt(at)); at--)
    if (scan.text[at] === "\t") failTab(scan, at);
}

function readPart<N>(scan: Scan<N>, parent: number, isSingle: boolean): Part<N> {
  switch (scan.text[scan.at]) {
    case '"':
    case "'":
      return quoted(scan, parent);
    case "[":
    case "{":
      return flowCollection(scan, parent);
    case "*":
      return readAlias(scan);
    case "|":
    case ">":
      return blockText(scan, parent);
    default:
      return plain(scan, parent, false, isSingle);
  }
}

/** Whether a colon stands behind a part that started at `start` on `line`. The scan goes to it. */
function isKey<N>(scan: Scan<N>, start: number, line: number): boolean {
  if (isFresh(scan)) return false;
  const { text, at: end } = scan;
  let at = end;
  while (text.charCodeAt(at) === 0x20 || text.charCodeAt(at) === 0x09) at++;
  if (text.charCodeAt(at) !== COLON || !isGap(text.charCodeAt(at + 1))) return false;
  scan.at = at;
  if (scan.line !== line || at - start > MAX_KEY)
    fail(scan, start, `a key and its colon stand on one line, within ${MAX_KEY} characters`);
  return true;
}

/** Goes to the next entry of what stands at `indent`. @returns Whether there is one. */
function nextEntry<N>(scan: Scan<N>, indent: number): boolean {
  skipGap(scan);
  const at = column(scan);
  if (at < 0) return false;
  if (!isFresh(scan)) fail(scan, scan.at, "only a comment stands behind a value");
  refuseTab(scan);
  if (at > indent) fail(scan, scan.at, "this is indented further than what stands beside it");
  return at === indent;
}

function blockList<N>(scan: Scan<N>, indent: number): N {
  const { build, at: start } = scan;
  const node = build.list(scan, start, false);
  enter(scan);
  do {
    if (!isIndicator(scan, DASH)) break;
    scan.owner = scan.line;
    build.push(node, valueBehind(scan, indent, true, indent));
  } while (nextEntry(scan, indent));
  scan.depth--;
  build.close(node, scan.end);
  return node;
}

/** What stands behind the indicator at the place, and belongs to the column `indent`. */
function valueBehind<N>(scan: Scan<N>, indent: number, isNested: boolean, listParent: number): N {
  const end = ++scan.at;
  skipGap(scan);
  const at = column(scan);
  if (!isFresh(scan) && at >= 0) return blockNode(scan, indent, isNested, listParent);
  if (at > indent) return blockNode(scan, indent, true, listParent);
  if (at === indent && listParent < indent && isIndicator(scan, DASH)) {
    refuseTab(scan);
    return blockList(scan, indent);
  }
  return finish(scan, emptyPart<N>(end));
}

interface Key<N> {
  readonly part: Part<N>;
  readonly properties: Properties | undefined;
}

/** The first key is read already where it is given; the scan is at its colon. */
function blockMap<N>(scan: Scan<N>, indent: number, start: number, first?: Key<N>): N {
  const { build } = scan;
  const node = build.map(scan, start, false);
  enter(scan);
  let known = first;
  do {
    scan.owner = scan.line;
    if (known === undefined && readPair(scan, node, indent)) continue;
    if (known === undefined && isIndicator(scan, QUESTION)) explicitEntry(scan, node, indent);
    else {
      const { part, properties } = known ?? implicitKey(scan, indent);
      const key = keyNode(scan, part, finish(scan, part, properties));
      const value = valueBehind(scan, indent, false, indent - 1);
      build.put(scan, node, key, value, part.start, scan.end);
    }
    known = undefined;
  } while (nextEntry(scan, indent));
  scan.depth--;
  build.close(node, scan.end);
  return node;
}

function implicitKey<N>(scan: Scan<N>, indent: number): Key<N> {
  const { at: start, line, text } = scan;
  const isMarked = startsProperties(text.charCodeAt(start));
  const properties = isMarked ? readProperties(scan) : undefined;
  if (scan.line === line && isIndicator(scan, COLON))
    return { part: emptyPart(properties?.end ?? scan.at), properties };
  if (isIndicator(scan, DASH)) fail(scan, scan.at, "a list item stands among keys");
  const part = readPart(scan, indent, true);
  if (!isKey(scan, start, line)) fail(scan, start, "a key has no colon behind it");
  return { part, properties };
}

/** `? key`, and `: value` on a line below it. */
function explicitEntry<N>(scan: Scan<N>, map: N, indent: number): void {
  const { at: start, build, text } = scan;
  const made = valueBehind(scan, indent, true, indent);
  const keyStart = text.slice(start + 1, scan.end).search(/[^ \t]/) + start + 1;
  const key = text[keyStart] === "*" ? build.keyOfAlias(made, keyStart, scan.end) : made;
  const hasValue = nextEntry(scan, indent) && isIndicator(scan, COLON);
  const value = hasValue
    ? valueBehind(scan, indent, true, indent - 1)
    : finish(scan, emptyPart<N>(scan.end));
  build.put(scan, map, key, value, start, scan.end);
}

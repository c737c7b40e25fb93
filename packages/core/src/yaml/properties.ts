import {
  countNodes,
  fail,
  failTwice,
  isGap,
  note,
  type Part,
  type Properties,
  type Scan,
  skipGap,
} from "./scan.ts";

const NAME = /[^\s,[\]{}]*/y;
const LONG_TAG = /!<[^>\s]*>/y;
export const CORE = "tag:yaml.org,2002:";

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

export function startsProperties(code: number): boolean {
  return code === 0x26 || code === 0x21;
}

/** The anchor and tag at the place, on one line. The scan goes to what stands behind them. */
export function readProperties<N>(scan: Scan<N>): Properties {
  const { text, at: start } = scan;
  const found: Properties = {
    start,
    end: start,
    tagStart: start,
    count: scan.count,
    reach: scan.reach,
  };
  scan.reach = scan.depth;
  const { line } = scan;
  while (line === scan.line && startsProperties(text.charCodeAt(scan.at))) {
    const { at } = scan;
    const isAnchor = text[at] === "&";
    const name = (isAnchor ? undefined : match(LONG_TAG, text, at)) ?? match(NAME, text, at) ?? "";
    if (isAnchor) {
      if (!/[^&:]$/.test(name)) fail(scan, at, "this is no anchor's name");
      if (found.anchor !== undefined) failTwice(scan, at);
      found.anchor = name.slice(1);
    } else {
      if (found.tag !== undefined) failTwice(scan, at);
      found.tag = fullTag(name);
      found.tagStart = at;
    }
    scan.at = found.end = at + name.length;
    if (!isGap(text.charCodeAt(scan.at)) && !",]}".includes(text.charAt(scan.at)))
      fail(scan, scan.at, "a blank is missing");
    skipGap(scan);
  }
  return found;
}

function fullTag(name: string): string {
  if (name.startsWith("!<")) return name.slice(2, -1);
  return name.startsWith("!!") ? CORE + name.slice(2) : name;
}

/** The node of a part, with what stands before it. */
export function finish<N>(scan: Scan<N>, part: Part<N>, properties?: Properties): N {
  scan.end = part.end;
  if (part.node !== undefined) {
    if (properties !== undefined && part.collection === undefined)
      fail(scan, properties.start, "an alias can't have an anchor or a tag");
    return dress(scan, part.node, properties, part.collection);
  }
  countNodes(scan, 1);
  const node = scan.build.scalar(scan, part, properties);
  if (properties !== undefined) register(scan, node, properties);
  return node;
}

/** A map or a list with what stands before it. */
export function dress<N>(
  scan: Scan<N>,
  node: N,
  properties: Properties | undefined,
  collection: "map" | "seq" = "map",
): N {
  if (properties === undefined) return node;
  const { tag = "!" } = properties;
  if (tag !== "!" && tag !== CORE + collection) unknownTag(scan, properties);
  register(scan, node, properties);
  return node;
}

/** Notes a tag that says nothing about the value here. */
export function unknownTag<N>(scan: Scan<N>, { tag, tagStart }: Properties): void {
  note(
    scan,
    tagStart,
    `Unresolved tag: ${tag}; !!str, !!int, !!float, !!bool, !!null, !!map and !!seq are read`,
  );
}

function register<N>(scan: Scan<N>, node: N, { anchor, start, count, reach }: Properties): void {
  // One inside this node begins after it, and is what an alias means from then on.
  if (anchor !== undefined && !((scan.anchors.get(anchor)?.start ?? -1) > start))
    scan.anchors.set(anchor, {
      node,
      start,
      count: scan.count - count,
      height: scan.reach - scan.depth,
    });
  scan.reach = Math.max(scan.reach, reach);
}

/** The node that an alias names. */
export function readAlias<N>(scan: Scan<N>): Part<N> {
  const { text, at: start } = scan;
  const name = (match(NAME, text, start) ?? "").slice(1);
  const found = scan.anchors.get(name);
  if (found === undefined)
    fail(scan, start, `Unresolved alias: *${name}; an anchor &${name} must end before it`);
  const end = start + 1 + name.length;
  scan.at = end;
  countNodes(scan, found.count);
  const depth = scan.depth + found.height;
  if (depth > scan.reach) scan.reach = depth;
  if (depth > scan.maxDepth)
    fail(scan, start, `this is nested too deeply; at most ${scan.maxDepth} levels are read`);
  scan.aliases.push({ node: found.node, span: { start, end } });
  return { start, end, text: "", style: "plain", node: found.node };
}

/** What is not there. */
export function emptyPart<N>(at: number): Part<N> {
  return { start: at, end: at, text: "", style: "plain" };
}

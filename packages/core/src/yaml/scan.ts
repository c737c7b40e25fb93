import type { ScalarStyle, YamlComment } from "./nodes.ts";

const TAB = 0x09;
const NEWLINE = 0x0a;
const RETURN = 0x0d;
const SPACE = 0x20;
const HASH = 0x23;

/** More than any file has that a person means. */
const MAX_PROBLEMS = 100;

/** What can be a key: a scalar, or a node that is made already. */
export interface Part<N> {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly style: ScalarStyle;
  /** Of an alias, or of a map or list in flow style. */
  readonly node?: N;
  readonly collection?: "map" | "seq";
}

/** Anchor and tag of a node, and what was counted before it. */
export interface Properties {
  readonly start: number;
  end: number;
  anchor?: string;
  tag?: string;
  tagStart: number;
  readonly count: number;
  readonly reach: number;
}

/** Makes the nodes of one kind; the grammar is the same for all. */
export interface Builder<N> {
  scalar(scan: Scan<N>, part: Part<N>, properties: Properties | undefined): N;
  map(scan: Scan<N>, start: number, flow: boolean): N;
  list(scan: Scan<N>, start: number, flow: boolean): N;
  /** `end` is that of the entry. */
  put(scan: Scan<N>, map: N, key: N, value: N, start: number, end: number): void;
  push(list: N, item: N): unknown;
  /** Says where a map or list ends. */
  close(node: N, end: number): void;
  /** A node for the place where an alias is a key. */
  keyOfAlias(node: N, start: number, end: number): N;
}

export interface Anchored<N> {
  readonly node: N;
  readonly start: number;
  readonly count: number;
  readonly height: number;
}

/** The place in the text, and what was found so far. */
export interface Scan<N> {
  readonly text: string;
  readonly build: Builder<N>;
  readonly maxDepth: number;
  readonly maxNodes: number;
  at: number;
  /** Of the node that was read last. */
  end: number;
  /** Counts from 1. */
  line: number;
  lineStart: number;
  /** Spaces at the start of the line. */
  indent: number;
  /** Of the first character of the line that is no blank. */
  first: number;
  /** The line of the key or list item that the next map belongs to. */
  owner: number;
  depth: number;
  /** The deepest level since the last anchor. */
  reach: number;
  /** Visited nodes. */
  count: number;
  readonly anchors: Map<string, Anchored<N>>;
  readonly comments: YamlComment[] | undefined;
  readonly aliases: { readonly node: N; readonly span: { start: number; end: number } }[];
  readonly faults: Fault[];
}

export interface Fault {
  readonly offset: number;
  readonly message: string;
}

/** Ends the reading; the fault is noted. */
export const STOP = new Error("");

export function note<N>({ faults }: Scan<N>, offset: number, message: string): void {
  if (faults.length < MAX_PROBLEMS) faults.push({ offset, message });
}

export function fail<N>(scan: Scan<N>, offset: number, message: string): never {
  scan.faults.push({ offset, message });
  throw STOP;
}

export function failTab<N>(scan: Scan<N>, offset: number): never {
  return fail(scan, offset, "it is indented with a tab; only spaces indent");
}

export function failTwice<N>(scan: Scan<N>, offset: number): never {
  return fail(scan, offset, "a node has one anchor and one tag");
}

/** A blank, a line break or the end of the text. */
export function isGap(code: number): boolean {
  return (
    !(code > SPACE) && (Number.isNaN(code) || code === SPACE || (code >= TAB && code <= RETURN))
  );
}

/** Goes to the start of a line, behind its spaces. */
export function startLine<N>(scan: Scan<N>, start: number): number {
  let at = start;
  while (scan.text.charCodeAt(at) === SPACE) at++;
  scan.line++;
  scan.lineStart = start;
  scan.indent = at - start;
  return at;
}

/** Goes on to the next character that is neither blank nor in a comment. */
export function skipGap<N>(scan: Scan<N>): void {
  const { text } = scan;
  const { lineStart, first } = scan;
  let { at } = scan;
  const isFirst = at === first;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === NEWLINE) at = startLine(scan, at + 1);
    else if (code === SPACE || code === TAB || code === RETURN) at++;
    else if (code === HASH && (at === scan.lineStart || isGap(text.charCodeAt(at - 1))))
      at = comment(scan, at);
    else break;
  }
  scan.at = at;
  if (isFirst || scan.lineStart !== lineStart) scan.first = at;
}

function comment<N>({ text, comments, line }: Scan<N>, start: number): number {
  const found = text.indexOf("\n", start);
  const end = found < 0 ? text.length : found - (text.charCodeAt(found - 1) === RETURN ? 1 : 0);
  comments?.push({ text: text.slice(start + 1, end).trim(), span: { start, end }, line });
  return end;
}

export function isFresh<N>({ at, first }: Scan<N>): boolean {
  return at === first;
}

/** Of the character at the place; -1 at the end of the document. */
export function column<N>(scan: Scan<N>): number {
  const { at, lineStart, text } = scan;
  return at >= text.length || (at === lineStart && isMarker(text, at)) ? -1 : at - lineStart;
}

/** `---` or `...`, which must stand at the start of a line. */
export function isMarker(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code !== 0x2d && code !== 0x2e) return false;
  return (
    text.charCodeAt(at + 1) === code &&
    text.charCodeAt(at + 2) === code &&
    isGap(text.charCodeAt(at + 3))
  );
}

/** Whether an indicator stands at the place: a character with a gap behind it. */
export function isIndicator<N>({ text, at }: Scan<N>, code: number): boolean {
  return text.charCodeAt(at) === code && isGap(text.charCodeAt(at + 1));
}

/** @throws STOP where a tab is part of the line's indentation. */
export function refuseTab<N>(scan: Scan<N>): void {
  if (isFresh(scan) && scan.at - scan.lineStart !== scan.indent)
    failTab(scan, scan.lineStart + scan.indent);
}

/** Opens a level of maps or lists. */
export function enter<N>(scan: Scan<N>): void {
  scan.depth++;
  if (scan.depth > scan.reach) scan.reach = scan.depth;
  if (scan.depth > scan.maxDepth)
    fail(scan, scan.at, `this is nested too deeply; at most ${scan.maxDepth} levels are read`);
  countNodes(scan, 1);
}

export function countNodes<N>(scan: Scan<N>, nodes: number): void {
  scan.count += nodes;
  if (scan.count > scan.maxNodes)
    fail(
      scan,
      scan.at,
      `more than ${scan.maxNodes} values are read, those that aliases repeat counted each time`,
    );
}

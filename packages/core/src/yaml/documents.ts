import { blockNode } from "./block.ts";
import { emptyPart, finish } from "./properties.ts";
import { type Builder, column, fail, note, type Scan, STOP, skipGap, startLine } from "./scan.ts";

/** More would be a list of documents, not a file of one thing. */
const MAX_LEVELS = 500;

export interface RawDocument<N> {
  /** Of its first line. */
  readonly line: number;
  readonly node: N;
}

export function scanOf<N>(
  text: string,
  build: Builder<N>,
  limits: { readonly maxDepth: number; readonly maxNodes: number; readonly comments: boolean },
): Scan<N> {
  return {
    text,
    build,
    maxDepth: Math.min(limits.maxDepth, MAX_LEVELS),
    maxNodes: limits.maxNodes,
    at: 0,
    end: 0,
    line: 0,
    lineStart: -1,
    indent: 0,
    first: 0,
    owner: 1,
    depth: 0,
    reach: 0,
    count: 0,
    anchors: new Map(),
    comments: limits.comments ? [] : undefined,
    aliases: [],
    faults: [],
  };
}

/** Reads up to `maxDocuments`; what is wrong is in the scan's `faults`. */
export function readDocuments<N>(scan: Scan<N>, maxDocuments: number): RawDocument<N>[] {
  const documents: RawDocument<N>[] = [];
  try {
    refuseOtherBreaks(scan);
    scan.at = scan.first = startLine(scan, scan.text.startsWith("\uFEFF") ? 1 : 0);
    while (readDocument(scan, documents, maxDocuments));
  } catch (error) {
    if (error !== STOP) throw error;
  }
  return documents;
}

/** Other readers of YAML go to a new line there: what is a comment here would be a key for them. */
function refuseOtherBreaks<N>(scan: Scan<N>): void {
  const at = scan.text.search(/\r(?!\n)|[\x85\u2028\u2029]/);
  if (at >= 0) fail(scan, at, "a line ends with something else than a line feed");
}

/** @returns Whether there may be another. */
function readDocument<N>(
  scan: Scan<N>,
  documents: RawDocument<N>[],
  maxDocuments: number,
): boolean {
  skipGap(scan);
  const { text } = scan;
  const hadDirectives = directives(scan);
  while (
    !hadDirectives &&
    text.startsWith("...", scan.at) &&
    column(scan) < 0 &&
    scan.at < text.length
  ) {
    const { line } = scan;
    scan.at += 3;
    skipGap(scan);
    if (scan.line === line && scan.at < text.length)
      fail(scan, scan.at, "behind ... stands only a comment");
  }
  const { at: start, line } = scan;
  const isMarked = text.startsWith("---", start) && column(scan) < 0 && start < text.length;
  if (!isMarked && hadDirectives) fail(scan, start, "behind directives stands ---");
  if (start >= text.length) return false;
  if (documents.length === maxDocuments) {
    const limit =
      maxDocuments === 1
        ? "a second document begins; only one is read"
        : `it has more than ${maxDocuments} documents`;
    fail(scan, start, limit);
  }
  if (isMarked) {
    scan.at += 3;
    skipGap(scan);
  }
  scan.anchors.clear();
  scan.owner = scan.line;
  const isEmpty = column(scan) < 0;
  const node = isEmpty
    ? finish(scan, emptyPart<N>(start + (isMarked ? 3 : 0)))
    : blockNode(scan, -1, scan.first === scan.at);
  documents.push({ line, node });
  skipGap(scan);
  if (scan.at >= text.length) return false;
  if (column(scan) >= 0) fail(scan, scan.at, "this belongs to nothing before it");
  return true;
}

function directives<N>(scan: Scan<N>): boolean {
  const { text } = scan;
  let isAny = false;
  while (text[scan.at] === "%" && scan.at === scan.lineStart) {
    isAny = true;
    const [line = "", version] =
      /^%\S*[ \t]*(\S*)[^\n#]*/.exec(text.slice(scan.at, scan.at + 1000)) ?? [];
    if (!line.startsWith("%YAML ") || !/^\d+\.\d+$/.test(version ?? ""))
      note(scan, scan.at, "of directives only %YAML is read");
    scan.at += line.length;
    skipGap(scan);
  }
  return isAny;
}

import type { CompiledAllowlist } from "./allowlists.ts";
import { type CompiledRule, secretOf } from "./compiled-rule.ts";
import { originalOf, type Segment, touchedSegments } from "./decode.ts";
import { entropy } from "./entropy.ts";
import type { Candidate, Fragment } from "./fragment.ts";
import { type Lines, linesOf } from "./lines.ts";

/** One text in which a fragment is looked at: the fragment's own, or a decoded form of it. */
export interface Pass {
  readonly fragment: Fragment;
  readonly text: string;
  /** Empty in the first pass. */
  readonly segments: readonly Segment[];
  /** Of the fragment's own text. */
  readonly lines: Lines;
  readonly globalAllowlists: readonly CompiledAllowlist[];
}

/** What people write on a line that is no secret. */
export const ALLOW_MARK = "gitleaks:allow";

/** The matches of one rule in one pass, required rules not yet asked. The order of checks is that of gitleaks. */
export function matchRule(compiled: CompiledRule, pass: Pass): readonly Candidate[] {
  const { rule } = compiled;
  const { fragment } = pass;
  if (compiled.allowlists.some((list) => list.allowsPlace(fragment.path, fragment.commit)))
    return [];
  if (rule.regex === undefined) {
    return pass.segments.length === 0 && fragment.path !== "" && compiled.matchesPath(fragment.path)
      ? [nameCandidate(compiled, fragment)]
      : [];
  }
  if (rule.path !== undefined && !compiled.matchesPath(fragment.path)) return [];
  const out: Candidate[] = [];
  for (const span of compiled.search(pass.text)) {
    const candidate = toCandidate(compiled, pass, span);
    if (candidate !== undefined) out.push(candidate);
  }
  return out;
}

function toCandidate(
  compiled: CompiledRule,
  pass: Pass,
  span: { readonly start: number; readonly end: number },
): Candidate | undefined {
  const { rule } = compiled;
  const { fragment, lines } = pass;
  const match = trimNewlines(pass.text.slice(span.start, span.end));
  const touched = touchedSegments(pass.segments, span);
  if (pass.segments.length > 0 && touched.length === 0) return undefined;
  const place =
    touched.length > 0
      ? originalOf(touched, span)
      : // The start stays where it is when a newline was trimmed there.
        { start: span.start, end: span.start + match.length };
  const line = lines.around(skipNewlines(fragment.text, place.start, place.end), place.end);
  const secret = secretOf(compiled, match);
  const bits = entropy(secret);
  if (rule.entropy !== 0 && bits <= rule.entropy) return undefined;
  const question = {
    path: fragment.path,
    commit: fragment.commit,
    secret,
    match,
    line: touched.length > 0 ? decodedLine(pass.text, touched) : line,
  };
  if (pass.globalAllowlists.some((list) => list.allowsFinding(question))) return undefined;
  if (compiled.allowlists.some((list) => list.allowsFinding(question))) return undefined;
  const decoded = pass.segments.length > 0;
  if (rule.accept?.({ ...question, text: pass.text, start: span.start, decoded }) === false)
    return undefined;
  return {
    ruleId: rule.id,
    fragment,
    match,
    secret,
    entropy: bits,
    start: place.start,
    end: place.end,
    startLine:
      fragment.startLine + lines.before(place.start) + leadingNewline(fragment.text, place.start),
    line,
    marked: line.includes(ALLOW_MARK),
    ...(rule.verify === undefined ? {} : { checksumHolds: rule.verify(secret) }),
    tags: [...rule.tags, ...decodeTags(touched)],
  };
}

/** A match that begins on a newline belongs to the line after it. */
function leadingNewline(text: string, start: number): number {
  return text[start] === "\n" ? 1 : 0;
}

function skipNewlines(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && text[at] === "\n") at += 1;
  return at;
}

function trimNewlines(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text[start] === "\n") start += 1;
  while (end > start && text[end - 1] === "\n") end -= 1;
  return text.slice(start, end);
}

function decodedLine(text: string, touched: readonly Segment[]): string {
  const start = Math.min(...touched.map((segment) => segment.decoded.start));
  const end = Math.max(...touched.map((segment) => segment.decoded.end));
  return linesOf(text).around(start, end);
}

function decodeTags(touched: readonly Segment[]): readonly string[] {
  if (touched.length === 0) return [];
  const kinds = new Set(touched.flatMap((segment) => [...segment.kinds]));
  const order = ["percent", "unicode", "hex", "base64"] as const;
  return [
    ...order.filter((kind) => kinds.has(kind)).map((kind) => `decoded:${kind}`),
    `decode-depth:${touched[0]?.depth ?? 1}`,
  ];
}

function nameCandidate({ rule }: CompiledRule, fragment: Fragment): Candidate {
  return {
    ruleId: rule.id,
    fragment,
    match: `file detected: ${fragment.path}`,
    secret: "",
    entropy: 0,
    start: -1,
    end: -1,
    startLine: 0,
    line: "",
    marked: false,
    tags: rule.tags,
  };
}

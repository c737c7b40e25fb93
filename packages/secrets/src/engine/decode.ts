import type { Encoding } from "./decode-kinds.ts";
import { encodedRuns, type Span, touches } from "./encoded-runs.ts";

/** A place where one pass put plain text for an encoded one. */
export interface Segment {
  /** In the text as it was before any pass. */
  readonly original: Span;
  /** In the text of the pass before. */
  readonly encoded: Span;
  /** In the text of this pass. */
  readonly decoded: Span;
  readonly kinds: ReadonlySet<Encoding["kind"]>;
  readonly depth: number;
  /** All segments of the pass before. */
  readonly predecessors: readonly Segment[];
}

export interface DecodedPass {
  readonly text: string;
  readonly segments: readonly Segment[];
}

/** Replaces every encoded run of a text by its plain text. Keeps what it decoded for the passes that follow. */
export function createDecoder(): (text: string, predecessors: readonly Segment[]) => DecodedPass {
  const known = new Map<string, string>();
  return (text, predecessors) => {
    const segments: Segment[] = [];
    const parts: string[] = [];
    let from = 0;
    let shift = 0;
    for (const { span, encoding } of encodedRuns(text)) {
      const encoded = text.slice(span.start, span.end);
      let plain = known.get(encoded);
      if (plain === undefined) {
        plain = encoding.decode(encoded);
        known.set(encoded, plain);
      }
      if (plain === "") continue;
      const kinds = new Set([encoding.kind]);
      for (const earlier of predecessors) {
        if (touches(span, earlier.decoded)) for (const kind of earlier.kinds) kinds.add(kind);
      }
      segments.push({
        original: originalOf(predecessors, span),
        encoded: span,
        decoded: { start: span.start + shift, end: span.start + shift + plain.length },
        kinds,
        depth: 1 + (predecessors[0]?.depth ?? 0),
        predecessors,
      });
      parts.push(text.slice(from, span.start), plain);
      from = span.end;
      shift += plain.length - encoded.length;
    }
    if (segments.length === 0) return { text, segments };
    return { text: parts.join("") + text.slice(from), segments };
  };
}

/** The segments of a pass that a match touches: without any, the match is an old one. */
export function touchedSegments(segments: readonly Segment[], span: Span): readonly Segment[] {
  return segments.filter((segment) => touches(segment.decoded, span));
}

/** Where a span of decoded text stood in the first text; inside one segment, the whole of its encoded run. */
export function originalOf(segments: readonly Segment[], span: Span): Span {
  if (segments.length === 0) return span;
  let above: Span | undefined;
  for (const segment of segments) {
    const { decoded, encoded } = segment;
    if (!touches(decoded, span)) continue;
    if (decoded.start <= span.start && span.end <= decoded.end) return segment.original;
    const widened = {
      start: encoded.start + Math.min(0, span.start - decoded.start),
      end: encoded.end + Math.max(0, span.end - decoded.end),
    };
    above =
      above === undefined
        ? widened
        : { start: Math.min(above.start, widened.start), end: Math.max(above.end, widened.end) };
  }
  return above === undefined ? span : originalOf(segments[0]?.predecessors ?? [], above);
}

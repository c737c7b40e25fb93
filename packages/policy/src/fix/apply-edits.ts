import type { Edit } from "../rule.ts";

/** The text with the edits in place; of two that overlap the first counts. Equal edits are one. */
export function applyEdits(
  text: string,
  edits: readonly Edit[],
): { readonly text: string; readonly applied: readonly Edit[]; readonly left: readonly Edit[] } {
  const applied: Edit[] = [];
  const left: Edit[] = [];
  for (const edit of edits) {
    const { start, end } = edit;
    const isSame = (other: Edit) =>
      other.start === start && other.end === end && other.text === edit.text;
    if (applied.some(isSame)) continue;
    const collides = applied.some((other) =>
      start === end && other.start === other.end
        ? false
        : start < other.end && other.start < end
          ? true
          : start === other.start && end === other.end,
    );
    const isWithin = start >= 0 && start <= end && end <= text.length;
    (collides || !isWithin ? left : applied).push(edit);
  }
  const sorted = applied.toSorted((a, b) => a.start - b.start || a.end - b.end);
  let at = 0;
  let made = "";
  for (const { start, end, text: inserted } of sorted) {
    made += text.slice(at, start) + inserted;
    at = end;
  }
  return { text: made + text.slice(at), applied: sorted, left };
}

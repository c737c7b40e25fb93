import type { Edit } from "../rule.ts";

/** The text with the edits in place; of two that overlap the first counts. Equal edits are one. */
export function applyEdits(
  text: string,
  edits: readonly Edit[],
): { readonly text: string; readonly applied: readonly Edit[]; readonly left: readonly Edit[] } {
  const applied: Edit[] = [];
  const left: Edit[] = [];
  for (const edit of edits) {
    if (applied.some((other) => isSame(edit, other))) continue;
    (fits(text, edit, applied) ? applied : left).push(edit);
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

/** Whether an edit lies within the text and touches none of the others. Of two insertions at one place both are made. */
export function fits(text: string, edit: Edit, others: readonly Edit[]): boolean {
  const { start, end } = edit;
  const collides = (other: Edit) =>
    !isSame(edit, other) &&
    ((start < other.end && other.start < end) ||
      (start === other.start && end === other.end && start < end));
  return start >= 0 && start <= end && end <= text.length && !others.some(collides);
}

function isSame(edit: Edit, other: Edit): boolean {
  return other.start === edit.start && other.end === edit.end && other.text === edit.text;
}

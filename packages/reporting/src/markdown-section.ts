import { fit, type Measure } from "./budget.ts";

/** A part of a Markdown report that may be cut between its pieces. */
export interface Section {
  readonly head: string;
  readonly parts: readonly string[];
  readonly tail: string;
  /** The part of the room left that the section may take. */
  readonly share: number;
  readonly more: (leftOut: number) => string;
}

/** A section as far as its share of the room allows; nothing where it is empty or has no room for one piece. */
export function writeSection(section: Section, room: number, measure: Measure): string {
  if (section.parts.length === 0) return "";
  const frame = measure(section.head) + measure(section.tail);
  const { text } = fit(
    section.parts,
    Math.floor(room * section.share) - frame,
    measure,
    section.more,
  );
  return text === "" ? "" : `${section.head}${text}${section.tail}`;
}

import type { ReportedFinding } from "@assay/core";
import { clip, escapeControlCharacters } from "@assay/core";

const MAX_LINES = 60;
const MAX_LINE = 2000;

/** A text to copy. */
export interface Verbatim {
  readonly label: string;
  readonly value: string;
  /** What it is for, such as `, for the first 10 of 12`; empty where it stands for all that was given. */
  readonly part: string;
}

/** The lines of a text to copy, with their indents, and nothing in them that hides. Not yet escaped for any language. */
export function verbatimLines(text: string, limit: number = MAX_LINES): readonly string[] {
  const lines = text.replace(/\n$/, "").split(/\r\n|\n/, limit + 1);
  const kept = lines.slice(0, limit).map((line) => escapeControlCharacters(clip(line, MAX_LINE)));
  return lines.length > limit ? [...kept, "…"] : kept;
}

/**
 * The texts to copy of a group, one for each label: entries of the same list of the config file become one entry to paste for the
 * whole group. No entry is cut in two: what is pasted has to be read as it was meant.
 *
 * @param limit lines of one text; the first entry is there even where it alone has more
 */
export function verbatimOf(
  group: readonly ReportedFinding[],
  limit: number = MAX_LINES,
): readonly Verbatim[] {
  const byLabel = new Map<string, string[]>();
  for (const { evidence = [] } of group) {
    for (const { label, value, verbatim } of evidence) {
      if (verbatim !== true) continue;
      const values = byLabel.get(label);
      if (values === undefined) byLabel.set(label, [value]);
      else if (!values.includes(value)) values.push(value);
    }
  }
  return [...byLabel].map(([label, values]) => {
    const kept = whole(values, limit);
    const part = kept < values.length ? `, for the first ${kept} of ${values.length}` : "";
    return { label, value: joined(values.slice(0, kept)), part };
  });
}

/** How many of the texts fit. */
function whole(values: readonly string[], limit: number): number {
  let lines = 0;
  const over = values.findIndex((value) => {
    lines += value.split("\n").length;
    return lines > limit;
  });
  return over === -1 ? values.length : Math.max(1, over);
}

/** Values whose first lines are the same up to a list item, as one list. Others stand one below the other. */
function joined([first = "", ...others]: readonly string[]): string {
  const lines = first.replace(/\n$/, "").split("\n");
  const items = lines.findIndex((line) => /^\s*- /.test(line));
  const head = lines.slice(0, items).map((line) => `${line}\n`);
  const start = head.join("");
  if (
    items < 1 ||
    !others.every((other) => other.startsWith(start) && /^\s*- /.test(other.slice(start.length)))
  ) {
    return [first, ...others].join("\n");
  }
  return [
    lines.join("\n"),
    ...others.map((other) => other.slice(start.length).replace(/\n$/, "")),
  ].join("\n");
}

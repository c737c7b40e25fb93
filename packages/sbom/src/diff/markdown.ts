import { escapeMarkdown } from "@assay/core";
import { changesTable } from "../changes/table.ts";
import type { Diff } from "./check.ts";
import { countsText } from "./counts.ts";

/** The whole table for people. */
export function diffMarkdown({ before, after, changes }: Diff): string {
  const title = `# ${escapeMarkdown(before.name)} → ${escapeMarkdown(after.name)}`;
  const maxRows = changes.length;
  const found = changesTable(changes, [before.wayTo, after.wayTo], { maxRows });
  if (found === undefined) return `${title}\n\nNo package differs.\n`;
  const { columns, rows } = found.table;
  const line = (cells: readonly string[]) => `| ${cells.map(cellText).join(" | ")} |`;
  return [
    title,
    "",
    `${countsText(changes)}.`,
    "",
    line(columns),
    `|${columns.map(() => "---|").join("")}`,
    ...rows.map(line),
    "",
  ].join("\n");
}

function cellText(text: string): string {
  return escapeMarkdown(text.replaceAll(/\s+/g, " ").slice(0, 500));
}

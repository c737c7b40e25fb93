import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What `scripts/texts-of-actions.ts` leaves of a description: the action, its input, and how much of that text it was. */
const REFERENCE = /^@([a-z-]+)\.([a-z0-9-]+):(\d+)$/;
/** From `dist/shared/`. */
const ACTIONS = join(import.meta.dirname, "../../actions");

/** The description of an input, which `dist/` leaves to the `action.yml` that says it too. Where that can't be read it says so. */
export function describedInput(description: string, actions: string = ACTIONS): string {
  const [, action = "", input = "", length] = REFERENCE.exec(description) ?? [];
  if (length === undefined) return description;
  const text = textIn(join(actions, action, "action.yml"), input).slice(0, Number(length));
  return text.length === Number(length)
    ? text
    : `(No text: actions/${action}/action.yml is missing or was changed.)`;
}

function textIn(path: string, input: string): string {
  let lines: readonly string[];
  try {
    lines = readFileSync(path, "utf8").split(/\r?\n/);
  } catch {
    return "";
  }
  // Written by our own generator: the input, `description: >-`, and folded lines.
  const start = lines.indexOf(`  ${input}:`) + 2;
  const end = lines.findIndex((line, index) => index >= start && !line.startsWith("      "));
  const text = start < 2 ? [] : lines.slice(start, end < 0 ? undefined : end);
  return text.map((line) => line.trim()).join(" ");
}

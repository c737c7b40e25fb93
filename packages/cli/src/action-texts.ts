import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What `scripts/texts-of-actions.ts` leaves of a description: the action, its input, and how much of that text it was. */
const REFERENCE = /^@([a-z-]+)\.([a-z0-9-]+):(\d+)$/;
/** From `dist/shared/`. */
const ACTIONS = "../../actions";

/** The description of an input, which `dist/` leaves to the `action.yml` that says it too. */
export function describedInput(description: string): string {
  const [, action = "", input = "", length] = REFERENCE.exec(description) ?? [];
  if (length === undefined) return description;
  const path = join(import.meta.dirname, ACTIONS, action, "action.yml");
  const lines = existsSync(path) ? readFileSync(path, "utf8").split("\n") : [];
  const start = lines.indexOf(`  ${input}:`) + 2;
  const end = lines.findIndex((line, index) => index >= start && !line.startsWith("      "));
  const text = lines.slice(start, end).map((line) => line.trim());
  // Written by our own generator, `description: >-` first, and folded.
  if (start < 2 || text.length === 0) return `See the documentation of ${action}.`;
  return text.join(" ").slice(0, Number(length));
}

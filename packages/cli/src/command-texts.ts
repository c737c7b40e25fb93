import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What `scripts/texts-of-{commands,actions}.ts` leave of a text. */
const REFERENCE = /^@([a-z]+\/(?:command|section|example)|[a-z-]+\.[a-z0-9-]+)$/;

/** What a command says of itself, of its inputs or of its section of the config file: `dist/` has these texts in a file that only help reads. */
export function commandText(text: string, folder: string = import.meta.dirname): string {
  const [, key] = REFERENCE.exec(text) ?? [];
  if (key === undefined) return text;
  try {
    const texts = JSON.parse(readFileSync(join(folder, "cli-texts.json"), "utf8")) as Record<
      string,
      string
    >;
    return texts[key] ?? MISSING;
  } catch {
    return MISSING;
  }
}

const MISSING = "(No text: dist/shared/cli-texts.json is missing or was changed.)";

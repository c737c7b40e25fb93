import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What `scripts/texts-of-{commands,actions}.ts` leave of a text. */
const REFERENCE = /^@([a-z]+\/(?:command|section|example)|[a-z-]+(?:\.[a-z0-9-]+)?)$/;

/**
 * What a command says of itself, of its inputs or of its section of the config file: `dist/` has these texts in a file that only help
 * reads.
 *
 * @param input The name of the input that the text is of.
 */
export function commandText(
  text: string,
  input?: string,
  folder: string = import.meta.dirname,
): string {
  const [, of] = REFERENCE.exec(text) ?? [];
  if (of === undefined) return text;
  const isWhole = input === undefined || of.includes(".");
  try {
    const texts = JSON.parse(readFileSync(join(folder, "cli-texts.json"), "utf8")) as Record<
      string,
      string
    >;
    if (isWhole) return texts[of] ?? MISSING;
    // `vsa-key-password` is described like `key-password`.
    const names = input.split("-").map((_, at, words) => words.slice(at).join("-"));
    const known = names.find((name) => texts[`${of}.${name}`] !== undefined);
    return texts[`${of}.${known}`] ?? MISSING;
  } catch {
    return MISSING;
  }
}

const MISSING = "(No text: dist/shared/cli-texts.json is missing or was changed.)";

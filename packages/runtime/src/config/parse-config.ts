import type { ConfigFile, ConfigSection } from "@assay/core";
import { isRecord, PROJECT_URL, UsageError } from "@assay/core";
import type { Schema } from "@assay/core/schema";
import { composeSchema } from "./compose-schema.ts";
import { explainIssues, valueAt } from "./issues.ts";
import { quoting } from "./quote-problems.ts";
import { parseYaml } from "./yaml-document.ts";

/**
 * Parses and checks the text of a config file.
 *
 * @param path For messages, relative to the root.
 * @throws UsageError with one problem, `path:line:column: …`, for every mistake, and its line to quote.
 */
export function parseConfig(
  path: string,
  text: string,
  sections: readonly ConfigSection[],
): ConfigFile {
  const schema = composeSchema(sections);
  const read = () => parse(path, text, schema);
  return isConfig(text, Object.keys(schema.json.properties ?? {}))
    ? quoting({ path, text }, read)
    : read();
}

/** A file without any key of ours is another file, named by mistake, perhaps one of secrets: no line of it is quoted. */
function isConfig(text: string, keys: readonly string[]): boolean {
  const found = text.match(/^["']?[\w-]+(?=["']?\s*:)/gm) ?? [];
  return found.some((key) => keys.includes(key.replace(/^["']/, "")));
}

/** What is no mapping is another file, named by mistake, perhaps one of secrets: nothing of it is shown. */
function noMapping(path: string, value: unknown): UsageError {
  const found = Array.isArray(value) ? "a list" : "text";
  return new UsageError(`${path} is no config file: it holds ${found} and no mapping of keys`, {
    hint: `${PROJECT_URL}/blob/main/docs/reference/config.md shows what a config file looks like.`,
  });
}

function parse(path: string, text: string, schema: Schema): ConfigFile {
  const document = parseYaml(path, text);
  // A file of comments only is what `assay init` leaves when nothing is switched on.
  const value = document.value ?? {};
  if (!isRecord(value)) throw noMapping(path, value);
  const checked = schema.check(value);
  if (checked.issues !== undefined) {
    const problems = explainIssues(checked.issues, document, schema.json);
    throw new UsageError(
      problems.length === 1 ? `${path} has a mistake` : `${path} has ${problems.length} mistakes`,
      {
        problems,
        hint: `${PROJECT_URL}/blob/main/docs/reference/config.md lists every key.`,
      },
    );
  }
  const data = isRecord(checked.value) ? checked.value : {};
  return {
    path,
    text,
    // The schema of the section made this value, and only its own package asks for it.
    section: <T>(key: string) => (Object.hasOwn(data, key) ? (data[key] as T) : undefined),
    value: (key) => valueAt(value, keyPath(key)),
    place: (key) => (document.has(keyPath(key)) ? document.place(keyPath(key)) : undefined),
  };
}

function keyPath(key: string): readonly PropertyKey[] {
  if (key === "") return [];
  return key.split(".").map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

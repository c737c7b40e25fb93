import { relative, resolve } from "node:path";
import { type CheckContext, type Finding, MAX_FILE_BYTES, UsageError } from "@assay/core";
import { followedFileAt } from "@assay/git";
import { baseOf, isChange } from "@assay/inventory";
import type { Imported, ImportedDenial } from "./collect.ts";
import type { Ignore } from "./entry.ts";
import { entryFinding } from "./findings.ts";

const MAX_BYTES = 1024 * 1024;
const MAX_ENTRIES = 10_000;

type Readers = typeof import("./readers.ts");
type Reader = (path: string, text: string) => Imported;

/** Those of the root, with their readers. */
const AT_ROOT = {
  ".trivyignore": "readTrivyIgnore",
  ".trivyignore.yaml": "readTrivyYaml",
  ".grype.yaml": "readGrype",
  ".github/dependency-review-config.yml": "readDependencyReview",
} as const;

/**
 * The ignores of other tools' files.
 *
 * @param folders Of lockfiles, relative to the root: an `osv-scanner.toml` is for its own folder only.
 */
export async function importIgnores(context: CheckContext, folders: Iterable<string>) {
  const { settings } = context;
  const found: { ignores: Ignore[]; findings: Finding[]; denied: ImportedDenial[] } = {
    ignores: [],
    findings: [],
    denied: [],
  };
  const take = async (path: string, readerOf: (readers: Readers) => Reader) => {
    try {
      const bytes = await settings.read(path, { maxBytes: MAX_BYTES });
      if (bytes === undefined) return;
      const {
        ignores,
        faults,
        denied = [],
      } = readerOf(await import("./readers.ts"))(path, textOf(path, bytes));
      if (ignores.length + faults.length + denied.length > MAX_ENTRIES)
        throw new UsageError(`${path} has more than ${MAX_ENTRIES} entries`);
      if (path.includes("/osv-scanner") && (await isAdded(context, path, bytes)))
        found.findings.push(
          entryFinding("ignore-added", { path }, "", `The change brings or alters ${path}`),
        );
      found.ignores.push(...ignores);
      found.denied.push(...denied);
      for (const { line, id, why } of faults) {
        const place = line === undefined ? { path } : { path, startLine: line };
        const message = `The ignore for ${id} is not applied: ${why}`;
        found.findings.push(entryFinding("ignore-faulty", place, id, message));
      }
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      const message = `No ignore of ${path} is applied: ${error.message}`;
      found.findings.push(entryFinding("ignore-faulty", { path }, "", message, error.hint));
    }
  };
  for (const [path, name] of Object.entries(AT_ROOT)) await take(path, (readers) => readers[name]);
  for (const folder of new Set(folders))
    await take(
      `${folder === "" ? "" : `${folder}/`}osv-scanner.toml`,
      ({ readOsvScanner }) =>
        (path, text) =>
          readOsvScanner(path, text, folder),
    );
  return found;
}

/** Whether a change from inside brings a file, or alters it. */
export async function isAdded(
  context: CheckContext,
  path: string,
  bytes: Uint8Array,
): Promise<boolean> {
  if (context.settings.from === "base" || !isChange(context)) return false;
  const base = await baseOf(context);
  if (typeof base === "string") return false;
  const { repository, commit } = base;
  const inside = relative(context.root, resolve(context.root, path));
  const before = await followedFileAt(
    repository,
    commit,
    repository.prefix + inside,
    MAX_FILE_BYTES,
  );
  return before === undefined || Buffer.compare(before, bytes) !== 0;
}

export function textOf(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError(`${path} is no UTF-8`);
  }
}

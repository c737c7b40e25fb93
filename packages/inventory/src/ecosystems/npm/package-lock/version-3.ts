import { isRecord, UsageError } from "@assay/core";
import { scanJsonKeys } from "../../../json-keys.ts";
import type { NpmEntry, NpmLockfile, NpmProblem } from "./entry.ts";
import { readEntry, textOf } from "./fields.ts";

const MAX_KEY = 4096;

/**
 * The entries of a lockfile of version 2 or 3, with their lines. The nested `dependencies` that version 2 carries for old
 * clients are not looked at: `packages` says all of it.
 *
 * @throws UsageError when `json` has no `packages`.
 */
export function readPackages(json: Record<string, unknown>, text: string): NpmLockfile {
  const packages = json["packages"];
  if (!isRecord(packages)) {
    throw new UsageError("The lockfile has no `packages`", {
      hint: "Write it again with `npm install --package-lock-only`.",
    });
  }
  const { lines, duplicates } = packageLines(text);
  const problems: NpmProblem[] = duplicates.map(({ key, line }) => ({
    key,
    line,
    reason: "the entry stands in the lockfile more than once; the last one was read",
  }));
  const entries = new Map<string, NpmEntry>();
  for (const [key, value] of Object.entries(packages)) {
    const line = lines.get(key);
    const reason = keyProblem(key) ?? (isRecord(value) ? undefined : "the entry is no object");
    if (reason !== undefined || !isRecord(value)) {
      problems.push({ key: key.slice(0, 200), line, reason: reason ?? "the entry is no object" });
      continue;
    }
    const { entry, problems: found } = readEntry(key, line, value);
    entries.set(key, entry);
    problems.push(...found.map((each) => ({ key, line, reason: each })));
  }
  if (!entries.has("")) {
    // In a folder without a manifest npm writes no entry at all.
    if (Object.keys(packages).length > 0)
      problems.push({ key: "", reason: "the lockfile has no entry for the project itself" });
    entries.set("", readEntry("", undefined, {}).entry);
  }
  problems.push(...missingFromPackages(json["dependencies"], packages));
  const top = { name: textOf(json["name"]), version: textOf(json["version"]) };
  return { ...top, nested: false, entries, problems };
}

const MAX_NAMED = 5;

/** Version 2 says everything twice. Where the old part, which npm 6 reads, says other packages, somebody changed one of them. */
function missingFromPackages(
  dependencies: unknown,
  packages: Record<string, unknown>,
): readonly NpmProblem[] {
  const missing: string[] = [];
  const pending: (readonly [string, unknown])[] = [["", dependencies]];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [folder, nested] = next;
    for (const [name, entry] of isRecord(nested) ? Object.entries(nested) : []) {
      const key = `${folder}node_modules/${name}`;
      const version = isRecord(entry) ? textOf(entry["version"]) : undefined;
      const found = Object.hasOwn(packages, key) ? packages[key] : undefined;
      const other = isRecord(found) ? textOf(found["version"]) : undefined;
      const isOther = /^\d/.test(version ?? "") && other !== undefined && other !== version;
      if (found === undefined) missing.push(name);
      else if (isOther) missing.push(`${name}@${version}`);
      // What is linked has its own packages in its folder.
      const link = isRecord(found) && found["link"] ? textOf(found["resolved"]) : undefined;
      if (isRecord(entry) && key.length < MAX_KEY)
        pending.push([`${link ?? key}/`, entry["dependencies"]]);
    }
  }
  if (missing.length === 0) return [];
  missing.sort();
  const named = missing.slice(0, MAX_NAMED).join(", ").slice(0, 400);
  const more = missing.length > MAX_NAMED ? ` and ${missing.length - MAX_NAMED} more` : "";
  const reason = `its \`dependencies\` name packages that its \`packages\` lacks: ${named}${more}`;
  return [{ key: "", kind: "stale", reason, identity: missing.join("\n") }];
}

/** Why a key can't be the path of a folder below or beside the lockfile. */
export function keyProblem(key: string): string | undefined {
  if (key === "") return undefined;
  if (key.length > MAX_KEY) return `the path is longer than ${MAX_KEY} characters`;
  if (key.startsWith("/") || /^[A-Za-z]:/.test(key)) return "the path is absolute";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not occur
  if (/[\u0000-\u001f\u007f\\]/.test(key)) return "the path holds characters that npm never writes";
  const below = key.replace(/^(?:\.\.\/)+/, "");
  const parts = (below === ".." ? "x" : below).split("/");
  if (parts.some((part) => part === "" || part === "." || part === ".."))
    return "the path is not in its shortest form";
  return undefined;
}

function packageLines(text: string): {
  readonly lines: ReadonlyMap<string, number>;
  readonly duplicates: readonly { readonly key: string; readonly line: number }[];
} {
  const lines = new Map<string, number>();
  const duplicates: { key: string; line: number }[] = [];
  let inside = false;
  scanJsonKeys(text, (key, depth, line) => {
    if (depth === 1) {
      inside = key === "packages";
      if (inside && lines.size > 0) {
        duplicates.push({ key: "", line });
        lines.clear();
      }
    } else if (depth === 2 && inside) {
      if (lines.has(key)) duplicates.push({ key, line });
      lines.set(key, line);
    }
  });
  return { lines, duplicates };
}

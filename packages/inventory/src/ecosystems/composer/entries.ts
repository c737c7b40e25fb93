import { addTo, isRecord, UsageError } from "@assay/core";
import { textOf } from "../../fields.ts";
import { scanJsonKeys } from "../../json-keys.ts";
import type { ReaderInput } from "../ecosystem.ts";
import { isPackageName, packageLinks } from "./names.ts";
import { type ComposerSource, composerSource } from "./source.ts";

/** One locked package. */
export interface ComposerEntry {
  /** Its name in lower case. */
  readonly key: string;
  readonly name: string;
  /** As Composer prints it: `v5.4.0`, `dev-main`. */
  readonly version: string | undefined;
  readonly line: number | undefined;
  /** It stands in `packages-dev`. */
  readonly isDev: boolean;
  readonly require: ReadonlyMap<string, string>;
  /** Other names that it stands for. */
  readonly provides: readonly string[];
  readonly license: unknown;
  readonly isAbandoned: boolean;
  readonly source: ComposerSource;
}

export interface ComposerLock {
  readonly entries: readonly ComposerEntry[];
  /** What the manifest's hash was: `content-hash`, or of the whole file in Composer 1.2 and older. */
  readonly contentHash: string | undefined;
  readonly fileHash: string | undefined;
  readonly problems: readonly {
    readonly item: string;
    readonly reason: string;
    readonly line?: number | undefined;
  }[];
}

const LISTS = ["packages", "packages-dev"] as const;

/**
 * Reads a `composer.lock`, package by package.
 *
 * @throws UsageError when it is no JSON, or has no list of packages
 */
export function readComposerEntries({ path, text }: ReaderInput): ComposerLock {
  const json = parse(path, text);
  const lines = nameLines(text);
  const entries: ComposerEntry[] = [];
  const problems: ComposerLock["problems"][number][] = [];
  for (const list of LISTS) {
    const members = json[list] ?? [];
    if (!Array.isArray(members)) {
      problems.push({ item: list, reason: "it is no list" });
      continue;
    }
    const known = lines.get(list) ?? [];
    let named = 0;
    for (const [index, member] of members.entries()) {
      const line = isRecord(member) && "name" in member ? known[named++] : undefined;
      const name = isRecord(member) ? textOf(member["name"]) : undefined;
      const item = `${list}[${index}]`;
      if (!isRecord(member) || name === undefined || !isPackageName(name))
        problems.push({ item, line, reason: "it names no package" });
      else {
        const entry = toEntry(name, member, line, list === "packages-dev");
        if (entry.version === undefined)
          problems.push({ item: name, line, reason: "it has no version" });
        for (const field of ["require", "replace", "provide"])
          if (!isLinks(member[field]))
            problems.push({ item: name, line, reason: `\`${field}\` is no object` });
        entries.push(entry);
      }
    }
    // Of two keys with one name the first is lost.
    if (known.length !== named)
      problems.push({ item: list, reason: "keys stand in it twice: packages may be hidden" });
  }
  return {
    entries,
    problems,
    contentHash: textOf(json["content-hash"]),
    fileHash: textOf(json["hash"]),
  };
}

function parse(path: string, text: string): Readonly<Record<string, unknown>> {
  const hint = "Restore it from git, or remove it and run `composer update --no-install`.";
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new UsageError(`${path} is no JSON`, { hint });
  }
  if (!isRecord(json) || !Array.isArray(json["packages"]))
    throw new UsageError(`${path} has no list \`packages\``, { hint });
  return json;
}

/** The line of every package's `name`, by the list that it stands in. */
function nameLines(text: string): ReadonlyMap<string, readonly number[]> {
  const lines = new Map<string, number[]>();
  let list = "";
  scanJsonKeys(text, (key, depth, line) => {
    if (depth === 1) list = key;
    if (depth === 3 && key === "name") addTo(lines, list, line);
  });
  return lines;
}

function toEntry(
  name: string,
  member: Readonly<Record<string, unknown>>,
  line: number | undefined,
  isDev: boolean,
): ComposerEntry {
  const version = textOf(member["version"]);
  const { license, abandoned } = member;
  return {
    key: name.toLowerCase(),
    name,
    version,
    line,
    isDev,
    require: packageLinks(member["require"]),
    provides: [...packageLinks(member["replace"]), ...packageLinks(member["provide"])].map(
      ([each]) => each,
    ),
    // A list is a choice; nearly all have one member.
    license: Array.isArray(license) && license.length < 2 ? license[0] : license,
    isAbandoned: abandoned !== undefined && abandoned !== false,
    source: composerSource(name, version, member),
  };
}

/** PHP writes an empty list where there are no links. */
function isLinks(value: unknown): boolean {
  return value === undefined || isRecord(value) || (Array.isArray(value) && value.length === 0);
}

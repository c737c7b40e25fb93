import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { type CheckContext, ExternalError, UsageError } from "@assay/core";
import { type Problems, recordsAt } from "../archive/records.ts";
import type { AdvisoryData } from "../data.ts";
import { packagesOf } from "../evaluate/packages.ts";
import { dataOf } from "../sources/open-data.ts";
import { type Part, writeStoreFile } from "../store/file.ts";
import { EXTENSION } from "../store/format.ts";
import { openStoreFile, type StoreFile } from "../store/read.ts";
import { membersOf } from "./open.ts";

export interface BuildOptions {
  /** Archives of OSV, files of advisories, folders of either or of OSV's JSON files. */
  readonly from: readonly string[];
  /** Only these; all that are there where it is empty. */
  readonly ecosystems: readonly string[];
  /** ISO 8601: when archives and JSON files were taken from their source. */
  readonly takenAt?: string | undefined;
  readonly target: string;
}

/** Share-alike: what it is merged with would have to be passed on alike. */
const ALONE = "Ubuntu";

/**
 * Makes one file of advisories: the same bytes from the same records.
 *
 * @throws UsageError when nothing is there, or an ecosystem is there twice.
 */
export async function buildSnapshot(
  context: CheckContext,
  options: BuildOptions,
): Promise<AdvisoryData> {
  const { from, ecosystems, takenAt, target } = options;
  if (
    takenAt !== undefined &&
    (!/^\d{4}-\d\d-\d\d/.test(takenAt) || Number.isNaN(Date.parse(takenAt)))
  )
    throw new UsageError(`\`taken-at\` is "${takenAt.slice(0, 60)}", which is no time`, {
      hint: "Write it as 2026-01-31T00:00:00Z.",
    });
  const all = from.flatMap((place) => partsAt(resolve(context.root, place), place, takenAt));
  const parts = all.filter(
    ({ ecosystem }) => ecosystems.length === 0 || ecosystems.includes(ecosystem),
  );
  const names = parts.map(({ ecosystem }) => ecosystem);
  const missing = ecosystems.filter((name) => !names.includes(name));
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (parts.length === 0 || missing.length > 0 || twice !== undefined)
    throw new UsageError(
      twice !== undefined
        ? `Advisories of ${twice} are there twice`
        : `There are no advisories${missing.length === 0 ? "" : ` of ${missing.join(", ")}`} in ${from.join(", ") || "the local store"}`,
      {
        hint: "Name each archive, folder or file once, or fetch first with `assay advisories fetch`.",
      },
    );
  if (names.length > 1 && names.includes(ALONE))
    throw new UsageError(
      `Advisories of ${ALONE} are under CC-BY-SA-4.0 and are not merged with others`,
      {
        hint: `Build a file of its own for them with \`--ecosystems ${ALONE}\`.`,
      },
    );
  await writeStoreFile(target, parts, context);
  return dataOf([openStoreFile(target)], { source: "snapshot", place: target });
}

/** The files that the store has. */
export function storeFiles(folder: string): readonly string[] {
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(EXTENSION))
        .sort()
        .map((name) => join(folder, name))
    : [];
}

function partsAt(place: string, shown: string, takenAt: string | undefined): readonly Part[] {
  const json = jsonParts(place, takenAt);
  if (json.length > 0) return json;
  return membersOf(place, shown).flatMap(({ path, ecosystem }): readonly Part[] => {
    if (ecosystem !== undefined) return [recordsPart(path, ecosystem, takenAt)];
    const file: StoreFile = openStoreFile(path);
    return [...file.directory.keys()].map((name) => ({ ecosystem: name, from: file }));
  });
}

function recordsPart(path: string, ecosystem: string, takenAt: string | undefined): Part {
  const problems: Problems = [];
  return { ecosystem, records: recordsAt(path, problems), problems, takenAt };
}

/** Each ecosystem that records of a folder name. */
function jsonParts(place: string, takenAt: string | undefined): readonly Part[] {
  let isJson = false;
  try {
    isJson = readdirSync(place).some(
      (name) => name.endsWith(".json") && !name.endsWith(".sigstore.json"),
    );
  } catch (cause) {
    if (!(cause instanceof Error && "code" in cause))
      throw new ExternalError(`${place} can't be read`, { cause });
  }
  if (!isJson) return [];
  const names = new Set<string>();
  for (const record of recordsAt(place, []))
    for (const each of packagesOf(record)) names.add(each.ecosystem);
  return [...names].sort().map((ecosystem) => recordsPart(place, ecosystem, takenAt));
}

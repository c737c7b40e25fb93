import { isRecord } from "@assay/core";
import { pep440Range } from "@assay/versions";
import { textOf, textsOf } from "../../../fields.ts";
import { type Table, tableOf } from "../../../toml.ts";
import type { ReaderInput } from "../../ecosystem.ts";
import type { Need, Problem } from "../entry.ts";
import { folderName } from "../manifests.ts";
import { normalizeName } from "../names.ts";
import type { UvEntry } from "./entries.ts";
import { readableMarker } from "./markers.ts";

/** What the lockfile belongs to. */
export interface UvRoots {
  /** Keys. */
  readonly roots: readonly string[];
  /** An entry for what is no package: a script, or the folder of a workspace that has no project itself. */
  readonly added: readonly UvEntry[];
  readonly needs: readonly Need[];
  readonly problems: readonly Problem[];
}

/**
 * The members of the workspace, or the one project of the folder. A script and a folder without a project have no entry: what they ask
 * for stands in `manifest`.
 */
export function readRoots(lock: Table, entries: readonly UvEntry[], input: ReaderInput): UvRoots {
  const manifest = tableOf(lock["manifest"]);
  const members = new Set(textsOf(manifest["members"]).map(normalizeName));
  const isMember = ({ name, source }: UvEntry) =>
    source.isOwn === true && (members.size > 0 ? members.has(name) : source.path === ".");
  const roots = entries.filter(isMember).map(({ key }) => key);
  const missing = [...members].filter(
    (member) => !entries.some((entry) => entry.name === member && isMember(entry)),
  );
  const problems: Problem[] = missing.map((member) => ({
    reason: `the member ${member} of the workspace has no entry`,
  }));
  const asked: (readonly [group: string | undefined, requirements: unknown])[] = [
    [undefined, manifest["requirements"]],
    ...Object.entries(tableOf(manifest["dependency-groups"])),
  ];
  const needs: Need[] = [];
  const root = folderEntry(input);
  for (const [group, requirements] of asked) {
    for (const requirement of Array.isArray(requirements) ? requirements : []) {
      const found = isRecord(requirement) ? resolveRequirement(requirement, entries) : [];
      if (found.length === 0) {
        const name = isRecord(requirement) ? (textOf(requirement["name"]) ?? "") : "";
        problems.push({ reason: `the requirement ${name.slice(0, 100)} is not locked` });
      }
      needs.push(...found.map((to) => toNeed(root.key, to, group, requirement as Table)));
    }
  }
  const isNeeded = needs.length > 0;
  return {
    roots: isNeeded ? [root.key, ...roots] : roots,
    added: isNeeded ? [root] : [],
    needs,
    problems,
  };
}

function toNeed(from: string, to: UvEntry, group: string | undefined, requirement: Table): Need {
  const condition = readableMarker(textOf(requirement["marker"]));
  const specifier = textOf(requirement["specifier"]);
  return {
    from,
    to: to.key,
    ...(group === undefined ? {} : { group }),
    extras: textsOf(requirement["extras"]).map(normalizeName),
    ...(specifier === undefined ? {} : { requirement: specifier }),
    ...(condition === undefined ? {} : { condition }),
  };
}

/** Requirements name no entry: every version that a fork of the resolution chose for it. */
function resolveRequirement(requirement: Table, entries: readonly UvEntry[]): readonly UvEntry[] {
  const name = normalizeName(textOf(requirement["name"]) ?? "");
  const specifier = textOf(requirement["specifier"]);
  const range = specifier === undefined ? undefined : pep440Range(specifier, { prereleases: true });
  return entries.filter(
    (entry) =>
      entry.name === name &&
      (range === undefined || entry.version === undefined || range(entry.version)),
  );
}

/** `tool.py.lock` belongs to `tool.py`, `uv.lock` to its folder. */
function folderEntry(input: ReaderInput): UvEntry {
  const { path } = input;
  const file = path.slice(path.lastIndexOf("/") + 1);
  const script = file.endsWith(".py.lock") ? file.slice(0, -".lock".length) : undefined;
  return {
    key: script ?? ".",
    name: script ?? folderName(input),
    version: undefined,
    line: undefined,
    source: { kind: "folder", path: script ?? ".", isOwn: true },
    artifacts: [],
    table: {},
    sourceText: "",
  };
}

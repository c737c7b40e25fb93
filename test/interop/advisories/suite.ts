import { deepEqual } from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import {
  type AdvisoryData,
  type GroupFacts,
  groupFacts,
  memoryData,
} from "../../../packages/advisories/src/index.ts";
import type { InteropSuite } from "../suite.ts";
import { goDatabase, govulncheck, moduleOf } from "./govulncheck.ts";
import { fillCache, osvScanner, type Theirs } from "./osv-scanner.ts";
import { type Ours, ours } from "./ours.ts";
import { readArchives } from "./records.ts";

const FOLDERS = process.env["ASSAY_INTEROP_LOCKFILES"]?.split(":") ?? [];
const GO_MODULES = process.env["ASSAY_INTEROP_GO_MODULES"]?.split(":") ?? [];
const ARCHIVES = process.env["ASSAY_INTEROP_ADVISORIES"] ?? "";
/** Each archive has every record of its ecosystem whole: osv-scanner reads none of another one's. */
const ECOSYSTEMS = ["Go", "crates.io", "PyPI", "npm", "Maven", "RubyGems", "Packagist", "NuGet"];
const MANIFESTS = new Set(["go.sum", "pyproject.toml", "Cargo.toml"]);

let scratch = "";
let data: AdvisoryData = memoryData([]);
/** Records that say where they end outside of OSV's own fields. */
let endElsewhere: ReadonlySet<string> = new Set();
let groups: ReadonlyMap<string, GroupFacts> = new Map();

/**
 * Packages and alias groups that are affected, by the same records: Assay beside osv-scanner without a network, for the lockfiles of the
 * folders that `ASSAY_INTEROP_LOCKFILES` names (separated by colons), with the archives `<ecosystem>.zip` of the folder
 * `ASSAY_INTEROP_ADVISORIES`; and beside govulncheck at module level for the modules with sources that
 * `ASSAY_INTEROP_GO_MODULES` names. No difference is left but those that `isExplained` proves to be theirs.
 */
export const advisorySuite: InteropSuite = {
  name: "advisories",
  setup() {
    scratch = mkdtempSync(join(tmpdir(), "assay-advisories-"));
    if (FOLDERS.length + GO_MODULES.length === 0) return;
    const records = readArchives(ARCHIVES, ECOSYSTEMS, join(scratch, "records"));
    data = memoryData(records);
    groups = groupFacts(records);
    endElsewhere = new Set(
      records
        .filter(({ affected }) => affected.some(({ lastKnown }) => lastKnown !== undefined))
        .map(({ id }) => id),
    );
    fillCache(ARCHIVES, ECOSYSTEMS, join(scratch, "cache"));
    goDatabase(
      records.filter(({ id }) => id.startsWith("GO-")),
      join(scratch, "records", "Go"),
      join(scratch, "go"),
    );
  },
  cases: [
    ...FOLDERS.map((folder) => ({
      name: `${basename(folder)}: osv-scanner reports the same packages and alias groups`,
      run: async () => {
        const root = resolve(folder);
        const lockfiles = readdirSync(root).filter((name) => !MANIFESTS.has(name));
        const [own, theirs] = [
          await ours(root, data),
          osvScanner(
            lockfiles.map((name) => join(root, name)),
            join(scratch, "cache"),
          ),
        ];
        const found = differences(own, theirs);
        if (found.length > 0) throw new Error(found.join("\n"));
        if (own.packages.size === 0) throw new Error("no packages were read");
      },
    })),
    ...GO_MODULES.map((folder) => ({
      name: `${basename(folder)}: govulncheck reports the same modules`,
      run: async () => {
        const root = resolve(folder);
        const theirs = govulncheck(root, join(scratch, "go"));
        const { affected } = await ours(root, data);
        const seen = [...affected].filter(([name]) => theirs.modules.has(moduleOf(name)));
        deepEqual(pairs(new Map(seen)), pairs(theirs.affected));
        if (seen.length === 0) throw new Error("nothing is affected: nothing was compared");
      },
    })),
  ],
  teardown() {
    rmSync(scratch, { recursive: true, force: true });
  },
};

function differences(own: Ours, theirs: Theirs): readonly string[] {
  const [here, there] = [pairs(own.affected), pairs(theirs.affected)];
  const undetermined = [...pairs(own.undetermined)].map((each) => `undetermined: ${each}`);
  const onlyOurs = [...here].filter((each) => !there.has(each)).map((each) => `only ours: ${each}`);
  const onlyTheirs = [...there]
    .filter((each) => !here.has(each) && !isExplained(each, own))
    .map((each) => `only theirs: ${each}`);
  const split = [...theirs.groups].flatMap(([name, sets]) =>
    sets
      .filter((ids) => new Set(ids.map(groupOf)).size > 1)
      .map((ids) => `of ${name} they group ${ids.join(", ")}`),
  );
  return [...undetermined, ...onlyOurs, ...onlyTheirs, ...split];
}

/**
 * Theirs: Go's `go` line is the least version that a module asks for, not the one that a build has; a project is no dependency of
 * its own; and GitHub ends a range without a fix by `last_known_affected_version_range`.
 */
function isExplained(pair: string, own: Ours): boolean {
  const name = pair.slice(0, pair.lastIndexOf("@", pair.indexOf(" ", pair.indexOf(" ") + 1)));
  return (
    pair.startsWith("Go stdlib@") ||
    own.firstParty.has(name) ||
    endElsewhere.has(pair.slice(pair.lastIndexOf(" ") + 1))
  );
}

function pairs(reported: Ours["affected"]): ReadonlySet<string> {
  return new Set(
    [...reported].flatMap(([name, ids]) => [...ids].map((id) => `${name} ${groupOf(id)} ${id}`)),
  );
}

function groupOf(id: string): string {
  return groups.get(id)?.ids[0] ?? id;
}

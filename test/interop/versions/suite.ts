import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compareVersions, type OrderName } from "@assay/versions";
import { pair, seeded } from "../../../packages/versions/src/test/generated.ts";
import type { InteropCase, InteropSuite } from "../suite.ts";
import * as tools from "./tools.ts";

const PAIRS = 10_000;

interface Comparison {
  readonly tool: string;
  readonly order: OrderName;
  readonly compare: tools.Comparer;
  /** Whose versions are made, where the order's are mostly none to the tool. */
  readonly shape?: OrderName;
  /** As the tool asks that a version be written. */
  readonly write?: (version: string) => string;
  /** The least share of pairs that the tool must take for versions, so that the case compares something. */
  readonly valid: number;
  /**
   * Where ours differs by intent: another spelling of a version, by which the tool itself must have our order. @see mavenKey
   */
  readonly respell?: (version: string) => string;
}

const COMPARISONS: readonly Comparison[] = [
  { tool: "npm's semver", order: "semver", shape: "pub", compare: tools.npm, valid: 0.4 },
  {
    tool: "Go's x/mod/semver",
    order: "semver",
    write: (version) => version.replace(/^v?/, "v"),
    compare: tools.go,
    valid: 0.3,
  },
  { tool: "Elixir's Version", order: "semver", shape: "pub", compare: tools.elixir, valid: 0.5 },
  { tool: "packaging", order: "pep440", compare: tools.python, valid: 0.5 },
  {
    tool: "packaging 21, with legacy versions",
    order: "pep440",
    compare: tools.oldPython,
    valid: 1,
  },
  {
    tool: "Maven's ComparableVersion",
    order: "maven",
    compare: tools.maven,
    valid: 1,
    respell: withoutCircles,
  },
  { tool: "Ruby's Gem::Version", order: "rubygems", compare: tools.ruby, valid: 0.7 },
  { tool: "Composer", order: "packagist", compare: tools.composer, valid: 0.5 },
  { tool: "dpkg", order: "dpkg", compare: tools.dpkg, valid: 0.7 },
  { tool: "rpm", order: "rpm", compare: tools.rpm, valid: 0.9 },
];

let scratch = "";

/** Orders of versions, pair by pair, as the ecosystems' own tools have them. NuGet's, apk's, CRAN's and Hackage's are not asked. */
export const versionSuite: InteropSuite = {
  name: "versions",
  setup() {
    scratch = mkdtempSync(join(tmpdir(), "assay-versions-"));
  },
  cases: COMPARISONS.map(caseOf),
  teardown() {
    rmSync(scratch, { recursive: true, force: true });
  },
};

function caseOf(comparison: Comparison): InteropCase {
  const { tool, order, shape = order, write = String, valid, respell } = comparison;
  return {
    name: `${order}: ${PAIRS} pairs as ${tool} orders them`,
    run() {
      const random = seeded(20_261_128);
      const pairs = Array.from({ length: PAIRS }, () => pair(shape, random).map(write));
      const theirs = ask(comparison, pairs);
      const known = theirs.filter((each) => each !== "?").length;
      assert.ok(known >= valid * PAIRS, `${tool} takes only ${known} pairs for versions`);
      const other = pairs.filter((each, at) => differs(order, each, theirs[at]));
      if (respell === undefined) return assert.deepEqual(other, []);
      const respelled = other.map((each) => each.map(respell));
      const again = ask(comparison, respelled);
      assert.deepEqual(
        other.filter((each, at) => differs(order, each, again[at])),
        [],
      );
      console.log(`          ${other.length} pairs only as they are spelled without circles`);
    },
  };
}

function ask({ compare }: Comparison, pairs: readonly (readonly string[])[]): readonly string[] {
  const folder = mkdtempSync(join(scratch, "pairs-"));
  writeFileSync(join(folder, "pairs"), pairs.map((each) => `${each.join("\t")}\n`).join(""));
  const answers = compare(folder).trim().split("\n");
  assert.equal(answers.length, Math.max(pairs.length, 1), "the tool has answered for each pair");
  return answers;
}

/** What only we take for a version is compared with nothing: old lockfiles and advisories hold such. */
function differs(
  order: OrderName,
  [a = "", b = ""]: readonly string[],
  theirs: string | undefined,
): boolean {
  return theirs !== "?" && String(Math.sign(compareVersions(order, a, b) ?? Number.NaN)) !== theirs;
}

/**
 * `ComparableVersion` has 1-rc < 1 < 1.foo.2 < 1-rc, and 1-0-rc < 1 < 1-sp < 1-0-rc. Ours reads these as 1-foo.2 and 1-rc: so does the
 * tool when they are spelled so.
 */
function withoutCircles(version: string): string {
  let text = version
    .toLowerCase()
    .replaceAll(
      /(?<![^\d.-])[abm](?=\d)/g,
      (letter) => ({ a: "alpha", b: "beta" })[letter] ?? "milestone",
    )
    .replaceAll(/(?<=\d)(?=[^\d.-])|(?<=[^\d.-])(?=\d)/g, "-")
    .replaceAll(/\.(?=[^\d.-])/g, "-")
    .replace(/^(?:0*|ga|final|release)(?:\.0*)*(?=-)/, "0");
  for (let before = ""; before !== text; ) {
    before = text;
    text = text.replace(/-(?:0*|ga|final|release)(?:\.0*)*(?=-)/, "");
  }
  return text.replace(/^0-(?=[^\d.-])/, "");
}

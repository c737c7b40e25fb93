import { EXPLANATIONS } from "./explanations/index.ts";
import { FIXED } from "./fixed.ts";
import type { Measured, Measurements } from "./measured.ts";

const INTRODUCTION = `# Accuracy: real repositories beside syft and osv-scalibr

\`npm run test:interop -- accuracy\` reads real repositories with the built \`assay sbom --offline\` and with both peers, and compares packages by
purl (type, namespace, name, version; no qualifiers) and, where a peer's document has them, edges between packages that both have.
Every difference must have one of the explanations below: each is a test, and the first that holds is counted. A difference without one
fails the run and is printed with its files.

\`ASSAY_INTEROP_REPOSITORIES\` names the checkouts (paths, \`:\` between), \`ASSAY_INTEROP_RECORD=1\` puts what is found into
\`test/interop/accuracy/measured.json\`, and \`npm run generate\` writes this page from it. syft runs with \`golang.use-packages-lib\` off (it
would run \`go\`, which downloads), osv-scalibr with its readers of every language; both offline.`;

const LIMITS = `## Maven and Gradle without a lockfile

Nothing in the tree says which versions such a build gets, and the tools differ in what they do then:

- **A \`pom.xml\`**: all three list what the POM asks for itself. Versions that a parent or BOM outside of the tree manages are unknown to all:
  ours lists the package without one, says which parents are missing, and that what these packages need in turn is missing. The peers' documents say neither.
  Versions that are properties of a parent in the tree are resolved by ours and syft.
- **\`build.gradle\` without locks**: ours and syft list nothing. Ours reports the builds that nothing locks, with what it takes to lock them.
  osv-scalibr lists entries of the version catalog, BOMs among them, whether a build uses them or not.
- **Locks**: all read \`gradle.lockfile\`, ours and osv-scalibr \`buildscript-gradle.lockfile\`, ours alone \`versions.lock\`.`;

/** `docs/accuracy.md`. */
export function accuracyPage({ peers, repositories }: Measurements): string {
  const versions = Object.entries(peers).map(([name, version]) => `${name} ${version}`);
  return [
    INTRODUCTION,
    "",
    "## Explanations",
    "",
    "*theirs*: the peer is wrong, or reads less. *choice*: both can be defended, and ours is on purpose.",
    "",
    "| id | who | why | counted |",
    "|---|---|---|---|",
    ...explanationRows(repositories),
    "",
    "## Ours, fixed",
    "",
    "What the comparison showed to be wrong with ours (tests below `packages/inventory/src/`):",
    "",
    "| seen in | what was wrong | test |",
    "|---|---|---|",
    ...FIXED.map(({ seen, what, test }) => `| ${seen} | ${what} | \`${test}\` |`),
    "",
    LIMITS,
    "",
    "## Measured",
    "",
    `${versions.join(", ")}. Packages without the repository's own; edges between packages that ours and syft both have: in both, in ours alone, in syft alone. No difference is without an explanation.`,
    "",
    "| repository | commit | day | packages: ours / syft / osv-scalibr | edges: both / ours / syft | differences |",
    "|---|---|---|---|---|---|",
    ...Object.entries(repositories).map(([name, measured]) => measuredRow(name, measured)),
    "",
  ].join("\n");
}

function explanationRows(repositories: Measurements["repositories"]): readonly string[] {
  const all = [...EXPLANATIONS.packages, ...EXPLANATIONS.edges];
  return all.map(({ id, verdict, sentence }) => {
    const counts = Object.values(repositories).map(({ differences }) => differences[id] ?? 0);
    const seen = counts.filter((count) => count > 0).length;
    const total = counts.reduce((sum, count) => sum + count, 0);
    return `| ${id} | ${verdict} | ${sentence} | ${number(total)} in ${seen} |`;
  });
}

function measuredRow(name: string, { commit, date, packages, edges, differences }: Measured) {
  const counts = Object.entries(differences).map(([id, count]) => `${id} ${number(count)}`);
  return `| ${[
    `[${name}](https://github.com/${name})`,
    `\`${commit}\``,
    date,
    slashed(packages.ours, packages.syft, packages.scalibr),
    edges === undefined ? "-" : slashed(edges.both, edges.ours, edges.syft),
    counts.length === 0 ? "none" : counts.join(", "),
  ].join(" | ")} |`;
}

function slashed(...counts: readonly number[]): string {
  return counts.map(number).join(" / ");
}

function number(count: number): string {
  return count.toLocaleString("en");
}

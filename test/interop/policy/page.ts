import { EXPLANATIONS } from "./explanations.ts";
import type { Measured, Measurements } from "./measured.ts";
import { UNCOMPARED } from "./uncompared.ts";

/** The section of `docs/accuracy.md` about workflows. */
export function workflowSection({ peers, repositories, judged }: Measurements): string {
  const all = Object.entries(repositories);
  const workflows = all.reduce((sum, [, each]) => sum + each.workflows, 0);
  return [
    "## Workflows beside zizmor and actionlint",
    "",
    "`npm run test:interop -- policy` judges the checkouts in the folder that `ASSAY_INTEROP_WORKFLOWS` names by the rules that look at what an",
    "audit of zizmor looks at, and compares places (file, lines). Settings and ignore comments of the repositories don't count. A *miss* is what",
    "zizmor says by default (persona `regular`) and ours does not; an *extra* is what ours says and zizmor says with no persona. actionlint is",
    "the second peer for untrusted text in scripts. Each difference needs one of the explanations below, each a test; one without fails the run.",
    "`ASSAY_INTEROP_RECORD=1` puts what is found into `test/interop/policy/measured.json`, and `npm run generate` writes this section.",
    "",
    "All fixes are made in a copy of each checkout, too: every file stays YAML and keeps its comments, a second run has nothing to do, and zizmor",
    "reads all of it and finds nothing more than before (1,176 files of the repositories below).",
    "",
    `${Object.entries(peers)
      .map(([name, version]) => `${name} ${version}`)
      .join(", ")}; ${number(workflows)} workflows of ${all.length} repositories.`,
    "",
    "| audit | in both | misses | extras |",
    "|---|---|---|---|",
    ...auditRows(all.map(([, each]) => each)),
    "",
    "### Differences of workflows",
    "",
    "*theirs*: the peer is wrong, or looks at less. *choice*: both can be defended, and ours is on purpose. *ours*: ours looks at less.",
    "",
    "| id | audit or rule | who has it | verdict | why | counted |",
    "|---|---|---|---|---|---|",
    ...EXPLANATIONS.map(({ id, rule, side, verdict, sentence }) => {
      const counts = all.map(([, { explained }]) => explained[id] ?? 0);
      const total = counts.reduce((sum, each) => sum + each, 0);
      const seen = counts.filter((each) => each > 0).length;
      return `| ${[id, rule ?? "any", side === "ours" ? "ours" : "peer", verdict, sentence, `${number(total)} in ${seen}`].join(" | ")} |`;
    }),
    "",
    "Audits without a rule of ours, and why:",
    "",
    "| audit | why |",
    "|---|---|",
    ...UNCOMPARED.map(([audit, why]) => `| ${audit} | ${why} |`),
    "",
    "### False alarms",
    "",
    "`node test/interop/policy/sample.ts ours|zizmor 100 1` draws a sample of the same rules from each tool; each place was judged by hand. False: what it says is not so, or nobody can use it.",
    "",
    "| tool | sampled | false | which |",
    "|---|---|---|---|",
    ...judged.map((each) => `| ${each.tool} | ${each.sampled} | ${each.false} | ${each.what} |`),
    "",
    "### Repositories",
    "",
    all
      .map(([name, { commit, workflows: count }]) => `${name} \`${commit}\` (${count})`)
      .join(", "),
    "",
  ].join("\n");
}

function auditRows(all: readonly Measured[]): readonly string[] {
  const sums = new Map<string, [number, number, number]>();
  for (const { counts } of all)
    for (const [audit, [both, theirs, ours]] of Object.entries(counts)) {
      const sum = sums.get(audit) ?? [0, 0, 0];
      sums.set(audit, [sum[0] + both, sum[1] + theirs, sum[2] + ours]);
    }
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([audit, sum]) => `| ${audit} | ${sum.map(number).join(" | ")} |`);
}

function number(count: number): string {
  return count.toLocaleString("en");
}

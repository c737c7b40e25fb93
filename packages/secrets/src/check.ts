import {
  type CheckContext,
  type CheckResult,
  openWorkspace,
  plural,
  workTreeFiles,
} from "@assay/core";
import type { SecretsOptions } from "./command.ts";
import type { ConfigSource } from "./config/gitleaks-config.ts";
import { loadRules } from "./config/load-rules.ts";
import { createEngine } from "./engine/engine.ts";
import { createFindings } from "./findings/collect-findings.ts";
import { type Hit, toHit } from "./findings/hit.ts";
import { withhold } from "./redaction/withhold.ts";
import { coverageOf, gaps } from "./scan/coverage.ts";
import { type ScanEvents, scanFragments } from "./scan/scan-fragments.ts";
import { chooseTarget, type Target } from "./scan/target.ts";
import { noteAbsent } from "./sources/absent-content.ts";
import { historyFragments } from "./sources/history.ts";
import { newScanStats, type ScanStats, type SourceFragment } from "./sources/source-fragment.ts";
import { treeFragments } from "./sources/tree.ts";
import {
  allowMarkJudge,
  allowMarkNotices,
  allowMarksIn,
  collectAllowMarks,
  mergedCommits,
} from "./suppressions/allow-marks.ts";
import { readIgnoreFile } from "./suppressions/ignore-file.ts";

const TITLE = "Secrets";

/** The work of `secretsCheck`. */
export async function findSecrets(
  context: CheckContext,
  options: SecretsOptions,
): Promise<CheckResult> {
  const target = await chooseTarget(context, options);
  if (target.kind === "history" && target.range.kind === "nothing") return nothingToDo(target);
  const { environment, logger } = context;
  const located = {
    environment,
    read: target.read,
    ...(options.gitleaksConfig === undefined ? {} : { path: options.gitleaksConfig }),
  };
  const { ruleSet, source } = await loadRules(located, logger);
  const { ignore, notices } = await readIgnoreFile(target);
  const stats = newScanStats();
  const findings = createFindings({
    ignore,
    rules: ruleSet.rules,
    deleted: stats.deleted,
    today: context.clock.now(),
  });
  let marks: ReadonlySet<string> = new Set();
  if (options.engine === "gitleaks") {
    const { runGitleaks } = await import("./gitleaks/run.ts");
    await runGitleaks(context, options, target, { ruleSet, source }, stats, findings.add);
    marks = await allowMarksIn(target);
  } else {
    const engine = createEngine(ruleSet, { maxDecodeDepth: options.maxDecodeDepth });
    const seen = new Set<string>();
    marks = seen;
    const all = readSource(context, target, stats);
    const fragments = withoutConfig(
      target.isChange ? collectAllowMarks(all, seen) : all,
      await ownRules(context, source, target),
      stats,
    );
    const hits: { readonly hit: Hit; readonly line: string }[] = [];
    const events: ScanEvents = {
      found: (candidate, { authoredAt }) =>
        hits.push({ hit: toHit(candidate, authoredAt), line: candidate.line }),
      leftOut: ({ path, commit }) => {
        stats.leftOut += path === "" ? 0 : 1;
        stats.skipped.set(path || commit, "an allowlist of the rules' configuration leaves it out");
      },
    };
    await scanFragments(fragments, engine, context, events, options.limitMs);
    const counts = await allowMarkJudge(target);
    for (const { hit, line } of hits) {
      findings.add(hit.marked ? { ...hit, marked: await counts({ ...hit, line }) } : hit);
    }
  }
  context.progress.finish();
  const absent = target.kind === "tree" ? await noteAbsent(context, stats) : [];
  const result: CheckResult = {
    check: "secrets",
    sensitive: true,
    title: TITLE,
    findings: [...findings.all(), ...gaps(target, stats)],
    artifacts: [],
    coverage: coverageOf(target, stats, ruleSet.origin),
    notices: [
      ...target.notices,
      ...notices,
      ...absent,
      ...allowMarkNotices(marks, target),
      ...staleNotice(target, findings.unused()),
    ],
  };
  return withhold(result, findings.secrets());
}

async function* readSource(
  { root, progress }: CheckContext,
  target: Target,
  stats: ScanStats,
): AsyncGenerator<SourceFragment> {
  const fragments =
    target.kind === "tree"
      ? treeFragments(root, stats)
      : historyFragments(target.repo, target.range, stats);
  let seen = 0;
  for await (const fragment of fragments) {
    seen += 1;
    if (seen % 1000 === 0) {
      progress.update(
        target.kind === "tree" ? "scanning files" : "scanning commits",
        target.kind === "tree" ? stats.files : stats.commits,
      );
    }
    yield fragment;
  }
}

/** The rules' own file shows what they look for; gitleaks leaves it out too. */
async function* withoutConfig(
  fragments: AsyncIterable<SourceFragment>,
  isConfig: (fragment: SourceFragment) => boolean,
  stats: ScanStats,
): AsyncGenerator<SourceFragment> {
  for await (const fragment of fragments) {
    const { path } = fragment;
    if (isConfig(fragment)) {
      stats.skipped.set(path, "it is the configuration of the rules");
      continue;
    }
    // The message of a commit is no file.
    stats.offered += path === "" ? 0 : 1;
    yield fragment;
  }
}

function nothingToDo(target: Target & { readonly kind: "history" }): CheckResult {
  return {
    check: "secrets",
    title: TITLE,
    findings: [],
    artifacts: [],
    coverage: {
      inspected: { commits: 0, files: 0, bytes: 0 },
      skipped: [],
      summary: target.range.description,
      scope: "change",
      nothingToDo: target.range.description,
    },
    notices: [...target.notices, `Nothing to scan: ${target.range.description}`],
  };
}

/**
 * What belongs to the rules' own file, which is left out. A change from outside does not get a file of its own that nobody looks
 * into: there it is left out in commits that the base branch has, and in files only where it is the base's.
 */
async function ownRules(
  { root, settings }: CheckContext,
  source: ConfigSource | undefined,
  target: Target,
): Promise<(fragment: SourceFragment) => boolean> {
  if (source === undefined) return () => false;
  const { name, text } = source;
  if (settings.from === "work-tree") return ({ path }) => path === name;
  if (target.kind === "history") {
    const isMerged = await mergedCommits(target);
    return ({ path, commit }) => path === name && isMerged(commit);
  }
  const own = await workTreeFiles(await openWorkspace(root))
    .read(name, { named: true })
    .catch(() => undefined);
  const isBase = own !== undefined && Buffer.from(own).toString("utf8") === text;
  return ({ path }) => isBase && path === name;
}

/** Only a look at everything can show that an entry is no longer needed. */
function staleNotice(target: Target, unused: number): readonly string[] {
  const whole = target.kind === "history" && target.range.kind === "all";
  return whole && unused > 0
    ? [
        `${plural(unused, "line")} of .gitleaksignore match no finding: remove what is no longer needed`,
      ]
    : [];
}

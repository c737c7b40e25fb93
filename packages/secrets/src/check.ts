import type { CheckContext, CheckResult } from "@assay/core";
import type { SecretsOptions } from "./command.ts";
import { loadRules } from "./config/load-rules.ts";
import { coverageOf, gaps } from "./coverage.ts";
import { createEngine } from "./engine/engine.ts";
import { toHit } from "./findings/hit.ts";
import { createFindings } from "./findings/to-findings.ts";
import { withhold } from "./redaction/withhold.ts";
import { type ScanEvents, scanPieces } from "./scan.ts";
import { noteAbsent } from "./sources/absent.ts";
import { historyPieces } from "./sources/history.ts";
import { newTally, type Piece, type Tally } from "./sources/piece.ts";
import { treePieces } from "./sources/tree.ts";
import { readSuppressions } from "./suppressions.ts";
import { chooseTarget, type Target } from "./target.ts";
import { marksOf, notingMarks, weakenings } from "./weakenings.ts";

const TITLE = "Secrets";

/** The work of `secretsCheck`. */
export async function findSecrets(
  context: CheckContext,
  options: SecretsOptions,
): Promise<CheckResult> {
  const target = await chooseTarget(context, options);
  if (target.kind === "history" && target.range.kind === "nothing") return nothingToDo(target);
  const { root, environment, logger } = context;
  const located = {
    root,
    environment,
    read: target.read,
    ...(options.gitleaksConfig === undefined ? {} : { path: options.gitleaksConfig }),
  };
  const { ruleSet, source } = await loadRules(located, logger);
  const { ignore, notices } = await readSuppressions(target);
  const tally = newTally();
  const findings = createFindings({ ignore, rules: ruleSet.rules, deleted: tally.deleted });
  let marks: ReadonlySet<string> = new Set();
  if (options.engine === "gitleaks") {
    const { runGitleaks } = await import("./gitleaks/run.ts");
    await runGitleaks(context, options, target, { ruleSet, source }, tally, findings.add);
    marks = await marksOf(target);
  } else {
    const engine = createEngine(ruleSet, { maxDecodeDepth: options.maxDecodeDepth });
    const noted = new Set<string>();
    marks = noted;
    const all = piecesOf(context, target, tally);
    const ofChange = target.kind === "history" && target.change !== undefined;
    const pieces = withoutConfig(ofChange ? notingMarks(all, noted) : all, source?.name, tally);
    const events: ScanEvents = {
      found: (candidate, { authoredAt }) => findings.add(toHit(candidate, authoredAt)),
      leftOut: ({ fragment: { path, commit } }) => {
        tally.leftOut += path === "" ? 0 : 1;
        tally.skipped.set(path || commit, "an allowlist of the rules' configuration leaves it out");
      },
    };
    await scanPieces(pieces, engine, context, events, options.limitMs);
  }
  context.progress.finish();
  const absent = target.kind === "tree" ? await noteAbsent(context, tally) : [];
  const result: CheckResult = {
    check: "secrets",
    sensitive: true,
    title: TITLE,
    findings: [...findings.all(), ...gaps(target, tally)],
    artifacts: [],
    coverage: coverageOf(target, tally, ruleSet.origin),
    notices: [
      ...target.notices,
      ...notices,
      ...absent,
      ...(await weakenings(target, marks, settingsOf(options, source?.name))),
      ...staleNotice(target, findings.unused()),
    ],
  };
  return withhold(result, findings.secrets());
}

async function* piecesOf(
  { root, progress }: CheckContext,
  target: Target,
  tally: Tally,
): AsyncGenerator<Piece> {
  const pieces =
    target.kind === "tree"
      ? treePieces(root, tally)
      : historyPieces(target.repo, target.range, tally);
  let seen = 0;
  for await (const piece of pieces) {
    seen += 1;
    if (seen % 1000 === 0) {
      progress.update(
        target.kind === "tree" ? "scanning files" : "scanning commits",
        target.kind === "tree" ? tally.files : tally.commits,
      );
    }
    yield piece;
  }
}

/** The rules' own file shows what they look for; gitleaks leaves it out too. */
async function* withoutConfig(
  pieces: AsyncIterable<Piece>,
  config: string | undefined,
  tally: Tally,
): AsyncGenerator<Piece> {
  for await (const piece of pieces) {
    const { path } = piece.fragment;
    if (config !== undefined && path === config) {
      tally.skipped.set(path, "it is the configuration of the rules");
      continue;
    }
    // The message of a commit is no file.
    tally.offered += path === "" ? 0 : 1;
    yield piece;
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

function settingsOf(
  { deciding = [], gitleaksConfig }: SecretsOptions,
  source: string | undefined,
): readonly string[] {
  return [...deciding, gitleaksConfig, source].filter((path) => path !== undefined);
}

/** Only a look at everything can tell that an entry is no longer needed. */
function staleNotice(target: Target, unused: number): readonly string[] {
  const whole = target.kind === "history" && target.range.kind === "all";
  return whole && unused > 0 ? [`${unused} lines of .gitleaksignore hide nothing any more`] : [];
}

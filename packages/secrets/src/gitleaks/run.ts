import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type CheckContext,
  ExternalError,
  openWorkspace,
  UsageError,
  workTreeFiles,
} from "@assay/core";
import { isolatedVariables } from "@assay/git";
import { findTool } from "@assay/tools";
import type { SecretsOptions } from "../command.ts";
import type { LoadedRules } from "../config/load-rules.ts";
import type { Hit } from "../findings/hit.ts";
import { builtInRulesAsToml } from "../rules/as-toml.ts";
import { BUILT_IN } from "../rules/built-in-rules.ts";
import type { Target } from "../scan/target.ts";
import type { ScanStats } from "../sources/source-fragment.ts";
import { IGNORE_FILE } from "../suppressions/ignore-file.ts";
import { gitleaksArguments, LEAKS_EXIT_CODE } from "./arguments.ts";
import { readReport, readReportFile } from "./report.ts";
import { readSummary } from "./summary.ts";

const TIMEOUT_MS = 30 * 60 * 1000;
/** What gitleaks leaves out without a word. */
const UNSEEN = [
  ["messages of commits and tags", "gitleaks does not read them; `engine: native` does"],
  [
    "text in UTF-16, and binary files",
    "gitleaks does not read them; `engine: native` reads the former",
  ],
] as const;

/**
 * Runs the real gitleaks over our commit range. Its report holds the secrets in plain text: it is written to a private
 * temporary folder and removed with it, whatever happens.
 *
 * gitleaks applies the `.gitleaksignore` of the folder that it is pointed at, and drops what that hides. In history it is
 * pointed at an empty folder, with git's own folder named beside it: what is hidden is then reported, and decided by the ignore
 * file that counts for this run.
 *
 * @throws UsageError when a change from outside would be judged by its own ignore file, or gitleaks is part of what is checked.
 * @throws ExternalError when gitleaks fails, complains, or scanned no commit of a range that has some.
 */
export async function runGitleaks(
  context: CheckContext,
  options: SecretsOptions,
  target: Target,
  rules: LoadedRules,
  stats: ScanStats,
  found: (hit: Hit) => void,
): Promise<void> {
  const { root, environment, processes, signal } = context;
  await refuseForeignIgnoreFile(target, root);
  const tool = await findTool({
    name: "gitleaks",
    pathInput: "`gitleaks-path`",
    environment,
    processes,
    versionArgs: ["version"],
    root,
    install: "Install gitleaks 8.19 or later, give `gitleaks-path`, or use `engine: native`.",
    ...(options.gitleaksPath === undefined ? {} : { explicitPath: options.gitleaksPath }),
  });
  context.logger.info(`gitleaks ${tool.version ?? "of unknown version (built from source)"}`);
  const folder = await mkdtemp(join(tmpdir(), "assay-gitleaks-"));
  try {
    const files = { config: join(folder, "rules.toml"), report: join(folder, "report.json") };
    await writeFile(files.config, rules.source?.text ?? builtInRulesAsToml(), { mode: 0o600 });
    const history = target.kind === "history" ? await historyIn(folder, target) : undefined;
    const result = await processes.run(
      tool.path,
      gitleaksArguments(history, files, {
        maxDecodeDepth: options.maxDecodeDepth,
        // It does not say which lines are marked, so of files all marks are left out of account.
        ignoreMarks: !target.addedMarksCount,
      }),
      {
        // The folder that it starts in is where it looks for an ignore file too.
        cwd: history?.place ?? root,
        env: history?.variables ?? (await isolatedVariables(environment, root)),
        timeoutMs: TIMEOUT_MS,
        signal,
      },
    );
    if (result.exitCode !== 0 && result.exitCode !== LEAKS_EXIT_CODE) {
      throw failed(`gitleaks ended with exit code ${result.exitCode}`, result.stderr);
    }
    const summary = readSummary(result.stderr);
    // From 8.27 gitleaks only logs that git failed, and ends with 0.
    if (summary.complaints.length > 0)
      throw failed("gitleaks complained", summary.complaints.join("\n"));
    stats.commits += summary.commits;
    stats.bytes += summary.bytes;
    const prefix = target.kind === "history" ? target.repo.prefix : "";
    const accepts = new Map(rules.ruleSet.rules.map(({ id, accept }) => [id, accept]));
    let reported = 0;
    const hits = readReport(await readReportFile(files.report), prefix, (id, question) => {
      reported += 1;
      return accepts.get(id)?.(question) ?? true;
    });
    if (result.exitCode === LEAKS_EXIT_CODE && prefix === "" && reported === 0) {
      throw new ExternalError("gitleaks says that it found leaks, and its report is empty");
    }
    for (const [what, reason] of UNSEEN) stats.skipped.set(what, reason);
    if (rules.source === undefined) {
      for (const { title } of BUILT_IN.filter(({ nativeOnly }) => nativeOnly)) {
        stats.skipped.set(title, "gitleaks can't run this rule; `engine: native` does");
      }
    }
    stats.files += new Set(hits.map((hit) => hit.path)).size;
    for (const hit of hits) found(hit);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** An empty folder to be pointed at, and the variables that show `git log` the repository there. */
async function historyIn(folder: string, { repo, range }: Target & { readonly kind: "history" }) {
  const place = join(folder, "empty");
  await mkdir(place);
  return { range, place, variables: repo.variables };
}

/** Over files gitleaks can't be kept from reading the ignore file beside them. */
async function refuseForeignIgnoreFile(target: Target, root: string): Promise<void> {
  if (target.kind !== "tree" || target.baseCommit === undefined) return;
  const own = await workTreeFiles(await openWorkspace(root)).read(IGNORE_FILE);
  if (own === undefined) return;
  if (Buffer.from(own).toString("utf8") === (await target.read(IGNORE_FILE))) return;
  throw new UsageError(
    `The change comes from outside, and gitleaks would apply the ${IGNORE_FILE} that it brings`,
    { hint: "Use `mode: history` or `engine: native`, which read it from the base commit." },
  );
}

function failed(what: string, stderr: string): ExternalError {
  const lines = stderr.trim().split("\n").slice(0, 5);
  return new ExternalError(`${what}: ${(lines[0] ?? "it said nothing").slice(0, 300)}`, {
    problems: lines.slice(1).map((line) => line.slice(0, 300)),
    hint: "Run it by hand with the same configuration, or use `engine: native`.",
  });
}

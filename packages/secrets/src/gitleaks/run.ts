import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CheckContext, ExternalError } from "@assay/core";
import { findTool } from "@assay/provision";
import type { LoadedRules } from "../config/load-rules.ts";
import type { Hit } from "../findings/hit.ts";
import type { SecretsOptions } from "../options.ts";
import { packAsToml } from "../rules/pack-toml.ts";
import type { Tally } from "../sources/piece.ts";
import type { Target } from "../target.ts";
import { gitleaksArguments, gitleaksEnvironment, LEAKS_EXIT_CODE } from "./arguments.ts";
import { readReport } from "./report.ts";
import { readSummary } from "./summary.ts";

const TIMEOUT_MS = 30 * 60 * 1000;

/**
 * Runs the real gitleaks over our commit range. Its report holds the secrets in plain text: it is written to a private
 * temporary folder and removed with it, whatever happens.
 *
 * @throws ExternalError when gitleaks fails, complains, or scanned no commit of a range that has some.
 */
export async function runGitleaks(
  context: CheckContext,
  options: SecretsOptions,
  target: Target,
  rules: LoadedRules,
  tally: Tally,
  found: (hit: Hit) => void,
): Promise<void> {
  const { root, environment, processes, signal } = context;
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
    await writeFile(files.config, rules.source?.text ?? packAsToml(), { mode: 0o600 });
    const range = target.kind === "history" ? target.range : undefined;
    const result = await processes.run(
      tool.path,
      gitleaksArguments(range, files, options.maxDecodeDepth),
      { cwd: root, env: gitleaksEnvironment(environment, root), timeoutMs: TIMEOUT_MS, signal },
    );
    if (result.exitCode !== 0 && result.exitCode !== LEAKS_EXIT_CODE) {
      throw failed(`gitleaks ended with exit code ${result.exitCode}`, result.stderr);
    }
    const summary = readSummary(result.stderr);
    // From 8.27 gitleaks only logs that git failed, and ends with 0.
    if (summary.complaints.length > 0)
      throw failed("gitleaks complained", summary.complaints.join("\n"));
    tally.commits += summary.commits;
    tally.bytes += summary.bytes;
    const prefix = target.kind === "history" ? target.repo.prefix : "";
    const hits = readReport(await readFile(files.report, "utf8"), prefix);
    if (result.exitCode === LEAKS_EXIT_CODE && hits.length === 0 && prefix === "") {
      throw new ExternalError("gitleaks says that it found leaks, and its report is empty");
    }
    tally.files += new Set(hits.map((hit) => hit.path)).size;
    for (const hit of hits) found(hit);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function failed(what: string, stderr: string): ExternalError {
  const lines = stderr.trim().split("\n").slice(0, 5);
  return new ExternalError(`${what}: ${(lines[0] ?? "it said nothing").slice(0, 300)}`, {
    problems: lines.slice(1).map((line) => line.slice(0, 300)),
    hint: "Run it by hand with the same configuration, or use `engine: native`.",
  });
}

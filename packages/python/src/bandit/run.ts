import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import type { CheckContext } from "@assay/core";
import type { PythonOptions } from "../command.ts";
import { lastLines, namedFile, runTool, type Tool, toolFailure } from "../tools/tool.ts";
import { type BanditIssue, type BanditReport, readBandit } from "./report.ts";

/** bandit's own, as globs: its text `.git` would leave `.github` out too. */
const EXCLUDED = [".svn", "CVS", ".bzr", ".hg", ".git", "__pycache__", ".tox", ".eggs", "*.egg"];
const LEVELS = ["low", "medium", "high"];

export interface BanditRun extends BanditReport {
  /** What only a run without `# nosec` finds. */
  readonly hidden: readonly BanditIssue[];
  readonly notices: readonly string[];
}

/**
 * Runs bandit over paths, and once more without `# nosec` where there are some: the difference is what they hide.
 *
 * @param paths relative to the root. @param excluded folders that are no part of the project
 * @throws ExternalError whenever it can't be told what bandit found.
 */
export async function runBandit(
  context: CheckContext,
  tool: Tool,
  options: PythonOptions,
  paths: readonly string[],
  excluded: readonly string[],
): Promise<BanditRun> {
  const folder = await mkdtemp(join(tmpdir(), "assay-bandit-"));
  try {
    const args = await argumentsOf(context, options, folder, [
      ...options.banditExclude,
      ...excluded,
    ]);
    const targets = ["--", ...paths.map(dotted)];
    const run = (more: readonly string[]) =>
      banditOnce(context, tool, [...args, ...more, ...targets], options);
    const first = await run([]);
    const { report } = first;
    const all = report.bare + report.named > 0 ? (await run(["--ignore-nosec"])).report : report;
    const known = new Map<string, number>();
    for (const issue of report.issues) known.set(keyOf(issue), (known.get(keyOf(issue)) ?? 0) + 1);
    const hidden = all.issues.filter((issue) => {
      const left = known.get(keyOf(issue)) ?? 0;
      known.set(keyOf(issue), left - 1);
      return left <= 0;
    });
    return { ...report, hidden, notices: first.notices };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function banditOnce(
  context: CheckContext,
  tool: Tool,
  args: readonly string[],
  { timeout }: PythonOptions,
) {
  const { exitCode, stdout, stderr } = await runTool(context, tool, args, timeout);
  if (exitCode !== 0 && exitCode !== 1) {
    // A report holds lines of source.
    const said = stdout.includes("{") ? stderr : stderr || stdout;
    throw toolFailure("bandit", `ended with exit code ${exitCode}`, said);
  }
  if (stdout.trim() === "") {
    throw toolFailure("bandit", `ended with exit code ${exitCode} and no report`, stderr);
  }
  const report = readBandit(context.root, stdout);
  if (exitCode === 1 && report.issues.length === 0) {
    throw toolFailure("bandit", "says that it found something, and its report is empty");
  }
  const said = lastLines(stderr, 20).filter((line) => !/^\[\w+\]\s+INFO\b|^Working/.test(line));
  const kept = [...new Set(said)].filter((line) => !line.includes("Unable to find qualified name"));
  return { report, notices: kept.slice(0, 5).map((line) => `bandit: ${line}`) };
}

/** Without a path of the checkout but the targets: what decides is copied from where this run may believe it. */
async function argumentsOf(
  context: CheckContext,
  { banditConfig, banditConfidence, banditSeverity }: PythonOptions,
  folder: string,
  excluded: readonly string[],
): Promise<readonly string[]> {
  // With an empty file bandit warns, without one it takes the `.bandit` of whoever changes the code.
  const ini = join(folder, "empty.ini");
  await writeFile(ini, "[bandit]\n");
  const config: string[] = [];
  if (banditConfig !== undefined) {
    const bytes = await namedFile(context, "bandit-config", banditConfig);
    const copy = join(folder, `config${extname(banditConfig)}`);
    await writeFile(copy, bytes);
    config.push("-c", copy);
  }
  const globs = EXCLUDED.map((name) => `*/${name}/*`);
  return [
    ...["-r", "-q", "-f", "json", "--ini", ini, ...config],
    `-${"l".repeat(LEVELS.indexOf(banditSeverity) + 1)}`,
    `-${"i".repeat(LEVELS.indexOf(banditConfidence) + 1)}`,
    "-x",
    [...globs, ...excluded.map(pattern)].join(","),
  ];
}

/** bandit compares with names as it was given them, and those begin with `./`. */
function pattern(excluded: string): string {
  return /^[./*]|[*?[]/.test(excluded) ? excluded : `./${excluded.replace(/\/+$/, "")}`;
}

/** No name is taken for an option. */
function dotted(path: string): string {
  return path === "." ? path : `./${path}`;
}

function keyOf({ path, test, line, column }: BanditIssue): string {
  return [path, test, line, column].join("\0");
}

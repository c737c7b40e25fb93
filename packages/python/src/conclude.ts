import {
  type CheckContext,
  type CheckResult,
  clip,
  type Finding,
  fingerprint,
  plural,
  type Skipped,
} from "@assay/core";
import { fileAt } from "@assay/git";
import { banditFindings, showsPassword } from "./bandit/findings.ts";
import type { BanditRun } from "./bandit/run.ts";
import { type Change, withUncommitted } from "./change/change.ts";
import type { PythonOptions } from "./command.ts";
import { isBelow, type PythonFiles, type Targets } from "./files.ts";
import type { Located } from "./located.ts";
import { mypyFindings } from "./mypy/findings.ts";
import { hiddenFromMypy, inlineFindings } from "./mypy/inline.ts";
import type { MypyRun } from "./mypy/run.ts";
import { strictnessFindings } from "./mypy/strictness.ts";
import type { Sources } from "./sources.ts";
import type { Tool } from "./tools/tool.ts";

/** What was looked at, and what the tools said. */
export interface Looked {
  readonly files: PythonFiles;
  readonly targets: Targets;
  readonly mypyTargets: Targets;
  readonly configPath: string | undefined;
  readonly change: Change | string;
  readonly sources: Sources;
  readonly tools: readonly Tool[];
  readonly bandit?: BanditRun;
  readonly mypy?: MypyRun;
}

/** The result of a run: findings with what the change says about them, and what was left out. */
export async function conclude(
  context: CheckContext,
  options: PythonOptions,
  looked: Looked,
): Promise<CheckResult> {
  const { bandit, mypy, sources, files, targets } = looked;
  const paths = [
    ...[...(bandit?.issues ?? []), ...(bandit?.hidden ?? [])].map(({ path }) => path),
    ...(mypy?.messages ?? []).flatMap(({ path }) => path ?? []),
  ];
  const change =
    typeof looked.change === "string"
      ? looked.change
      : await withUncommitted(looked.change, context, sources, [...new Set(paths)].sort());
  const found = [
    ...(bandit === undefined
      ? []
      : await banditFindings(bandit, sources, change, context.settings.addedMarksCount)),
    ...(mypy === undefined ? [] : await mypyFindings(mypy.messages, sources)),
    ...(looked.configPath === undefined || mypy === undefined
      ? []
      : await strictnessFindings(context, looked.configPath, change)),
    ...(mypy === undefined ? [] : await inlineFindings(files.python, sources, change)),
  ].map((each) => judged(each, change, options.scope));
  // A password stands in a line: none of this check is quoted.
  const isSensitive = [...(bandit?.issues ?? []), ...(bandit?.hidden ?? [])].some(showsPassword);
  const inspected = files.python.filter((file) => isBelow(file, targets.present));
  return {
    check: "python",
    ...(isSensitive && { sensitive: true }),
    findings: [...found, ...incomplete(looked), ...(await strayConfigs(files, change))],
    artifacts: [],
    coverage: {
      inspected: { files: bandit?.files.size ?? inspected.length },
      skipped: [
        ...skippedFolders(files.installed),
        ...[...files.unreadable, ...files.absent].map(({ path, reason }) => ({
          item: path || ".",
          reason,
        })),
        ...(bandit === undefined ? [] : leftOut(inspected, bandit)),
        ...(mypy === undefined ? [] : hiddenFromMypy(inspected)),
      ],
      summary: summaryOf(looked, options, change),
    },
    notices: [
      ...(bandit?.notices ?? []),
      ...(mypy?.notices ?? []),
      ...(bandit === undefined || bandit.bare + bandit.named === 0
        ? []
        : [
            `# nosec: ${bandit.bare} bare, ${bandit.named} with a test; ${plural(bandit.hidden.length, "finding")} at or above the threshold hidden`,
          ]),
    ],
  };
}

/** Folders of other people's packages. */
export function skippedFolders(folders: readonly string[]): readonly Skipped[] {
  return folders.map((item) => ({ item, reason: "it holds installed packages" }));
}

function judged(
  { finding, path, first, last, wholeFile }: Located,
  change: Change | string,
  scope: PythonOptions["scope"],
): Finding {
  if (typeof change === "string") return finding;
  const isTouched = wholeFile ? change.touchesFile(path) : change.touchesLines(path, first, last);
  const state = finding.change ?? (isTouched ? "new" : "existing");
  const isQuiet = scope === "changed" && state === "existing";
  return { ...finding, change: state, ...(isQuiet && { threshold: "never" as const }) };
}

/** What should have been looked at and was not. */
function incomplete({ files, targets, mypyTargets, bandit, mypy }: Looked): readonly Finding[] {
  const gap = (path: string, message: string, isFile = true): Finding => ({
    ruleId: "python.incomplete",
    severity: "high",
    message,
    fingerprint: fingerprint("python.incomplete", path, message),
    ...(isFile && { location: { path } }),
  });
  const missing = new Set([...targets.missing, ...mypyTargets.missing]);
  const empty = new Set([...targets.empty, ...mypyTargets.empty]);
  const looked = [...targets.present, ...mypyTargets.present];
  const [absent, ...others] = files.absent.filter(({ path }) => isBelow(path, looked));
  const isNothing =
    bandit?.files.size === 0 &&
    files.python.some((file) => file.endsWith(".py") && isBelow(file, targets.present));
  return [
    ...[...missing].map((path) =>
      gap(path, `${path} is to be looked at, and nothing is there`, false),
    ),
    ...[...empty].map((path) => gap(path, `${path} is to be looked at, and holds no Python file`)),
    ...(absent === undefined
      ? []
      : [
          gap(
            absent.path,
            `${absent.path}${others.length === 0 ? "" : ` and ${others.length} more`} could not be looked at: ${absent.reason}`,
          ),
        ]),
    ...(bandit?.errors ?? []).map(({ path, reason }) =>
      gap(path, `bandit could not look at ${path}: ${clip(reason.replace(/\s+/g, " "), 200)}`),
    ),
    ...(isNothing
      ? [gap("", "bandit looked at no file: its configuration leaves all of them out", false)]
      : []),
    ...(mypy?.stopped === true
      ? [gap("mypy", "mypy stopped at an error and looked at nothing more", false)]
      : []),
  ];
}

async function strayConfigs(
  { stray }: PythonFiles,
  change: Change | string,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const path of stray) {
    const { repository, commit } = typeof change === "string" ? {} : change.base;
    const isKnown =
      repository !== undefined &&
      commit !== undefined &&
      (await fileAt(repository, commit, path)) !== undefined;
    findings.push({
      ruleId: "python.stray-config",
      severity: repository !== undefined && !isKnown ? "medium" : "low",
      message: `${path} is not applied here; where bandit is run otherwise it may hide findings`,
      fingerprint: fingerprint("python.stray-config", path),
      location: { path },
      ...(repository !== undefined && { change: isKnown ? "existing" : "new" }),
    });
  }
  return findings;
}

function leftOut(inspected: readonly string[], { files }: BanditRun): readonly Skipped[] {
  return inspected
    .filter((file) => file.endsWith(".py") && !files.has(file))
    .map((item) => ({ item, reason: "bandit leaves it out by its settings" }));
}

function summaryOf({ tools }: Looked, options: PythonOptions, change: Change | string): string {
  const named = tools.map(({ name, version = "of unknown version" }) =>
    name === "bandit"
      ? `bandit ${version} (confidence ${options.banditConfidence}, severity ${options.banditSeverity})`
      : `mypy ${version} --strict`,
  );
  const scope =
    options.scope === "all"
      ? "everything counts"
      : typeof change === "string"
        ? `everything counts: ${change}`
        : `only what the change touches counts (${change.base.description})`;
  return `${named.join(", ")}; ${scope}`;
}

import type {
  Clock,
  COMMON_INPUTS,
  Command,
  ConfigFile,
  InputValues,
  Report,
  ReportSettings,
  ReportSubject,
  TriggerEvent,
} from "@assay/core";
import {
  comesFromOutside,
  DEFAULT_SLO,
  type ErrorKind,
  SEVERITIES,
  type SloPolicy,
  type SloTarget,
} from "@assay/core";
import { EXIT_CODES } from "@assay/core/host";
import type { CombinedOutcome } from "../parts/run-parts.ts";
import type { Baseline } from "../settings/baseline.ts";
import { parseLevel, type RuleLevels } from "../settings/rule-levels.ts";
import type { SuppressionEntry } from "../settings/suppression.ts";
import type { CheckFailure } from "./check-failure.ts";
import { conclude } from "./evaluate-report.ts";

/** Absent where the command is an act. */
type DecisionInputs = Partial<
  Pick<InputValues<typeof COMMON_INPUTS>, "fail-on" | "rule" | "baseline">
>;

export interface ConcludeOptions {
  readonly command: Pick<Command, "name" | "kind">;
  readonly version: string;
  readonly clock: Clock;
  readonly event: TriggerEvent | null;
  readonly subject: ReportSubject;
  readonly config: ConfigFile;
  readonly baseline: Baseline | undefined;
}

/** Decides on what a run found: threshold, suppressions, baseline and response clocks. */
export function concludeRun(
  outcome: CombinedOutcome,
  inputs: DecisionInputs,
  { command, version, clock, event, subject, config, baseline }: ConcludeOptions,
): Report {
  return conclude({
    command: command.name,
    version,
    results: outcome.results,
    acts: outcome.acts,
    products: outcome.products,
    failures: outcome.failures,
    policy: {
      failOn: inputs["fail-on"] ?? "medium",
      levels: command.kind === "act" ? {} : levelsOf(config, inputs.rule),
      // An act succeeds or fails: there is nothing that an entry could accept.
      suppressions: command.kind === "act" ? [] : suppressionsOf(config),
      slo: sloOf(config),
      ...(baseline !== undefined && { baseline }),
    },
    clock,
    subject,
    settings: settingsOf(config, inputs.baseline),
    notices: outsideNotices(event, [config.path, inputs.baseline]),
    rules: outcome.rules,
  });
}

/** Both files come from the folder that is looked at. */
function settingsOf(config: ConfigFile, baseline: string | undefined): ReportSettings {
  const paths = [
    { what: "config", path: config.path },
    { what: "baseline", path: baseline },
  ] as const;
  return {
    sources: paths.flatMap(({ what, path }) =>
      path === undefined ? [] : [{ what, path, from: "work-tree" }],
    ),
    loosened: [],
  };
}

/** Whoever wrote the change wrote these files too, where they lie in its checkout: that is never silent. */
function outsideNotices(
  event: TriggerEvent | null,
  paths: readonly (string | undefined)[],
): readonly string[] {
  const files = paths.filter((path) => path !== undefined);
  return !comesFromOutside(event) || files.length === 0
    ? []
    : [
        `The change comes from outside, and ${files.join(" and ")} ${files.length === 1 ? "was" : "were"} read from the checked folder: what is switched off, suppressed or accepted there is so in this run. Look at what the change does to it.`,
      ];
}

/** What our own defect hides matters most; then what only the user can fix. */
const GRAVEST_FIRST: readonly ErrorKind[] = ["internal", "usage", "external", "policy"];

/** The exit code of a run: that of its gravest failure, else of its verdict. */
export function exitCodeFor(report: Report, failures: readonly CheckFailure[]): number {
  const kinds = new Set<ErrorKind>([
    ...failures.map((failure) => failure.error.kind),
    // A check that looked at nothing threw nothing.
    ...report.checks.flatMap(({ error }) => error?.kind ?? []),
    ...report.acts.flatMap((act) => act.failures.map(({ kind }) => kind)),
  ]);
  const gravest = GRAVEST_FIRST.find((kind) => kinds.has(kind));
  if (gravest !== undefined) return EXIT_CODES[gravest];
  if (report.outcome === "error") return EXIT_CODES.external;
  return report.outcome === "pass" ? EXIT_CODES.pass : EXIT_CODES.policy;
}

/** The entries of the config file, each with the place where it is written. */
function suppressionsOf(config: ConfigFile): readonly SuppressionEntry[] {
  const entries = config.section<readonly SuppressionEntry[]>("suppressions") ?? [];
  return entries.map((entry, index) => {
    const source = config.place(`suppressions.${index}`);
    return source === undefined ? entry : { ...entry, source };
  });
}

/** Those of the config file; those of options go before them. */
function levelsOf(config: ConfigFile, options: readonly string[] = []): RuleLevels {
  const given = options.map(parseLevel).flatMap((read) => ("key" in read ? [read] : []));
  return {
    ...config.section<RuleLevels>("rules"),
    ...Object.fromEntries(given.map(({ key, level }) => [key, level])),
  };
}

function sloOf(config: ConfigFile): SloPolicy {
  const given = config.section<Partial<Record<string, Partial<SloTarget>>>>("slo") ?? {};
  const targets = SEVERITIES.map((severity) => [
    severity,
    { ...DEFAULT_SLO[severity], ...given[severity] },
  ]);
  return Object.fromEntries(targets) as SloPolicy;
}

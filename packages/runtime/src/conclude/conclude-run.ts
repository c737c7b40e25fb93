import type {
  Clock,
  ClockStart,
  Command,
  ConfigFile,
  Report,
  ReportSettings,
  ReportSubject,
} from "@assay/core";
import {
  DEFAULT_SLO,
  type ErrorKind,
  SEVERITIES,
  type Severity,
  type SloPolicy,
  type SloTarget,
} from "@assay/core";
import { EXIT_CODES } from "@assay/core/host";
import type { CheckFailure } from "../parts/check-failure.ts";
import type { CombinedOutcome } from "../parts/run-parts.ts";
import type { Judgement } from "../settings/judgement.ts";
import { parseLevel, type RuleLevels } from "../settings/rule-levels.ts";
import type { SuppressionEntry } from "../settings/suppression.ts";
import { type ConcludeInput, conclude } from "./evaluate-report.ts";
import type { Evidenced, Policy } from "./judge.ts";

/** What a run found under one set of settings. */
export interface JudgedOutcome {
  readonly outcome: CombinedOutcome;
  readonly judgement: Pick<Judgement, "config" | "inputs" | "baseline" | "ledger">;
}

export interface ConcludeOptions {
  readonly command: Pick<Command, "name" | "kind">;
  readonly version: string;
  readonly clock: Clock;
  readonly subject: ReportSubject;
  readonly settings: ReportSettings;
  readonly notices: readonly string[];
  readonly review: ConcludeInput["review"];
}

/** Decides on what a run found: threshold, suppressions, baseline and response clocks. */
export function concludeRun(
  first: JudgedOutcome,
  own: JudgedOutcome | undefined,
  { command, review, ...options }: ConcludeOptions,
): Report {
  const { acts, products } = first.outcome;
  return conclude({
    ...options,
    command: command.name,
    ...evidenced(first, command),
    ...(own !== undefined && { own: evidenced(own, command) }),
    ...(review !== undefined && { review }),
    acts,
    products,
    rules: { ...own?.outcome.rules, ...first.outcome.rules },
  });
}

function evidenced(
  {
    outcome: { results, failures },
    judgement: { config, inputs, baseline, ledger },
  }: JudgedOutcome,
  { kind }: Pick<Command, "kind">,
): Evidenced {
  // An act succeeds or fails: there is nothing that an entry could accept, and no level that it could have.
  const isAct = kind === "act";
  return {
    results,
    failures,
    policy: {
      failOn: inputs["fail-on"] ?? "medium",
      levels: isAct ? {} : levelsOf(config, inputs.rule),
      suppressions: isAct ? [] : suppressionsOf(config),
      ...clocksOf(config),
      ...(baseline !== undefined && { baseline }),
      ...(ledger !== undefined && { ledger }),
    },
  };
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

type SloSection = Partial<Record<Severity, Partial<SloTarget>>> & {
  readonly clock?: ClockStart;
  readonly "due-soon"?: string;
};

function clocksOf(config: ConfigFile): Pick<Policy, "slo" | "clockFrom" | "dueSoon"> {
  const given = config.section<SloSection>("slo") ?? {};
  const targets = SEVERITIES.map((severity) => [
    severity,
    { ...DEFAULT_SLO[severity], ...given[severity] },
  ]);
  const { clock, "due-soon": dueSoon } = given;
  return {
    slo: Object.fromEntries(targets) as SloPolicy,
    ...(clock !== undefined && { clockFrom: clock }),
    ...(dueSoon !== undefined && { dueSoon }),
  };
}

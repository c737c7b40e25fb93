import { openAdvisories } from "@assay/advisories/sources";
import type { CheckContext, CheckResult, ConfigReader, Finding } from "@assay/core";
import { endOfDay, fingerprint, isRecord, plural } from "@assay/core";
import { introducedDates } from "@assay/git";
import { baseOf, expectCheckout, isChange } from "@assay/inventory";
import type { PolicyOptions } from "./command.ts";
import { policyFindings } from "./findings.ts";
import { judge } from "./judge.ts";
import { openPolicyRepository } from "./open-repository.ts";
import { badge } from "./posture/badge.ts";
import {
  clauseTable,
  postureOf,
  postureTables,
  type Share,
  shareOf,
  shareText,
} from "./posture/table.ts";
import { chosenRules, PRESETS } from "./presets.ts";
import type { PolicyRepository } from "./repository.ts";
import { POLICY_RULES } from "./rules/index.ts";
import type { PolicySettings } from "./settings.ts";
import { acceptedBy } from "./suppressions/accepted.ts";
import { applyMarks } from "./suppressions/apply.ts";
import type { Mark } from "./suppressions/marks.ts";

/** Findings whose line git is asked about: a process a file. */
const MAX_DATED = 200;

type PolicyContext = CheckContext & { readonly config?: ConfigReader };

/**
 * Judges the repository by the rules of the presets.
 *
 * @throws UsageError when a rule is named that does not exist, or a named base is not there.
 */
export async function checkPolicy(
  context: PolicyContext,
  options: PolicyOptions,
): Promise<{ readonly result: CheckResult; readonly share: Share }> {
  const rules = chosenRules(POLICY_RULES, options.preset, options.enable);
  const presets = PRESETS.filter(({ id }) => options.preset.includes(id));
  const base = wantsBase(options, context) ? await baseOf(context, options.base) : undefined;
  await expectCheckout(context);
  const repository = await openPolicyRepository(
    context,
    settingsOf(options, context),
    typeof base === "object" ? base : undefined,
    () => openAdvisories({ ...context, offline: true }, options.advisories, ["GitHub Actions"]),
  );
  const judged = await judge(rules, repository);
  const { addedMarksCount } = context.settings;
  const { found, unused } = await applyMarks(judged, repository, addedMarksCount);
  const posture = postureOf(judged, found, acceptedBy(context, found, repository.today));
  const share = shareOf(posture);
  const clauses = presets.flatMap((preset) => clauseTable(preset, posture) ?? []);
  const result: CheckResult = {
    check: "policy",
    findings: [
      ...(await dated(context, policyFindings(found, repository.today))),
      ...unused.map((mark) => unusedFinding(mark, repository.today)),
      ...unreadableFindings(repository),
    ],
    artifacts: options.badge ? [badge(share)] : [],
    coverage: {
      inspected: { rules: rules.length, files: repository.files.length },
      skipped: [],
      summary: `${plural(rules.length, "rule")} over ${plural(repository.files.length, "file")}: ${shareText(share)}`,
    },
    tables: [...postureTables(posture), ...clauses],
    notices: [
      ...(typeof base === "string" ? [`${base}: every finding counts as new.`] : []),
      ...(repository.prefix
        ? [
            `Only ${repository.prefix} was looked at: workflows, owners and update tools are at the top of the repository.`,
          ]
        : []),
    ],
  };
  return { result, share };
}

/**
 * What the base has too does not block before its fix is due: since when it is there is what its line says, or this run where nothing
 * does, as for a file that is missing.
 */
async function dated(
  context: PolicyContext,
  findings: readonly Finding[],
): Promise<readonly Finding[]> {
  const entryOf = ({ change, location }: Finding) =>
    change !== "existing" || location?.startLine === undefined
      ? undefined
      : { path: location.path, line: location.startLine, name: "" };
  const entries = new Map(findings.map((finding) => [finding, entryOf(finding)]));
  const wanted = [...entries.values()].filter((entry) => entry !== undefined);
  const dates = await introducedDates(context, wanted.slice(0, MAX_DATED));
  const now = context.clock.wall().toISOString();
  return findings.map((finding) => {
    if (finding.change !== "existing") return finding;
    const entry = entries.get(finding);
    const date = entry && dates.get(entry);
    return date === undefined
      ? { ...finding, firstSeen: now }
      : { ...finding, firstSeen: date.at, clockSource: date.source };
  });
}

function wantsBase({ mode, base }: PolicyOptions, context: PolicyContext): boolean {
  return mode === "auto" ? base !== undefined || isChange(context) : mode === "changes";
}

export function settingsOf(
  options: Omit<PolicyOptions, "advisories"> & { readonly advisories: { readonly maxAge: string } },
  context: PolicyContext,
): PolicySettings {
  const { allow } = context.config?.section<{ allow?: readonly string[] }>("licenses") ?? {};
  return {
    ...options,
    visibility: options.visibility === "auto" ? visibilityOf(context) : options.visibility,
    rfcs: options.rfcs ?? [],
    allowedLicenses: allow ?? [],
    maxAge: options.advisories.maxAge,
    slo: context.config?.section<PolicySettings["slo"]>("slo") ?? {},
  };
}

/** What the event says of the repository; internal ones of an organisation are not for strangers. */
function visibilityOf({ event }: PolicyContext): PolicySettings["visibility"] {
  const repository = event?.payload["repository"];
  if (!isRecord(repository) || typeof repository["private"] !== "boolean") return "auto";
  return repository["private"] ? "private" : "public";
}

function unusedFinding({ path, line, rules, reason, until }: Mark, today: Date): Finding {
  const what = `The comment \`assay: ignore ${rules.join(", ")}\``;
  const expired = until !== undefined && (endOfDay(until) ?? 0) <= today.getTime();
  const why =
    reason === ""
      ? "gives no reason, so it accepts nothing; write `-- <reason>` behind it"
      : `accepts nothing${expired ? "; it has expired too" : ""}`;
  return {
    ruleId: "policy.ignore-unused",
    severity: "low",
    message: `${what} ${why}.`,
    location: { path, startLine: line },
    fingerprint: fingerprint("policy.ignore-unused", path, ...rules),
  };
}

/** A file that a rule asked for as text and could not have was not judged: nobody may take that for kept. */
function unreadableFindings({ unreadable }: PolicyRepository): readonly Finding[] {
  return [...unreadable].sort().map(([path, reason]) => ({
    ruleId: "policy.unreadable-file",
    severity: "high",
    message: `${path} was not judged: ${reason}.`,
    location: { path },
    fingerprint: fingerprint("policy.unreadable-file", path),
  }));
}

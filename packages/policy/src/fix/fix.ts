import type { CheckContext, CheckResult, ConfigReader, Finding } from "@assay/core";
import { fingerprint, InternalError, isRecord, plural } from "@assay/core";
import { expectCheckout } from "@assay/inventory";
import { settingsOf } from "../check.ts";
import type { PolicyOptions } from "../command.ts";
import { judge } from "../judge.ts";
import { openPolicyRepository } from "../open-repository.ts";
import { chosenRules } from "../presets.ts";
import type { PolicyRepository } from "../repository.ts";
import { POLICY_RULES } from "../rules/index.ts";
import { acceptedBy } from "../suppressions/accepted.ts";
import { applyMarks } from "../suppressions/apply.ts";
import { withEditor } from "./editor.ts";
import type { ResolveRef } from "./pin.ts";
import { type FilePlan, planFixes } from "./plan.ts";
import { writeChanged } from "./write.ts";

interface FixOptions extends Omit<PolicyOptions, "advisories"> {
  readonly write: boolean;
  readonly asFile: boolean;
}

/**
 * What rules know how to fix, as one finding a file with its diff; written where that is asked for.
 *
 * @throws UsageError when a rule is named that does not exist.
 */
export async function fixPolicy(
  context: CheckContext & { readonly config?: ConfigReader },
  options: FixOptions,
): Promise<CheckResult> {
  const rules = chosenRules(POLICY_RULES, options.preset, options.enable);
  await expectCheckout(context);
  // No rule that knows a fix needs advisories.
  const settings = settingsOf({ ...options, advisories: { maxAge: "none" } }, context);
  const opened = await openPolicyRepository(context, settings, undefined, () =>
    Promise.reject(new InternalError("Advisories are not at hand here")),
  );
  const repository = withEditor(opened, opened.api && commitFrom(opened.api));
  const fixing = rules.filter(({ fixes }) => fixes === true);
  const { found } = await applyMarks(await judge(fixing, repository), repository, true);
  const plans = await planFixes(found, repository, acceptedBy(context, found, repository.today));
  const findings: Finding[] = [];
  let written = 0;
  for (const plan of plans) {
    if (plan.diff !== "") findings.push(findingOf(plan, options.write));
    const { path, before, after, refused } = plan;
    const why =
      refused ??
      (options.write ? await writeChanged(context.root, path, before, after) : undefined);
    if (why !== undefined) findings.push(refusal(path, why));
    else if (options.write) written++;
  }
  const diff = plans.map((plan) => plan.diff).join("");
  const done = options.write
    ? `${plural(written, "file")} changed`
    : `${plural(plans.length, "file")} can be fixed`;
  return {
    check: "fix",
    findings,
    artifacts: options.asFile
      ? [
          {
            name: "policy-fix.diff",
            mediaType: "text/x-diff",
            bytes: new TextEncoder().encode(diff),
          },
        ]
      : [],
    coverage: {
      inspected: { rules: fixing.length, files: repository.files.length },
      skipped: [],
      summary: done,
    },
  };
}

function commitFrom(api: NonNullable<PolicyRepository["api"]>): ResolveRef {
  return async (repository, ref) => {
    const answer = await api(`/repos/${repository}/commits/${encodeURIComponent(ref)}`);
    const { sha } = answer.status === 200 && isRecord(answer.body) ? answer.body : {};
    return typeof sha === "string" ? sha : undefined;
  };
}

function findingOf({ path, diff, rules, left }: FilePlan, write: boolean): Finding {
  const more = left === 0 ? "" : ` ${left} more overlap these: run it again.`;
  return {
    ruleId: "policy.fix",
    severity: "low",
    threshold: "never",
    message: `${write ? "Fixed" : "Can be fixed"}: ${rules.join(", ")}.${more}`,
    location: { path },
    fingerprint: fingerprint("policy.fix", path, ...rules),
    evidence: [{ label: `Change of ${path}`, value: diff, verbatim: true }],
    remediation: write
      ? "It is made; look at it and commit it."
      : "`assay policy fix --format fix-diff` prints the whole diff, `--write` makes the changes.",
  };
}

function refusal(path: string, why: string): Finding {
  return {
    ruleId: "policy.fix-refused",
    severity: "high",
    message: `${path} was not changed: ${why}.`,
    location: { path },
    fingerprint: fingerprint("policy.fix-refused", path),
  };
}

import { openWorkspace } from "../../../packages/core/src/index.ts";
import { readInventory, workTreeSource } from "../../../packages/inventory/src/index.ts";
import { judge } from "../../../packages/policy/src/judge.ts";
import {
  type PolicyRepository,
  policyRepository,
} from "../../../packages/policy/src/repository.ts";
import { POLICY_RULES } from "../../../packages/policy/src/rules/index.ts";
import { ACTIONLINT_AUDIT } from "./peers.ts";
import type { Seen } from "./seen.ts";

/** Both run offline. */
const NEED_NETWORK = new Set(["known-vulnerable-actions", "ref-version-mismatch"]);

/** Which of our rules looks at what a peer's audit looks at, as their declarations say. */
export function rulesByAudit(): ReadonlyMap<string, ReadonlySet<string>> {
  const byAudit = new Map<string, Set<string>>();
  for (const { id, sources } of POLICY_RULES) {
    for (const audit of sources.zizmor ?? [])
      if (!NEED_NETWORK.has(audit)) byAudit.set(audit, (byAudit.get(audit) ?? new Set()).add(id));
  }
  byAudit.set(ACTIONLINT_AUDIT, new Set(["workflow.template-injection"]));
  return byAudit;
}

/** A checkout as the rules see it, without settings, base or server. */
export async function openOurs(root: string): Promise<PolicyRepository> {
  const source = workTreeSource(await openWorkspace(root));
  return policyRepository(source, {
    files: await source.list(),
    inventory: () => readInventory(source),
    advisories: async () => "None are compared here.",
    today: new Date(),
    settings: {
      ...{ securityReviewers: [], sensitivePaths: [], trustedOwners: [], equivalents: [] },
      ...{ cooldownDays: 7, visibility: "public", registries: [] },
      ...{ commercial: [], rfcs: [], allowedLicenses: [], maxAge: "7d" },
    },
  });
}

/** Each place that one of the rules complains about: reports show those of a rule and file as one finding. */
export async function ourViolations(
  root: string,
  wanted: (id: string) => boolean,
): Promise<readonly Seen[]> {
  const repository = await openOurs(root);
  const judged = await judge(
    POLICY_RULES.filter(({ id }) => wanted(id)),
    repository,
  );
  return judged.flatMap(({ rule, judgement }) =>
    judgement.violations.map(({ path = "", place, message, severity, confidence }) => ({
      rule: rule.id,
      path,
      ranges:
        place === undefined ? [] : [[place.startLine, place.endLine ?? place.startLine] as const],
      level: severity ?? rule.severity,
      text: message,
      isExtra: (confidence ?? rule.confidence) === "low",
    })),
  );
}

import { memorySource, readInventory } from "@assay/inventory";
import { withEditor } from "../fix/editor.ts";
import {
  type ApiAnswer,
  type PolicyRepository,
  policyRepository,
  type RepositoryFacts,
} from "../repository.ts";
import type { PolicyRule, Violation } from "../rule.ts";
import type { PolicySettings } from "../settings.ts";

export const SETTINGS: PolicySettings = {
  securityReviewers: [],
  sensitivePaths: [],
  trustedOwners: [],
  equivalents: [],
  cooldownDays: 7,
  visibility: "auto",
  registries: [],
  commercial: [],
  rfcs: [],
  allowedLicenses: [],
  maxAge: "7d",
};

interface Facts extends Partial<Pick<RepositoryFacts, "remote" | "base" | "today" | "advisories">> {
  readonly settings?: Partial<PolicySettings>;
  /** Answers of the server by path. */
  readonly api?: Readonly<Record<string, unknown>>;
}

/** A repository of these files. */
export function aRepository(
  files: Readonly<Record<string, string | Uint8Array>>,
  { settings, api, ...facts }: Facts = {},
): PolicyRepository {
  const source = memorySource(files);
  const answer = async (path: string): Promise<ApiAnswer> =>
    api !== undefined && path in api
      ? { status: 200, body: api[path] }
      : { status: 0, reason: `GET ${path} answered 404` };
  return policyRepository(source, {
    files: Object.keys(files).sort(),
    settings: { ...SETTINGS, ...settings },
    today: new Date("2026-12-01T12:00:00Z"),
    inventory: () => readInventory(source, {}),
    advisories: async () => "No advisories are at hand.",
    ...(api && { api: answer }),
    ...facts,
  });
}

/** What a rule finds in these files, with the edits that it proposes. */
export async function violationsOf(
  rule: PolicyRule,
  files: Readonly<Record<string, string | Uint8Array>>,
  facts: Facts = {},
): Promise<readonly Violation[]> {
  return (await rule.judge(withEditor(aRepository(files, facts)))).violations;
}

import { ADVISORY_INPUTS, type AdvisoryOptions } from "@assay/advisories/sources";
import type { Options } from "@assay/core";
import {
  ACTION_INPUTS,
  COMMON_INPUTS,
  COMMON_OUTPUTS,
  defineCommand,
  optionsOf,
} from "@assay/core";
import { POLICY_INPUTS } from "./inputs.ts";
import { RULE_CATALOG } from "./rules/catalog.ts";
import type { RfcReference } from "./settings.ts";

/** The inputs, and what the config file has beside them. */
export type PolicyOptions = Options<typeof POLICY_INPUTS> & {
  readonly rfcs?: readonly RfcReference[];
  /** Where advisories of GitHub Actions are taken from: what is at hand, never the network. */
  readonly advisories: AdvisoryOptions;
};

/** The host of the server's API. */
export function policyHosts(
  environment: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  const url = environment["GITHUB_API_URL"] || "https://api.github.com";
  return URL.canParse(url) ? [new URL(url).host] : [];
}

/** `assay policy`: does the repository keep its promises. */
export const policyCommand = defineCommand({
  name: "policy",
  label: "Policy",
  title: "Check that a repository keeps its promises",
  description:
    "Judges workflows, update tools, owners, releases and documents by a list of rules, each with the place, the reason and the fix. What only the server can tell is asked with a token and is never taken for kept without one. It needs no network and runs nothing of the repository.",
  inputs: { ...COMMON_INPUTS, ...ACTION_INPUTS, ...POLICY_INPUTS, ...ADVISORY_INPUTS },
  outputs: {
    ...COMMON_OUTPUTS,
    "rules-met": { description: "Rules that are met." },
    "rules-not-met": { description: "Rules that are not met." },
    "rules-not-evaluated": { description: "Rules that could not be evaluated." },
  },
  permissions: [
    { scope: "contents", level: "read", reason: "to read the repository and its base commit" },
  ],
  rules: RULE_CATALOG,
  config: {
    description: "Which promises the repository has made.",
    example: `preset:
  - assay:baseline
security-reviewers:
  - "@octo-org/security"
rfcs:
  - package: "acme-sdk"
    rfc: docs/rfcs/0007-acme.md
`,
    ownKeys: async () => (await import("./config-keys.ts")).POLICY_KEYS,
    loosened: { rfcs: "added" },
  },
  hosts: (_inputs, { environment }) => policyHosts(environment),
  subcommands: async () => [(await import("./fix/command.ts")).fixCommand],
  async run(context, inputs) {
    const { checkPolicy } = await import("./check.ts");
    const own = context.config.section<Pick<PolicyOptions, "rfcs">>("policy");
    const { result, share } = await checkPolicy(context, {
      ...optionsOf(POLICY_INPUTS, inputs),
      rfcs: own?.rfcs ?? [],
      advisories: optionsOf(ADVISORY_INPUTS, inputs),
    });
    return {
      results: [result],
      outputs: {
        "rules-met": share.met,
        "rules-not-met": share.of - share.met,
        "rules-not-evaluated": share.unknown,
      },
    };
  },
});

import {
  ADVISORY_INPUTS,
  advisoryHosts,
  isPublicPackage,
  openAdvisories,
} from "@assay/advisories/sources";
import {
  ACTION_INPUTS,
  COMMON_INPUTS,
  COMMON_OUTPUTS,
  type CommandContext,
  defineCommand,
  formatPlace,
  type InputValues,
  optionsOf,
} from "@assay/core";
import { type Component, INVENTORY_RULES } from "@assay/inventory";
import { EXCEPTION_FILES, EXCEPTION_INPUTS } from "./ignores/inputs.ts";
import {
  type DependenciesConfig,
  type DependenciesOptions,
  OWN_INPUTS,
  REGISTRY_HOSTS,
} from "./inputs.ts";
import { DEPENDENCY_RULES } from "./rules.ts";

export const GATE_INPUTS = {
  ...COMMON_INPUTS,
  ...ADVISORY_INPUTS,
  ...OWN_INPUTS,
  ...EXCEPTION_INPUTS,
};

/** What a run was asked, from its inputs and its section of the config file. */
export function gateOptions(
  context: CommandContext,
  inputs: InputValues<typeof GATE_INPUTS>,
): DependenciesOptions {
  const data = optionsOf(ADVISORY_INPUTS, inputs);
  const own = context.config.section<DependenciesConfig>("dependencies") ?? {};
  return {
    ...optionsOf(OWN_INPUTS, inputs),
    vex: optionsOf(EXCEPTION_INPUTS, inputs),
    ...{ deny: own.deny, ignores: own.ignores, ignorePolicy: own["ignore-policy"] },
    updates: own.updates,
    failOn: inputs["fail-on"],
    maxAge: inputs["max-age"],
    ...(data.advisorySource === "api" && { mayAsk: (each: Component) => isPublicPackage(each) }),
    open: (ecosystems, allowMissing) => openAdvisories(context, data, ecosystems, { allowMissing }),
    placeOf: (key) => {
      const place = context.config.place(key);
      return place === undefined ? "" : `${formatPlace(place)}: `;
    },
  };
}

/** The gate over what the options say. */
export async function runGate(context: CommandContext, options: DependenciesOptions) {
  const { auditDependencies } = await import("./check.ts");
  const { outputsOf } = await import("./outputs.ts");
  const audit = await auditDependencies(context, options);
  return { results: [audit.material.result, audit.result], outputs: outputsOf(audit) };
}

/** `assay dependencies`: is it safe to use. */
export const dependenciesCommand = defineCommand({
  name: "dependencies",
  label: "Dependencies",
  title: "Look for vulnerable, malicious and tampered dependencies",
  description:
    "Compares every package of the lockfiles and workflows with advisories, and a change with its base: what is new blocks, what was there has until its deadline. Advisories come from OSV as whole archives, or from a snapshot of yours, so that nothing about the packages leaves the machine. Missing or old data is never a pass.",
  inputs: { ...GATE_INPUTS, ...ACTION_INPUTS },
  settingsFiles: EXCEPTION_FILES,
  outputs: {
    ...COMMON_OUTPUTS,
    "packages-audited": { description: "Packages that advisories were asked about." },
    "critical-count": { description: "Open vulnerabilities of severity critical." },
    "high-count": { description: "Open vulnerabilities of severity high." },
    "medium-count": { description: "Open vulnerabilities of severity medium." },
    "low-count": { description: "Open vulnerabilities of severity low." },
    "unknown-count": { description: "Open vulnerabilities that no database grades." },
    "new-count": { description: "Vulnerabilities that the base does not have." },
    "existing-count": { description: "Vulnerabilities that the base has too." },
    "fixed-count": { description: "Vulnerabilities that only the base has." },
    decision: {
      description:
        "On a pull request: `merge` where `dependencies.updates` lets it be merged without a person, `review`, or `block`.",
    },
    "update-type": {
      description: "The largest step of its packages: `patch`, `minor`, `major` or `other`.",
    },
    packages: { description: "Its packages as JSON: name, versions, scope, decision and why." },
    fixed: { description: "The advisories that are gone with it, separated by commas." },
    advisories: { description: "The advisories that it brings, separated by commas." },
    "data-age": { description: "The age of the oldest advisory data, in whole hours." },
  },
  brief: true,
  permissions: [
    { scope: "contents", level: "read", reason: "to read the repository and its base commit" },
  ],
  rules: { ...INVENTORY_RULES, ...DEPENDENCY_RULES },
  config: {
    description: "Which vulnerabilities and packages may pass.",
    example: `threshold-development: critical
deny:
  - package: "pkg:npm/event-stream"
    reason: It was taken over in 2018; we use Node's own streams.
`,
    ownKeys: async () => (await import("./config-keys.ts")).DEPENDENCIES_KEYS,
    loosened: { deny: "removed", ignores: "added" },
  },
  hosts: (inputs) => [
    ...advisoryHosts(inputs),
    ...(inputs["release-dates"] === "registry" ? REGISTRY_HOSTS : []),
  ],
  subcommands: async () => (await import("./subcommands.ts")).SUBCOMMANDS,
  run: (context, inputs) => runGate(context, gateOptions(context, inputs)),
});

/** What its commands for a person share. */
const { mode: _, ...inputs } = GATE_INPUTS;
const { permissions, rules } = dependenciesCommand;
export const SUBCOMMAND = { permissions, rules, brief: true, inputs } as const;

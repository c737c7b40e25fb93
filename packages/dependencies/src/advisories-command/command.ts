import { ADVISORY_INPUTS, ADVISORY_SECTION, advisoryHosts } from "@assay/advisories/sources";
import { ACT_INPUTS, ACTION_INPUTS, COMMON_OUTPUTS, defineCommand } from "@assay/core";
import { ADVISORY_RULES } from "./rules.ts";

export const ECOSYSTEMS = {
  type: "list",
  default: [],
  configKey: "advisories.ecosystems",
  loosened: "none",
  description: "OSV's names of ecosystems, such as `npm`; by default those of the repository.",
} as const;

/** `assay advisories` and `assay advisories fetch`. */
export const advisoriesCommand = defineCommand({
  name: "advisories",
  kind: "act",
  label: "Advisories",
  title: "Fetch advisories, and make snapshots that can be signed",
  description:
    "Brings the local store of advisories up to date. With `output` it also makes one file of them, for `assay sign` and for `snapshot` in offline runs. Tells nobody your packages.",
  inputs: {
    ...ACT_INPUTS,
    ...ACTION_INPUTS,
    ...ADVISORY_INPUTS,
    ecosystems: ECOSYSTEMS,
    output: { type: "path", description: "The snapshot to make." },
  },
  outputs: {
    ...COMMON_OUTPUTS,
    store: { description: "The folder of the store, for `actions/cache`." },
    advisories: { description: "The number of advisories." },
    "data-age": { description: "The age of the oldest data, in whole hours." },
  },
  permissions: [{ scope: "contents", level: "read", reason: "to read the repository" }],
  rules: ADVISORY_RULES,
  config: ADVISORY_SECTION.config,
  subcommands: async () => (await import("./subcommands.ts")).SUBCOMMANDS,
  hosts: (inputs) => advisoryHosts(inputs),
  async run(context, inputs) {
    const { runFetch } = await import("./fetch.ts");
    return await runFetch(context, inputs);
  },
});

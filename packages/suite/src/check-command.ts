import { ACTION_INPUTS, COMMON_INPUTS, COMMON_OUTPUTS, defineCommand } from "@assay/core";
import { CHECK_NAMES, DEFAULT_CHECKS, MEMBERS } from "./registry.ts";

/** All checks of a repository in one process and one report. Each takes its own settings from the config file. */
export const checkCommand = defineCommand({
  name: "check",
  label: "Check",
  title: "Check a repository: SBOM, licences, secrets, dependencies in one step",
  description:
    "Runs the checks named in `checks` side by side in one process and makes one report of them. " +
    "Each check takes its settings from its own section of the config file and from its own variables. " +
    "A check that fails is reported as failed and does not stop the others.",
  branding: { icon: "shield", color: "yellow" },
  inputs: {
    ...COMMON_INPUTS,
    ...ACTION_INPUTS,
    checks: {
      type: "list",
      choices: CHECK_NAMES,
      default: DEFAULT_CHECKS,
      configKey: "checks",
      required: true,
      description: "The checks that are run.",
    },
  },
  outputs: COMMON_OUTPUTS,
  permissions: [],
  // The executor adds the rules of the parts that ran.
  rules: {},
  parts: ({ checks }) =>
    Promise.all(MEMBERS.filter(({ name }) => checks.includes(name)).map(({ load }) => load())),
  run: async () => ({ results: [], outputs: {} }),
});

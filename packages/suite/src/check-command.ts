import { ACTION_INPUTS, COMMON_INPUTS, COMMON_OUTPUTS, defineCommand } from "@assay/core";
import { CHECK_NAMES, DEFAULT_CHECKS, MEMBERS, type Member } from "./registry.ts";

/** All checks of a repository in one process and one report. Each takes its own settings from the config file. */
export const checkCommand = defineCommand({
  name: "check",
  label: "Check",
  title: "Check a repository: SBOM, licences, secrets, dependencies in one step",
  description:
    "Runs the checks named in `checks` side by side in one process and makes one report of them. Each check takes its settings from its own section of the config file and from its own variables. A check that fails is reported as failed and does not stop the others.",
  inputs: {
    ...COMMON_INPUTS,
    ...ACTION_INPUTS,
    checks: {
      type: "list",
      choices: CHECK_NAMES,
      default: DEFAULT_CHECKS,
      configKey: "checks",
      required: true,
      description:
        "The checks that are run. `policy` and `python` are among the default ones where the config file has a section of theirs; `python` needs your bandit and mypy.",
    },
  },
  outputs: COMMON_OUTPUTS,
  permissions: [],
  // The executor adds the rules of the parts that ran.
  rules: {},
  parts: ({ checks }, config) => {
    const isDefault = DEFAULT_CHECKS.every((name) => checks.includes(name));
    const isWanted = ({ name, onRequest }: Member) =>
      checks.includes(name) || (onRequest && isDefault && config.section(name) !== undefined);
    return Promise.all(MEMBERS.filter(isWanted).map(({ load }) => load()));
  },
  run: async () => ({ results: [], outputs: {} }),
});

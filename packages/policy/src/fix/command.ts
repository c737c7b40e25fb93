import { COMMON_INPUTS, COMMON_OUTPUTS, defineCommand, optionsOf } from "@assay/core";
import { policyHosts } from "../command.ts";
import { POLICY_INPUTS } from "../inputs.ts";
import { FIX_RULES } from "./rules.ts";

const { mode: _mode, base: _base, badge: _badge, ...CHOICE } = POLICY_INPUTS;

/** `assay policy fix`: the changes that rules know, as a diff; with `--write` in place. */
export const fixCommand = defineCommand({
  name: "fix",
  label: "Policy fixes",
  title: "Show, and with --write make, the changes that rules propose",
  description:
    "Shows a unified diff of what the rules of `assay policy` know how to fix, and changes nothing. With `--write` the files are changed in place; comments and style stay. What is accepted, or only a guess, is left alone.",
  inputs: {
    write: {
      type: "boolean",
      default: false,
      description: "Change the files in place.",
    },
    formats: {
      type: "list",
      choices: ["fix-diff"],
      default: [],
      description: "`fix-diff`: also `policy-fix.diff`, to be applied with `git apply`.",
    },
    output: {
      type: "path",
      outside: true,
      description:
        "The file or folder that it is written to; in the CLI `-` is the standard output.",
    },
    ...COMMON_INPUTS,
    ...CHOICE,
  },
  outputs: { ...COMMON_OUTPUTS },
  permissions: [],
  rules: FIX_RULES,
  documents: { formats: "formats", output: "output" },
  hosts: (_inputs, { environment }) => policyHosts(environment),
  async run(context, { write, formats, ...inputs }) {
    const { fixPolicy } = await import("./fix.ts");
    const { config } = context;
    const own = config.section<{ rfcs?: readonly { package: string; rfc: string }[] }>("policy");
    const result = await fixPolicy(context, {
      ...optionsOf(CHOICE, inputs),
      ...{ rfcs: own?.rfcs ?? [], mode: "tree", badge: false, base: undefined },
      write,
      asFile: formats.length > 0,
    });
    return { results: [result], outputs: {} };
  },
});

import { advisoryHosts } from "@assay/advisories/sources";
import { COMMON_OUTPUTS, defineCommand } from "@assay/core";
import { gateOptions, SUBCOMMAND } from "../command.ts";

/** `assay dependencies explain`: what is known of a package or an advisory, and why it is decided so. */
export const explainCommand = defineCommand({
  ...SUBCOMMAND,
  name: "explain",
  label: "Explanation",
  title: "Say what is known of a package or an advisory, and why",
  description:
    "For an id (CVE, GHSA or another): which packages of the lockfiles it concerns and how each is decided. For a package: every advisory that names it, and why its version is affected or not. The exit code is that of the findings it shows.",
  inputs: {
    what: {
      type: "list",
      default: [],
      required: true,
      description:
        "An id of an advisory, or a package as `name`, `name@version` or a purl. Several are explained one by one.",
    },
    ...SUBCOMMAND.inputs,
  },
  outputs: COMMON_OUTPUTS,
  positional: { input: "what", term: "<id or package>..." },
  hosts: (inputs) => advisoryHosts(inputs),
  async run(context, { what, ...inputs }) {
    const { explain } = await import("./explain.ts");
    const options = gateOptions(context, { ...inputs, mode: "auto" });
    return { results: [await explain(context, what, options)], outputs: {} };
  },
});

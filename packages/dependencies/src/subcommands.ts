import { advisoryHosts } from "@assay/advisories/sources";
import { type Command, defineCommand } from "@assay/core";
import { dependenciesCommand, gateOptions, runGate, SUBCOMMAND } from "./command.ts";
import { explainCommand } from "./explain/command.ts";
import { fixCommand } from "./fix/command.ts";

const { base, ...SHARED } = SUBCOMMAND.inputs;
const ABOUT = { ...SUBCOMMAND, outputs: dependenciesCommand.outputs };

/** `assay dependencies audit`: the whole tree, whatever the event is. */
const auditCommand = defineCommand({
  ...ABOUT,
  name: "audit",
  label: "Dependency audit",
  title: "Judge every dependency, without a comparison",
  description:
    "Compares every package of the lockfiles and workflows with advisories, as on a schedule, but without telling new from existing: whatever is at or above the threshold fails.",
  inputs: SHARED,
  hosts: (inputs) => advisoryHosts(inputs),
  run: (context, inputs) =>
    runGate(context, gateOptions(context, { ...inputs, mode: "tree", base: undefined })),
});

/** `assay dependencies diff`: what the work tree changes since a revision. */
const diffCommand = defineCommand({
  ...ABOUT,
  name: "diff",
  label: "Dependency changes",
  title: "Judge what a change does to the dependencies",
  description:
    "Compares the lockfiles and workflows with those of a revision: which vulnerabilities are new, which were there and which are fixed, and which packages came, went and moved.",
  inputs: { ...SHARED, base },
  positional: { input: "base", term: "[revision]" },
  hosts: (inputs) => advisoryHosts(inputs),
  run: (context, inputs) => runGate(context, gateOptions(context, { ...inputs, mode: "changes" })),
});

/** What `assay dependencies` does for a person. */
export const SUBCOMMANDS: readonly Command[] = [
  auditCommand,
  diffCommand,
  explainCommand,
  fixCommand,
];

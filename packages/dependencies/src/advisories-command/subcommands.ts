import { ADVISORY_INPUTS } from "@assay/advisories/sources";
import { ACT_INPUTS, COMMON_OUTPUTS, type Command, defineCommand } from "@assay/core";
import { advisoriesCommand, ECOSYSTEMS } from "./command.ts";

const { "advisory-store": STORE, "max-age": MAX_AGE } = ADVISORY_INPUTS;
const { permissions, rules } = advisoriesCommand;
const ABOUT = { kind: "act", permissions, rules, outputs: COMMON_OUTPUTS } as const;

const buildCommand = defineCommand({
  ...ABOUT,
  name: "build",
  label: "Advisory snapshot",
  title: "Make a snapshot of advisories",
  description:
    "Makes one file of advisories from OSV's archives or JSON files, other snapshots or the local store, and a notice of the databases' licences. The same records make the same bytes.",
  inputs: {
    ...ACT_INPUTS,
    from: {
      type: "list",
      default: [],
      description: "Archives (`npm.zip`, `npm/all.zip`), files and folders; by default the store.",
    },
    ecosystems: {
      ...ECOSYSTEMS,
      description: "OSV's names of ecosystems; by default all.",
    },
    output: {
      type: "path",
      default: "assay.advisories",
      description: "The file to make; its name ends in `.advisories`.",
    },
    "taken-at": {
      type: "string",
      description:
        "When the files were taken from their source, such as `2026-01-31T00:00:00Z`; by default the newest change of a record.",
    },
    "advisory-store": STORE,
  },
  positional: { input: "from", term: "[file]..." },
  async run(context, inputs) {
    const { runBuild } = await import("./run-build.ts");
    return { results: [], acts: [await runBuild(context, inputs)], outputs: {} };
  },
});

const { "advisory-source": _source, "advisory-url": _url, ...SNAPSHOT_INPUTS } = ADVISORY_INPUTS;

const verifyCommand = defineCommand({
  ...ABOUT,
  name: "verify",
  label: "Advisory snapshot",
  title: "Verify a snapshot of advisories",
  description:
    "Verifies a snapshot's parts, age, signature (with a key or an identity), and that it is not older than the last one used. Works offline.",
  inputs: { ...ACT_INPUTS, ...SNAPSHOT_INPUTS },
  positional: { input: "snapshot", term: "<file>" },
  async run(context, inputs) {
    const { runVerify } = await import("./verify.ts");
    return { results: [], acts: [await runVerify(context, inputs)], outputs: {} };
  },
});

const infoCommand = defineCommand({
  ...ABOUT,
  name: "info",
  label: "Advisories",
  title: "Say what advisories are there",
  description:
    "Lists the ecosystems of a snapshot or of the local store: number, age and source of their advisories.",
  inputs: {
    ...ACT_INPUTS,
    snapshot: ADVISORY_INPUTS.snapshot,
    "advisory-store": STORE,
    "max-age": MAX_AGE,
  },
  positional: { input: "snapshot", term: "[file]" },
  async run(context, inputs) {
    const { runInfo } = await import("./verify.ts");
    return { results: [], acts: [await runInfo(context, inputs)], outputs: {} };
  },
});

const { subcommands: _none, ...fetchCommand } = advisoriesCommand;

/** What `assay advisories` does for a person. */
export const SUBCOMMANDS: readonly Command[] = [
  { ...fetchCommand, name: "fetch", title: "Bring the local store of advisories up to date" },
  buildCommand,
  verifyCommand,
  infoCommand,
] as readonly Command[];

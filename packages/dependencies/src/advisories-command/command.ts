import { ADVISORY_INPUTS, ADVISORY_SECTION, advisoryHosts } from "@assay/advisories/sources";
import {
  ACT_INPUTS,
  ACTION_INPUTS,
  COMMON_OUTPUTS,
  type Command,
  defineCommand,
} from "@assay/core";
import { ADVISORY_RULES } from "./rules.ts";

const { "advisory-store": STORE, "max-age": MAX_AGE } = ADVISORY_INPUTS;
const ECOSYSTEMS = {
  type: "list",
  default: [],
  configKey: "advisories.ecosystems",
  loosened: "none",
  description: "OSV's names of ecosystems, such as `npm`; by default those of the repository.",
} as const;
const BRANDING = { icon: "database", color: "red" } as const;
const PERMISSIONS = [
  { scope: "contents", level: "read", reason: "to read the repository" },
] as const;

/** `assay advisories` and `assay advisories fetch`. */
export const advisoriesCommand = defineCommand({
  name: "advisories",
  kind: "act",
  label: "Advisories",
  title: "Fetch advisories, and make snapshots that can be signed",
  description:
    "Brings the local store of advisories up to date. With `output` it also makes one file of them, for `assay sign` and for `snapshot` in offline runs. Tells nobody your packages.",
  branding: BRANDING,
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
  permissions: PERMISSIONS,
  rules: ADVISORY_RULES,
  config: ADVISORY_SECTION.config,
  subcommands: async () => SUBCOMMANDS,
  hosts: (inputs) => advisoryHosts(inputs),
  async run(context, inputs) {
    const { runFetch } = await import("./fetch.ts");
    return await runFetch(context, inputs);
  },
});

const buildCommand = defineCommand({
  name: "build",
  kind: "act",
  label: "Advisory snapshot",
  title: "Make a snapshot of advisories",
  description:
    "Makes one file of advisories from OSV's archives or JSON files, other snapshots or the local store, and a notice of the databases' licences. The same records make the same bytes.",
  branding: BRANDING,
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
  outputs: COMMON_OUTPUTS,
  permissions: PERMISSIONS,
  rules: ADVISORY_RULES,
  positional: { input: "from", term: "[file]..." },
  async run(context, inputs) {
    const { runBuild } = await import("./build.ts");
    return { results: [], acts: [await runBuild(context, inputs)], outputs: {} };
  },
});

const { "advisory-source": _source, "advisory-url": _url, ...SNAPSHOT_INPUTS } = ADVISORY_INPUTS;

const verifyCommand = defineCommand({
  name: "verify",
  kind: "act",
  label: "Advisory snapshot",
  title: "Verify a snapshot of advisories",
  description:
    "Verifies a snapshot's parts, age, signature (with a key or an identity), and that it is not older than the last one used. Works offline.",
  branding: BRANDING,
  inputs: { ...ACT_INPUTS, ...SNAPSHOT_INPUTS },
  outputs: COMMON_OUTPUTS,
  permissions: PERMISSIONS,
  rules: ADVISORY_RULES,
  positional: { input: "snapshot", term: "<file>" },
  async run(context, inputs) {
    const { runVerify } = await import("./verify.ts");
    return { results: [], acts: [await runVerify(context, inputs)], outputs: {} };
  },
});

const infoCommand = defineCommand({
  name: "info",
  kind: "act",
  label: "Advisories",
  title: "Say what advisories are there",
  description:
    "Lists the ecosystems of a snapshot or of the local store: number, age and source of their advisories.",
  branding: BRANDING,
  inputs: {
    ...ACT_INPUTS,
    snapshot: ADVISORY_INPUTS.snapshot,
    "advisory-store": STORE,
    "max-age": MAX_AGE,
  },
  outputs: COMMON_OUTPUTS,
  permissions: PERMISSIONS,
  rules: ADVISORY_RULES,
  positional: { input: "snapshot", term: "[file]" },
  async run(context, inputs) {
    const { runInfo } = await import("./verify.ts");
    return { results: [], acts: [await runInfo(context, inputs)], outputs: {} };
  },
});

const { subcommands: _none, ...fetchCommand } = advisoriesCommand;
const SUBCOMMANDS: readonly Command[] = [
  { ...fetchCommand, name: "fetch", title: "Bring the local store of advisories up to date" },
  buildCommand,
  verifyCommand,
  infoCommand,
] as readonly Command[];

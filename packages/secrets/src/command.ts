import type { InputSpecs, Options } from "@assay/core";
import {
  ACTION_INPUTS,
  COMMON_INPUTS,
  COMMON_OUTPUTS,
  defineCommand,
  optionsOf,
} from "@assay/core";
import { CONFIG_FILE } from "./config/locate.ts";
import { SECRETS_RULES } from "./findings/finding-rules.ts";
import { IGNORE_FILE } from "./suppressions/ignore-file.ts";

const OWN_INPUTS = {
  mode: {
    type: "choice",
    choices: ["auto", "history", "tree"],
    default: "auto",
    configKey: "secrets.mode",
    description:
      "`history` looks at every line that the commits of the event add (all commits where the event has no range), `tree` at the files as they lie there. `auto` takes `history` in a git repository.",
  },
  "base-ref": {
    type: "string",
    environment: "BASE_REF",
    description:
      "Scan only the commits that `HEAD` has and this revision has not. Where it is not given, the event decides.",
  },
  engine: {
    type: "choice",
    choices: ["native", "gitleaks"],
    default: "native",
    configKey: "secrets.engine",
    description:
      "`native` is Assay's own engine. `gitleaks` runs the real program over the same commits; it must be installed.",
  },
  "gitleaks-path": {
    type: "path",
    outside: true,
    // No `configKey`: the checked repository must not choose what is run.
    description:
      "The gitleaks program for `engine: gitleaks`; PATH is searched where it is not given. It must lie outside of the checked repository, and the config file can't name it.",
  },
  "gitleaks-config": {
    type: "path",
    outside: true,
    configKey: "secrets.gitleaks-config",
    decides: true,
    description:
      "A gitleaks configuration (TOML). Where it is not given: the variables `GITLEAKS_CONFIG` (a path) and `GITLEAKS_CONFIG_TOML` (the text), `.gitleaks.toml`, the built-in rules.",
  },
  "max-decode-depth": {
    type: "integer",
    default: 5,
    minimum: 0,
    maximum: 20,
    configKey: "secrets.max-decode-depth",
    loosened: "lower",
    description:
      "How often encoded text (percent, Unicode escapes, hex, base64) is decoded and looked at again.",
  },
} as const satisfies InputSpecs;

/** What the check needs to know. */
export type SecretsOptions = Options<typeof OWN_INPUTS> & {
  /** Milliseconds that the expressions of the rules may take for 256 kB of text; 20,000 where it is not given. */
  readonly limitMs?: number;
};

/** `assay secrets`: does it leak. */
export const secretsCommand = defineCommand({
  name: "secrets",
  label: "Secrets",
  title: "Find secrets in commits and files",
  description:
    "Looks at every line that the commits of the event add, merges, binary-marked files and commit messages included, and reports tokens, keys and passwords. It reads gitleaks configurations, `.gitleaksignore` and `gitleaks:allow`. It needs no licence key and no network, and never prints a secret.",
  inputs: { ...COMMON_INPUTS, ...ACTION_INPUTS, ...OWN_INPUTS },
  outputs: {
    ...COMMON_OUTPUTS,
    "commits-scanned": { description: "Commits that were looked at; empty in `tree` mode." },
    "bytes-scanned": { description: "Bytes of text that were looked at." },
  },
  permissions: [
    {
      scope: "contents",
      level: "read",
      reason: "to read the repository and deepen a shallow clone",
    },
  ],
  rules: SECRETS_RULES,
  config: {
    description: "What the secrets check looks at and with which rules.",
    example: `# commits of the event in a git repository, else the files
mode: auto
# rules of your own; without it .gitleaks.toml or the built-in rules
gitleaks-config: config/gitleaks.toml
max-decode-depth: 5
`,
  },
  settingsFiles: [
    { path: CONFIG_FILE, loosened: "any", environment: "GITLEAKS_CONFIG" },
    { path: IGNORE_FILE, loosened: "added" },
  ],
  async run(context, inputs) {
    const { findSecrets } = await import("./check.ts");
    const result = await findSecrets(context, optionsOf(OWN_INPUTS, inputs));
    const { inspected } = result.coverage;
    return {
      results: [result],
      outputs: {
        ...(inspected["commits"] === undefined ? {} : { "commits-scanned": inspected["commits"] }),
        "bytes-scanned": inspected["bytes"] ?? 0,
      },
    };
  },
});

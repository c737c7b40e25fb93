import type { InputSpecs } from "@assay/core";
import { PRESET_IDS } from "./presets.ts";

export const POLICY_INPUTS = {
  preset: {
    type: "list",
    choices: PRESET_IDS,
    default: ["assay:baseline"],
    configKey: "policy.preset",
    loosened: "removed",
    description:
      "The lists of rules that are judged: `assay:baseline` is what any repository should have, `assay:strict` is every rule, the others are the rules that serve a framework.",
  },
  enable: {
    type: "list",
    default: [],
    configKey: "policy.enable",
    loosened: "removed",
    description: "Further rules that are judged, by id.",
  },
  mode: {
    type: "choice",
    choices: ["auto", "tree", "changes"],
    default: "auto",
    configKey: "policy.mode",
    loosened: "any",
    description:
      "`changes` says of each finding whether the base has it too: what it had before does not block until its fix is due. `auto` takes `changes` for pull requests and merge queues.",
  },
  base: {
    type: "string",
    description:
      "The revision to compare with in `changes` mode. Where it is not given, it is taken from the event.",
  },
  "security-reviewers": {
    type: "list",
    default: [],
    configKey: "policy.security-reviewers",
    loosened: "any",
    description:
      "Who must own every sensitive path in CODEOWNERS: `@org/team`, `@user` or an e-mail address.",
  },
  "sensitive-paths": {
    type: "list",
    default: [],
    configKey: "policy.sensitive-paths",
    loosened: "removed",
    description: "Globs of further paths that a security reviewer must own.",
  },
  "trusted-owners": {
    type: "list",
    default: [],
    configKey: "policy.trusted-owners",
    loosened: "added",
    description:
      "Owners (`octo-org`) or repositories (`octo-org/ci`) whose actions may be used by tag, and whose reusable workflows count as what their name says.",
  },
  equivalents: {
    type: "list",
    default: [],
    configKey: "policy.equivalents",
    loosened: "added",
    description:
      "Actions and reusable workflows that do what a rule looks for, as `<rule>=<owner/repo[/path]>` or `<rule>=./path`, such as `audit.gate-wired=octo-org/ci/.github/workflows/audit.yml`.",
  },
  "cooldown-days": {
    type: "integer",
    minimum: 0,
    maximum: 90,
    default: 7,
    configKey: "policy.cooldown-days",
    loosened: "lower",
    description: "Days that a new version of a dependency has to wait before it is proposed.",
  },
  visibility: {
    type: "choice",
    choices: ["auto", "public", "private"],
    default: "auto",
    configKey: "policy.visibility",
    loosened: "any",
    description:
      "Who can see the repository. `auto` takes it from the event, and counts as public where that does not say.",
  },
  registries: {
    type: "list",
    default: [],
    configKey: "policy.registries",
    loosened: "added",
    description: "Hosts that lockfiles may download from, beside the public registries.",
  },
  commercial: {
    type: "list",
    default: [],
    configKey: "policy.commercial",
    loosened: "removed",
    description:
      "Packages that cost money, as names with `*` or purls: a change that adds one needs an entry in `policy.rfcs`.",
  },
  badge: {
    type: "boolean",
    default: false,
    configKey: "policy.badge",
    loosened: "none",
    description: "Also write `policy-badge.json`, the endpoint file of a badge.",
  },
} as const satisfies InputSpecs;

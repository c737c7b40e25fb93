import type { AdvisoryData } from "@assay/advisories";
import type { InputSpecs, Options } from "@assay/core";
import { SEVERITIES } from "@assay/core";
import type { Component } from "@assay/inventory";
import type { IgnoreEntry } from "./ignores/entry.ts";
import type { VexOptions } from "./ignores/inputs.ts";
import type { IgnorePolicyConfig } from "./ignores/policy.ts";
import type { UpdatePolicy } from "./update/policy.ts";

const SCOPE_THRESHOLD = {
  type: "choice",
  choices: ["same", ...SEVERITIES, "never"],
  default: "same",
  loosened: { toward: ["same", ...SEVERITIES.toReversed(), "never"] },
} as const;

const GRADES = ["block", "critical", "high", "medium", "low", "warn"] as const;

/** What `assay dependencies` may be asked, beyond where its data is from. */
export const OWN_INPUTS = {
  mode: {
    type: "choice",
    choices: ["auto", "tree", "changes"],
    default: "auto",
    configKey: "dependencies.mode",
    loosened: { toward: ["tree", "auto", "changes"] },
    description:
      "`tree` judges every package alike, `changes` compares with a base: what is new blocks, what was there has until its deadline. `auto` takes `changes` for pull requests, merge queues and pushes to a branch.",
  },
  base: {
    type: "string",
    description: "The revision to compare with. Where it is not given, it is taken from the event.",
  },
  "threshold-development": {
    ...SCOPE_THRESHOLD,
    configKey: "dependencies.threshold-development",
    description:
      "The least severity that fails the run in packages that only development needs; `same` is that of `fail-on`.",
  },
  "threshold-optional": {
    ...SCOPE_THRESHOLD,
    configKey: "dependencies.threshold-optional",
    description: "The same for packages that only optional dependencies lead to.",
  },
  "unknown-severity": {
    type: "choice",
    choices: GRADES,
    default: "block",
    configKey: "dependencies.unknown-severity",
    loosened: { toward: GRADES },
    description:
      "What a vulnerability counts as that no database grades. `block` fails the run wherever the scope has no threshold of its own.",
  },
  undetermined: {
    type: "choice",
    choices: ["block", "warn"],
    default: "warn",
    configKey: "dependencies.undetermined",
    loosened: { toward: ["block", "warn"] },
    description:
      "What happens where it can't be told whether a version is affected, such as one that its ecosystem can't read.",
  },
  "allow-no-version": {
    type: "boolean",
    default: false,
    configKey: "dependencies.allow-no-version",
    loosened: "any",
    description:
      "A package without a version counts as affected by everything that was ever found in it. On: that is reported and does not fail the run.",
  },
  "on-data-error": {
    type: "choice",
    choices: ["fail", "warn"],
    default: "fail",
    configKey: "dependencies.on-data-error",
    loosened: { toward: ["fail", "warn"] },
    description:
      "What happens where advisories are missing, unreadable or older than `max-age`: the run fails with exit code 3, or a finding says so.",
  },
  "on-missing-base": {
    type: "choice",
    choices: ["full", "fail"],
    default: "full",
    configKey: "dependencies.on-missing-base",
    loosened: { toward: ["fail", "full"] },
    description:
      "What happens where a change has no base that can be read: every package is judged without telling new from existing, or the run fails.",
  },
  "on-existing": {
    type: "choice",
    choices: ["deadline", "block", "report"],
    default: "deadline",
    configKey: "dependencies.on-existing",
    loosened: { toward: ["block", "deadline", "report"] },
    description:
      "What a vulnerability does that the base has too: it blocks when its deadline (`slo`) has passed, at once, or never.",
  },
  kev: {
    type: "path",
    outside: true,
    decides: true,
    configKey: "dependencies.kev",
    description:
      "A file of CISA's catalogue of exploited vulnerabilities (JSON). Nothing is fetched for it.",
  },
  "on-kev": {
    type: "choice",
    choices: ["block", "report"],
    default: "block",
    configKey: "dependencies.on-kev",
    loosened: { toward: ["block", "report"] },
    description:
      "What a vulnerability of that catalogue does: `block` fails the run whatever its severity and scope; one that the base has too has its deadline.",
  },
  epss: {
    type: "path",
    outside: true,
    decides: true,
    configKey: "dependencies.epss",
    description:
      "A file of FIRST's exploit predictions (CSV, also gzipped). Nothing is fetched for it.",
  },
  "epss-threshold": {
    type: "string",
    configKey: "dependencies.epss-threshold",
    description:
      "The probability, from 0 to 1, from which a vulnerability fails the run as one of that catalogue does.",
  },
  "warn-only": {
    type: "boolean",
    default: false,
    configKey: "dependencies.warn-only",
    loosened: "any",
    description:
      "Nothing that is found fails the run; only what can't be read does. The report says so.",
  },
} as const satisfies InputSpecs;

/** A package that may not be used. */
export interface DenyEntry {
  /** `name`, `name@range` or a purl; `*` stands for any characters. */
  readonly package: string;
  readonly reason: string;
}

/** The part of the config file that is no input. */
export interface DependenciesConfig {
  readonly deny?: readonly DenyEntry[];
  readonly ignores?: readonly IgnoreEntry[];
  readonly "ignore-policy"?: IgnorePolicyConfig;
  readonly updates?: UpdatePolicy;
}

/** What the check needs to know. */
export type DependenciesOptions = Options<typeof OWN_INPUTS> &
  Pick<DependenciesConfig, "deny" | "ignores"> & {
    readonly ignorePolicy?: IgnorePolicyConfig | undefined;
    readonly vex?: VexOptions | undefined;
    readonly updates?: UpdatePolicy | undefined;
    readonly failOn: (typeof SEVERITIES)[number] | "never";
    /** Whether the name of a package may be told to the source; all may where it is not given. */
    readonly mayAsk?: (component: Component) => boolean;
    /** Opens the advisories; called once, and only where packages are to be judged. */
    readonly open: (ecosystems: readonly string[], allowMissing: boolean) => Promise<AdvisoryData>;
    /** As the input `max-age`. */
    readonly maxAge: string;
    /** Where the config file says a dotted key, as `assay.yml:4:5: `; empty where it does not. */
    readonly placeOf?: (key: string) => string;
  };

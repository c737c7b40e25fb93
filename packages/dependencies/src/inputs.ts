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
      "`tree` judges every package alike. `changes` compares with a base: what is new blocks, what was there has its deadline. `auto`: `changes` for pull requests, merge queues and pushes to a branch.",
  },
  base: {
    type: "string",
    description: "The revision to compare with; by default that of the event.",
  },
  "threshold-development": {
    ...SCOPE_THRESHOLD,
    configKey: "dependencies.threshold-development",
    description:
      "The severity from which development dependencies fail the run; `same`: as `fail-on`.",
  },
  "threshold-optional": {
    ...SCOPE_THRESHOLD,
    configKey: "dependencies.threshold-optional",
    description: "The same for optional dependencies.",
  },
  "unknown-severity": {
    type: "choice",
    choices: GRADES,
    default: "block",
    configKey: "dependencies.unknown-severity",
    loosened: { toward: GRADES },
    description:
      "What a vulnerability without a severity counts as. `block` fails the run unless the scope has its own threshold.",
  },
  undetermined: {
    type: "choice",
    choices: ["block", "warn"],
    default: "warn",
    configKey: "dependencies.undetermined",
    loosened: { toward: ["block", "warn"] },
    description: "What happens where it can't be told whether a version is affected.",
  },
  "allow-no-version": {
    type: "boolean",
    default: false,
    configKey: "dependencies.allow-no-version",
    loosened: "any",
    description:
      "Whether packages without a version, which count as affected by every advisory, are only reported.",
  },
  "on-data-error": {
    type: "choice",
    choices: ["fail", "warn"],
    default: "fail",
    configKey: "dependencies.on-data-error",
    loosened: { toward: ["fail", "warn"] },
    description:
      "Advisories that are missing, unreadable or older than `max-age` fail the run with exit code 3, or are a finding.",
  },
  "on-missing-base": {
    type: "choice",
    choices: ["full", "fail"],
    default: "full",
    configKey: "dependencies.on-missing-base",
    loosened: { toward: ["fail", "full"] },
    description:
      "A change without a readable base: every package is judged as in `tree`, or the run fails.",
  },
  "on-existing": {
    type: "choice",
    choices: ["deadline", "block", "report"],
    default: "deadline",
    configKey: "dependencies.on-existing",
    loosened: { toward: ["block", "deadline", "report"] },
    description:
      "Whether a vulnerability that the base has too blocks after its deadline (`slo`), at once, or never.",
  },
  kev: {
    type: "path",
    outside: true,
    decides: true,
    configKey: "dependencies.kev",
    description:
      "A file with CISA's catalogue of exploited vulnerabilities (JSON); it is not fetched.",
  },
  "on-kev": {
    type: "choice",
    choices: ["block", "report"],
    default: "block",
    configKey: "dependencies.on-kev",
    loosened: { toward: ["block", "report"] },
    description:
      "Whether a vulnerability of that catalogue fails the run whatever its severity and scope. One that the base has too has its deadline.",
  },
  epss: {
    type: "path",
    outside: true,
    decides: true,
    configKey: "dependencies.epss",
    description: "A file with FIRST's EPSS scores (CSV, also gzipped); it is not fetched.",
  },
  "epss-threshold": {
    type: "string",
    configKey: "dependencies.epss-threshold",
    description:
      "The EPSS probability, 0 to 1, from which a vulnerability counts as one of that catalogue.",
  },
  "release-dates": {
    type: "choice",
    choices: ["none", "registry"],
    default: "none",
    configKey: "dependencies.release-dates",
    description:
      "Where a rule with `min-age` learns when a version was published. `none`: nowhere, so that it leads to review. `registry`: from the public registries of npm, PyPI, crates.io, RubyGems, NuGet, Hex and pub.dev, which are told the names of the packages that an update moves.",
  },
  "warn-only": {
    type: "boolean",
    default: false,
    configKey: "dependencies.warn-only",
    loosened: "any",
    description: "No finding fails the run; only what can't be read does.",
  },
} as const satisfies InputSpecs;

/** The hosts that are asked for `release-dates`. */
export const REGISTRY_HOSTS: readonly string[] = [
  "registry.npmjs.org",
  "pypi.org",
  "crates.io",
  "rubygems.org",
  "api.nuget.org",
  "hex.pm",
  "pub.dev",
];

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

import type { Severity, SloTarget } from "@assay/core";

/** What the user promises, where the rules can't know it. From the inputs and the section `policy` of the config file. */
export interface PolicySettings {
  /** Who must own the sensitive paths: `@org/team`, `@user` or an e-mail address; empty where nobody was named. */
  readonly securityReviewers: readonly string[];
  /** Further globs of paths that a security reviewer must own. */
  readonly sensitivePaths: readonly string[];
  /** Owners (`octo-org`) and repositories (`octo-org/ci`) whose actions may be referred to by tag, and whose reusable workflows are believed. */
  readonly trustedOwners: readonly string[];
  /** What stands in for a step that a rule looks for, as `<rule id>=<owner/repo[/path]>`. */
  readonly equivalents: readonly string[];
  /** Days that a new version of a dependency waits before it is proposed. */
  readonly cooldownDays: number;
  readonly visibility: "auto" | "public" | "private";
  /** Hosts that lockfiles may download from, beside the public registries. */
  readonly registries: readonly string[];
  /** Package patterns that count as commercial: a new one needs a reference to an RFC. */
  readonly commercial: readonly string[];
  /** References to an RFC for a dependency. */
  readonly rfcs: readonly RfcReference[];
  /** The age from which advisories are too old: `7d`, or `none`. */
  readonly maxAge: string;
  /** SPDX ids that a new direct dependency may have without an RFC; `licenses.allow` where that is set. */
  readonly allowedLicenses: readonly string[];
  /** The section `slo` of the config file: response times that the security policy must promise, where they are not the defaults. */
  readonly slo?: Readonly<Partial<Record<Severity, Partial<SloTarget>>>>;
}

/** That the project decided to take a dependency in. */
export interface RfcReference {
  /** `name`, `name@range` or a purl. */
  readonly package: string;
  /** A path in the repository, or an `https:` link. */
  readonly rfc: string;
}

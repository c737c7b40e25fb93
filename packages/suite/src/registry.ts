import type { Command } from "@assay/core";

/** One command of the suite. Nothing of it is loaded before it is asked for. */
export interface Member {
  readonly name: string;
  /** A check looks at a repository and can be named in `checks`; an act (signing) can not. */
  readonly kind: "check" | "act";
  /** `check` runs it only where it is named, or the config file has a section of it: it asks for more than a repository can be expected to have. */
  readonly onRequest?: true;
  readonly load: () => Promise<Command>;
}

/** Every command of the suite but `check`, which is made of those of kind `check`: one line each. */
export const MEMBERS: readonly Member[] = [
  { name: "sbom", kind: "check", load: async () => (await import("@assay/sbom")).sbomCommand },
  {
    name: "licenses",
    kind: "check",
    load: async () => (await import("@assay/licenses")).licensesCommand,
  },
  {
    name: "secrets",
    kind: "check",
    load: async () => (await import("@assay/secrets")).secretsCommand,
  },
  {
    name: "dependencies",
    kind: "check",
    load: async () => (await import("@assay/dependencies")).dependenciesCommand,
  },
  {
    name: "policy",
    kind: "check",
    onRequest: true,
    load: async () => (await import("@assay/policy")).policyCommand,
  },
  {
    name: "python",
    kind: "check",
    onRequest: true,
    load: async () => (await import("@assay/python")).pythonCommand,
  },
  {
    name: "advisories",
    kind: "act",
    load: async () => (await import("@assay/dependencies")).advisoriesCommand,
  },
  { name: "sign", kind: "act", load: async () => (await import("@assay/signing")).signCommand },
  { name: "attest", kind: "act", load: async () => (await import("@assay/signing")).attestCommand },
  {
    name: "release",
    kind: "act",
    load: async () => (await import("@assay/signing")).releaseCommand,
  },
  { name: "verify", kind: "act", load: async () => (await import("@assay/signing")).verifyCommand },
];

/** The names that `checks` may hold. */
export const CHECK_NAMES: readonly string[] = MEMBERS.filter(({ kind }) => kind === "check").map(
  ({ name }) => name,
);

/** Those that `check` runs where nobody names any. */
export const DEFAULT_CHECKS: readonly string[] = MEMBERS.filter(
  ({ kind, onRequest }) => kind === "check" && onRequest !== true,
).map(({ name }) => name);

import type { Command, ConfigSection } from "@assay/core";

/** One command of the suite. Nothing of it is loaded before it is asked for. */
export interface Member {
  readonly name: string;
  /** A check looks at a repository and can be named in `checks`; an act (signing) can not. */
  readonly kind: "check" | "act";
  readonly command: () => Promise<Command>;
  readonly section: () => Promise<ConfigSection>;
}

/** Every command of the suite but `check`, which is made of those of kind `check`. */
export const MEMBERS: readonly Member[] = [
  {
    name: "sbom",
    kind: "check",
    command: async () => (await import("@assay/sbom")).sbomCommand,
    section: async () => (await import("@assay/sbom/config")).sbomSection,
  },
  {
    name: "licenses",
    kind: "check",
    command: async () => (await import("@assay/licenses")).licensesCommand,
    section: async () => (await import("@assay/licenses/config")).licensesSection,
  },
  {
    name: "secrets",
    kind: "check",
    command: async () => (await import("@assay/secrets")).secretsCommand,
    section: async () => (await import("@assay/secrets/config")).secretsSection,
  },
  {
    name: "sign",
    kind: "act",
    command: async () => (await import("@assay/signing")).signCommand,
    section: async () => (await import("@assay/signing/config")).signSection,
  },
  {
    name: "verify",
    kind: "act",
    command: async () => (await import("@assay/signing")).verifyCommand,
    section: async () => (await import("@assay/signing/config")).verifySection,
  },
];

/** The names that `checks` may hold. */
export const CHECK_NAMES: readonly string[] = MEMBERS.filter(({ kind }) => kind === "check").map(
  ({ name }) => name,
);

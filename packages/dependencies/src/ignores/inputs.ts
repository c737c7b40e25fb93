import type { InputSpecs, Options, SettingsFile } from "@assay/core";

/** The files of the root that decide over findings; a condition less in one of them hides more. */
export const EXCEPTION_FILES: readonly SettingsFile[] = [
  { path: ".trivyignore", loosened: "added" },
  { path: ".trivyignore.yaml", loosened: "any" },
  { path: ".grype.yaml", loosened: "any" },
  { path: "osv-scanner.toml", loosened: "any" },
  { path: ".github/dependency-review-config.yml", loosened: "any" },
  { path: "vex.openvex.json", loosened: "any" },
  { path: "vex.cdx.json", loosened: "any" },
];

/** Where VEX is read from where nobody says it. */
export const VEX_FILES = ["vex.openvex.json", "vex.cdx.json"] as const;

/** The inputs of the command that are about VEX: how it is read, and what is written. */
export const EXCEPTION_INPUTS = {
  vex: {
    type: "list",
    default: VEX_FILES,
    configKey: "dependencies.vex",
    description:
      "VEX documents (OpenVEX or CycloneDX). Of a change from outside, those of the base branch count.",
  },
  "vex-key": {
    type: "string",
    configKey: "dependencies.vex-key",
    description:
      "The public key that must have signed every VEX document: a path, `env://NAME` or PEM text. The bundle is `<file>.sigstore.json`. A signed document counts wherever it comes from.",
  },
  "vex-identity": {
    type: "string",
    configKey: "dependencies.vex-identity",
    description:
      "The identity that must have signed every VEX document, exactly; with `vex-oidc-issuer` and `vex-trusted-root`.",
  },
  "vex-oidc-issuer": {
    type: "string",
    configKey: "dependencies.vex-oidc-issuer",
    description: "The issuer of that identity, exactly.",
  },
  "vex-trusted-root": {
    type: "path",
    outside: true,
    decides: true,
    configKey: "dependencies.vex-trusted-root",
    description: "The Sigstore trusted root for signatures of VEX documents.",
  },
  documents: {
    type: "list",
    choices: ["openvex", "cyclonedx"],
    default: [],
    configKey: "dependencies.documents",
    loosened: "none",
    description:
      "Documents to write: `openvex` (`vex.openvex.json`: your ignores and VEX), `cyclonedx` (`vulnerabilities.cdx.json`: every vulnerability with its analysis).",
  },
} as const satisfies InputSpecs;

/** As the inputs say it. */
export type VexOptions = Options<typeof EXCEPTION_INPUTS>;

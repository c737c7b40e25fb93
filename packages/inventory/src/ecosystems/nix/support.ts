import type { EcosystemSupport } from "../support.ts";

export const support: EcosystemSupport = {
  "nix-flake": {
    versions: "5 to 7; another one is refused",
    edges: "all",
    direct: "lockfile",
    scopes: "reachability",
    hashes: "none",
    licenses: false,
    lines: true,
    notes: [
      "Flakes and other inputs, as repositories and archives; what a derivation is built from stands in no lockfile.",
      "Inputs are called after their repositories; nodes that are locked to the same are one package, and inputs that follow others lead where those do.",
      "`narHash` is of the unpacked files: no archive that is downloaded has it. A commit or a `narHash` counts as a checksum.",
      "`flake.nix` is a program: whether the lockfile fits it is not known.",
    ],
  },
};

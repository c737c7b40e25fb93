import type { EcosystemSupport } from "../support.ts";

const NOTES = ["Scripts are code and are not run: who asks for what is not known."];

export const support: EcosystemSupport = {
  gradle: {
    files: ["gradle.lockfile", "*.lockfile"],
    versions: "one file for all configurations (Gradle 6.7 and newer), and one for each (older)",
    edges: "none",
    direct: "unknown",
    scopes: "lockfile",
    hashes: "some",
    licenses: false,
    lines: true,
    notes: [
      ...NOTES,
      "Scopes follow from the names of configurations. A name that is not known counts as run time.",
      "Hashes are those of `gradle/verification-metadata.xml` (SHA-256 and SHA-512).",
      "A lockfile with a name of its own is known by its header.",
    ],
  },
  "gradle-consistent-versions": {
    edges: "none",
    direct: "unknown",
    scopes: "lockfile",
    hashes: "none",
    licenses: false,
    lines: true,
    notes: NOTES,
  },
};

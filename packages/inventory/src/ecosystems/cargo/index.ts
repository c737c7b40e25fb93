import type { Ecosystem } from "../ecosystem.ts";

/** Crates of crates.io and of registries like it. */
export const cargo: Ecosystem = {
  id: "cargo",
  title: "Cargo",
  formats: [
    {
      id: "cargo-lock",
      title: "Cargo",
      files: ["Cargo.lock"],
      rewrite: "cargo generate-lockfile",
      load: async () => (await import("./read.ts")).readCargoLock,
    },
  ],
  manifests: [
    {
      files: ["Cargo.toml"],
      asks: async (text) => (await import("./manifest.ts")).cargoAsks(text),
      lockAdvice:
        "Commit its `Cargo.lock` (`cargo generate-lockfile` writes one), or make it a member of a workspace that has one.",
    },
  ],
  // Where `CARGO_HOME` lies in the working directory: `registry/src/index.crates.io-<hash>/`.
  installFolders: [/^(?:index\.crates\.io|github\.com)-[0-9a-f]{16}$/],
  installed: {
    file: "Cargo.toml",
    read: async (text) => (await import("./vendored.ts")).readVendoredManifest(text),
    slashIsOr: true,
  },
  installAdvice: "Run `cargo vendor` and commit the configuration that it prints",
};

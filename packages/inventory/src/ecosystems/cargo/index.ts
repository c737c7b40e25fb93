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
      rewrite: "cargo update --workspace",
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
    folders: [".cargo"],
    caches: ({ CARGO_HOME }, home) => [CARGO_HOME || `${home}/.cargo`],
    search: async () => (await import("./search.ts")).searchCrates,
  },
  registry: {
    host: "crates.io",
    archives: ["static.crates.io", "crates.io", "index.crates.io"],
    // https://crates.io/data-access: one request a second.
    interval: 1000,
    load: async () => (await import("./registry.ts")).askCratesIo,
  },
  installAdvice: "Run `cargo vendor` and commit the configuration that it prints",
};

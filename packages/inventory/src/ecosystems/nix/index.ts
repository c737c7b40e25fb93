import type { Ecosystem } from "../ecosystem.ts";

/** Inputs of Nix flakes. */
export const nix: Ecosystem = {
  id: "nix",
  title: "Nix flake",
  formats: [
    {
      id: "nix-flake",
      title: "Nix flake",
      files: ["flake.lock"],
      rewrite: "nix flake lock",
      load: async () => (await import("./read.ts")).readNixFlake,
    },
  ],
  manifests: [
    {
      files: ["flake.nix"],
      asks: async (text) => (await import("./manifest.ts")).flakeAsks(text),
      lockAdvice: "Commit its `flake.lock` (`nix flake lock` writes one).",
    },
  ],
};

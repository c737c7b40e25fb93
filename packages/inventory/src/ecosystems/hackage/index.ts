import type { Ecosystem } from "../ecosystem.ts";

/** Packages of Haskell, as Cabal and Stack lock them. */
export const hackage: Ecosystem = {
  id: "hackage",
  title: "Haskell",
  formats: [
    {
      id: "cabal",
      title: "Cabal",
      files: ["cabal.project.freeze"],
      rewrite: "cabal freeze",
      load: async () => (await import("./cabal-freeze.ts")).readCabalFreeze,
    },
    {
      id: "stack",
      title: "Stack",
      files: ["stack.yaml.lock"],
      rewrite: "stack build --dry-run",
      load: async () => (await import("./stack-lock.ts")).readStackLock,
    },
  ],
  manifests: [
    {
      files: [/\.cabal$/, "package.yaml"],
      asks: async (text, file) => {
        const { haskellAsks, isMadeInto } = await import("./manifest.ts");
        return !isMadeInto(file) && haskellAsks(text);
      },
      lockAdvice: "Commit a `cabal.project.freeze` for it (`cabal freeze` writes one).",
    },
  ],
  installFolders: ["dist-newstyle", ".stack-work"],
};

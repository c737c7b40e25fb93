import type { Ecosystem } from "../ecosystem.ts";

/** Packages of conda's channels, and those of PyPI that are installed among them. */
export const conda: Ecosystem = {
  id: "conda",
  title: "Conda",
  formats: [
    {
      id: "conda-lock",
      title: "conda-lock",
      files: [/^(?:[\w.-]+\.)?conda-lock\.ya?ml$/],
      rewrite: "conda-lock lock",
      load: async () => (await import("./conda-lock/read.ts")).readCondaLock,
    },
    {
      id: "pixi",
      title: "Pixi",
      files: ["pixi.lock"],
      rewrite: "pixi lock",
      load: async () => (await import("./pixi/read.ts")).readPixiLock,
    },
    {
      id: "conda-explicit",
      title: "conda's explicit list",
      files: [
        /^conda-(?:linux|osx|win|noarch)[\w-]*\.lock$/,
        /^(?:conda.)?explicit[\w.-]*\.txt$/,
        "spec-file.txt",
        "spec-list.txt",
      ],
      rewrite: "conda list --explicit --sha256",
      load: async () => (await import("./explicit.ts")).readExplicitList,
    },
  ],
  manifests: [
    {
      files: ["pixi.toml"],
      asks: async (text) => (await import("./pixi/manifest.ts")).pixiAsks("pixi.toml", text),
      lockAdvice: "Commit its `pixi.lock` (`pixi lock` writes one).",
    },
    {
      files: ["pyproject.toml"],
      asks: async (text) =>
        text.includes("tool.pixi") &&
        (await import("./pixi/manifest.ts")).pixiAsks("pyproject.toml", text),
      lockAdvice: "Commit its `pixi.lock` (`pixi lock` writes one).",
    },
    {
      files: [/^environment(?:[-_.][\w.-]+)?\.ya?ml$/],
      asks: async (text) =>
        /^dependencies\s*:/m.test(text) &&
        (await import("./environment.ts")).environmentNeeds("environment.yml", text).length > 0,
      lockAdvice: "Commit a lockfile for it (`conda-lock lock -f` writes `conda-lock.yml`).",
    },
  ],
  alsoLocks: ["pypi"],
  installFolders: [".pixi", "conda-meta"],
};

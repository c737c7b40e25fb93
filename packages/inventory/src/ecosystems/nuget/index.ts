import type { Ecosystem } from "../ecosystem.ts";

const LOCK_ADVICE =
  "Set `RestorePackagesWithLockFile` to `true` and commit the `packages.lock.json` that `dotnet restore` writes.";

/** Packages of .NET. */
export const nuget: Ecosystem = {
  id: "nuget",
  title: "NuGet",
  formats: [
    {
      id: "nuget-lock",
      title: "NuGet",
      files: [/^packages(?:\..+)?\.lock\.json$/],
      rewrite: "dotnet restore --force-evaluate",
      load: async () => (await import("./lock/read.ts")).readNuGetLock,
    },
    {
      id: "nuget-assets",
      title: "NuGet's restored assets",
      files: ["project.assets.json"],
      rewrite: "dotnet restore --force-evaluate",
      load: async () => (await import("./assets/read.ts")).readNuGetAssets,
    },
    {
      id: "nuget-config",
      title: "packages.config",
      files: [/^packages(?:\..+)?\.config$/],
      load: async () => (await import("./packages-config.ts")).readPackagesConfig,
    },
    { id: "paket", title: "Paket", files: ["paket.lock"] },
  ],
  manifests: [
    {
      files: [/\.(?:cs|fs|vb)proj$/],
      asks: async (text, file) => (await import("./project.ts")).projectAsks(text, file),
      lockAdvice: LOCK_ADVICE,
    },
    {
      // References for every project below it.
      files: ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"],
      asks: async (text, file) => (await import("./project.ts")).projectAsks(text, file),
      lockAdvice: LOCK_ADVICE,
    },
  ],
  installed: {
    folders: [".nuget/packages"],
    caches: ({ NUGET_PACKAGES }, home) => [NUGET_PACKAGES || `${home}/.nuget/packages`],
    search: async () => (await import("./search.ts")).searchPackages,
  },
  registry: {
    host: "api.nuget.org",
    load: async () => (await import("./registry.ts")).askNuGet,
  },
};

import type { Ecosystem } from "../ecosystem.ts";

/** PHP's packages, as Composer locks them. */
export const composer: Ecosystem = {
  id: "composer",
  title: "Composer",
  names: { group: /^[^/]+(?=\/)/, separator: "/" },
  formats: [
    {
      id: "composer",
      title: "Composer",
      files: ["composer.lock"],
      rewrite: "composer update --no-install",
      load: async () => (await import("./read.ts")).readComposerLock,
    },
  ],
  manifests: [
    {
      files: ["composer.json"],
      asks: async (text) => (await import("./manifest.ts")).composerAsks(text),
      lockAdvice: "Commit its `composer.lock` (`composer update --no-install` writes one).",
    },
  ],
  installed: {
    folders: ["vendor"],
    search: async () => (await import("./search.ts")).searchVendor,
  },
  registry: {
    host: "repo.packagist.org",
    load: async () => (await import("./registry.ts")).askPackagist,
  },
};

import type { Ecosystem, PackageFacts } from "../ecosystem.ts";
import { readInstalledManifest } from "./installed.ts";
import { asksForPackages } from "./manifest.ts";

const REWRITE = "npm install --package-lock-only";

/** Packages of the npm registry, whichever package manager installs them. */
export const npm: Ecosystem = {
  id: "npm",
  title: "npm",
  names: { group: /^@[^/]+(?=\/)/, separator: "/" },
  formats: [
    {
      id: "package-lock",
      title: "npm",
      files: ["npm-shrinkwrap.json", "package-lock.json"],
      onePerFolder: true,
      rewrite: REWRITE,
      load: async () => (await import("./package-lock/read.ts")).readPackageLock,
    },
    {
      id: "yarn-lock",
      title: "Yarn",
      files: ["yarn.lock"],
      rewrite: "yarn install",
      load: async () => (await import("./yarn-lock.ts")).readYarnLock,
    },
    {
      id: "pnpm-lock",
      title: "pnpm",
      // With `gitBranchLockfile` every branch has a file of its own.
      files: ["pnpm-lock.yaml", "shrinkwrap.yaml", /^pnpm-lock\.[^/]+\.yaml$/],
      onePerFolder: true,
      rewrite: "pnpm install --lockfile-only",
      load: async () => (await import("./pnpm-lock/read.ts")).readPnpmLock,
    },
    {
      id: "bun-lock",
      title: "Bun",
      // The second is binary: its reader says what to do.
      files: ["bun.lock", "bun.lockb"],
      onePerFolder: true,
      rewrite: "bun install --save-text-lockfile --lockfile-only",
      load: async () => (await import("./bun-lock/read.ts")).readBunLock,
    },
  ],
  manifests: [
    {
      files: ["package.json"],
      asks: asksForPackages,
      lockAdvice: `Commit a lockfile for it (\`${REWRITE}\` writes one), or make it a workspace of a project that has one.`,
    },
  ],
  installFolders: ["node_modules", "bower_components"],
  installed: {
    file: "package.json",
    read: readInstalledManifest,
    folders: ["node_modules", ".yarn/cache"],
    caches: ({ YARN_GLOBAL_FOLDER }, home) => [
      `${YARN_GLOBAL_FOLDER || `${home}/.yarn/berry`}/cache`,
    ],
    search: async () => (await import("./search.ts")).searchTree,
  },
  registry: {
    host: "registry.npmjs.org",
    archives: ["registry.npmjs.org", "registry.yarnpkg.com"],
    load: async () => (await import("./registry.ts")).askNpm,
  },
  installAdvice: "Run `npm ci` (with pnpm `pnpm install --frozen-lockfile`)",
  noLicensesAdvice,
  properties: npmProperties,
};

function noLicensesAdvice(format: string): string | undefined {
  if (format === "package-lock")
    return "Some versions of npm (10.4 to 10.7 among them) left licences out, see npm/cli#7384; a later `npm install` adds none, but a lockfile written from nothing has them.";
  return undefined;
}

/** https://github.com/CycloneDX/cyclonedx-property-taxonomy/blob/main/cdx/npm.md */
function npmProperties({ scope, flags, installPaths }: PackageFacts) {
  const properties: (readonly [string, string])[] = [];
  if (scope === "development") properties.push(["cdx:npm:package:development", "true"]);
  if (flags.includes("bundled")) properties.push(["cdx:npm:package:bundled", "true"]);
  if (flags.includes("extraneous")) properties.push(["cdx:npm:package:extraneous", "true"]);
  for (const path of installPaths) properties.push(["cdx:npm:package:path", path]);
  return properties;
}

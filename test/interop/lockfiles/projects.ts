import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** A project by its files; what is no text is written as JSON. */
export type ProjectFiles = Readonly<Record<string, string | object>>;

const PATCH = `diff --git a/patched.txt b/patched.txt
new file mode 100644
index 0000000000000000000000000000000000000000..e16c76dff88888888888888888888888888888a4
--- /dev/null
+++ b/patched.txt
@@ -0,0 +1 @@
+patched
`;

/** What every package manager of JavaScript can lock. Small packages, and versions that stay what they are. */
export const COMMON: Readonly<Record<string, ProjectFiles>> = {
  "aliases and two versions": {
    "package.json": {
      name: "app",
      version: "1.0.0",
      dependencies: { al: "npm:is-odd@3.0.1", "is-number": "7.0.0", wrap: "npm:wrap-ansi@8.1.0" },
      devDependencies: { "string-width": "4.2.3", glob: "8.1.0" },
    },
  },
  "peers, circles and platforms": {
    "package.json": {
      name: "app",
      version: "1.0.0",
      dependencies: { "react-dom": "18.3.1", react: "18.3.1", "es5-ext": "0.10.64" },
      devDependencies: { vite: "5.4.11", "@vitejs/plugin-vue": "5.2.1", vue: "3.5.13" },
      optionalDependencies: { fsevents: "2.3.3" },
    },
  },
  "archives and folders": {
    "package.json": {
      name: "app",
      version: "1.0.0",
      dependencies: {
        "left-pad": "https://registry.npmjs.org/left-pad/-/left-pad-1.3.0.tgz",
        lib: "file:./lib",
      },
    },
    "lib/package.json": { name: "lib", version: "0.1.0", dependencies: { ms: "2.1.3" } },
  },
  workspace: {
    "package.json": {
      name: "root",
      version: "1.0.0",
      private: true,
      workspaces: ["packages/*"],
      dependencies: { debug: "4.3.4" },
      devDependencies: { "@s/b": "2.0.0" },
    },
    "packages/a/package.json": {
      name: "a",
      version: "1.2.0",
      dependencies: { "@s/b": "2.0.0", ms: "2.0.0" },
    },
    "packages/b/package.json": {
      name: "@s/b",
      version: "2.0.0",
      peerDependencies: { react: "*" },
      devDependencies: { react: "17.0.2", a: "1.2.0" },
      dependencies: { debug: "2.6.9" },
    },
    "pnpm-workspace.yaml": "packages:\n  - packages/*\nlinkWorkspacePackages: true\n",
    ".npmrc": "link-workspace-packages=true\n",
  },
};

/** What only npm has. */
export const NPM: Readonly<Record<string, ProjectFiles>> = {
  "overrides, peers that are optional, and members that nest": {
    "package.json": {
      name: "root",
      private: true,
      workspaces: ["packages/*", "packages/a/*"],
      dependencies: { "is-odd": "3.0.1", glob: "8.1.0", a: "1.0.0" },
      devDependencies: { "use-sync-external-store": "1.2.0", vite: "5.4.11" },
      overrides: { minimatch: "5.1.0", "is-odd": { "is-number": "6.0.0" } },
    },
    "packages/a/package.json": {
      name: "a",
      version: "1.0.0",
      dependencies: { ms: "2.0.0", own: "file:../../own" },
      peerDependencies: { react: "17.0.2" },
      peerDependenciesMeta: { react: { optional: true } },
    },
    "packages/a/inner/package.json": {
      name: "@s/inner",
      version: "0.1.0",
      dependencies: { a: "1.0.0", ms: "2.1.3", "@s/alias": "npm:ms@2.1.2" },
      optionalDependencies: { fsevents: "2.3.3" },
    },
    "own/package.json": { name: "own", version: "3.0.0", dependencies: { "is-number": "7.0.0" } },
  },
};

/** What only pnpm has. */
export const PNPM: Readonly<Record<string, ProjectFiles>> = {
  "catalogs, injected members and links": {
    "package.json": { name: "root", private: true, dependencies: { ms: "catalog:" } },
    "packages/a/package.json": {
      name: "a",
      version: "1.0.0",
      dependencies: { b: "workspace:^", react: "18.3.1", l: "link:../../lib" },
      dependenciesMeta: { b: { injected: true } },
    },
    "packages/b/package.json": {
      name: "b",
      version: "1.0.0",
      dependencies: { ms: "catalog:old" },
      devDependencies: { react: "17.0.2" },
      peerDependencies: { react: "*" },
    },
    "lib/package.json": { name: "linked", version: "0.1.0" },
    "pnpm-workspace.yaml":
      "packages: ['packages/*']\ncatalog: {ms: 2.1.3}\ncatalogs: {old: {ms: 2.0.0}}\n",
  },
  "overrides and patches": {
    "package.json": {
      name: "app",
      version: "1.0.0",
      dependencies: { "is-odd": "3.0.1", glob: "8.1.0" },
      pnpm: {
        overrides: { minimatch: "5.1.0", "is-odd>is-number": "6.0.0" },
        patchedDependencies: { "is-odd@3.0.1": "patches/is-odd.patch" },
      },
    },
    "pnpm-workspace.yaml":
      "overrides: {minimatch: 5.1.0, 'is-odd>is-number': 6.0.0}\npatchedDependencies: {is-odd@3.0.1: patches/is-odd.patch}\n",
    "patches/is-odd.patch": PATCH,
  },
};

/** What only Yarn 1 has. */
export const YARN_CLASSIC: Readonly<Record<string, ProjectFiles>> = {
  "resolutions and a workspace in an object": {
    "package.json": {
      name: "root",
      version: "1.0.0",
      private: true,
      workspaces: { packages: ["packages/**", "!packages/none"], nohoist: ["**/ms"] },
      dependencies: { "is-odd": "3.0.1", glob: "8.1.0", other: "npm:ms@2.1.2" },
      resolutions: { minimatch: "5.1.0", "is-odd/is-number": "6.0.0", "**/once": "1.3.3" },
    },
    "packages/a/package.json": { name: "a", version: "1.0.0", dependencies: { ms: "2.1.3" } },
    "packages/deep/b/package.json": {
      name: "b",
      version: "1.0.0",
      dependencies: { a: "^1.0.0", "string-width-cjs": "npm:string-width@4.2.3" },
    },
    "packages/none/package.json": { name: "none", version: "1.0.0" },
  },
};

/** What only Yarn 2 and later have. */
export const YARN_BERRY: Readonly<Record<string, ProjectFiles>> = {
  "patches, portals, links and extensions": {
    "package.json": {
      name: "root",
      private: true,
      workspaces: ["packages/*"],
      dependencies: {
        typescript: "5.4.5",
        "is-odd": "patch:is-odd@npm:3.0.1#./patches/is-odd.patch",
        p: "portal:./portal",
        l: "link:./linked",
        a: "workspace:*",
      },
      resolutions: { "is-odd/is-number": "6.0.0", "minimatch@npm:^5.0.1": "npm:5.1.0" },
    },
    "packages/a/package.json": {
      name: "a",
      version: "1.0.0",
      dependencies: { al: "npm:ms@2.1.2", l: "link:../../linked" },
      devDependencies: { glob: "8.1.0", "react-dom": "18.3.1", react: "18.3.1" },
    },
    "portal/package.json": { name: "p", version: "0.3.0", dependencies: { ms: "2.0.0" } },
    "linked/package.json": { name: "linked", version: "0.1.0" },
    "patches/is-odd.patch": PATCH,
    ".yarnrc.yml":
      "enableTelemetry: false\npackageExtensions:\n  is-number@*:\n    dependencies:\n      is-windows: 1.0.2\n    peerDependencies:\n      ms: '*'\n",
  },
};

/** What came with Yarn 4. */
export const YARN_4: Readonly<Record<string, ProjectFiles>> = {
  catalogs: {
    "package.json": {
      name: "root",
      private: true,
      workspaces: ["packages/*"],
      dependencies: { ms: "catalog:" },
    },
    "packages/a/package.json": {
      name: "a",
      version: "1.0.0",
      dependencies: { ms: "catalog:old", "is-odd": "3.0.1" },
    },
    ".yarnrc.yml": "catalog:\n  ms: 2.1.3\ncatalogs:\n  old:\n    ms: 2.0.0\n",
  },
};

/** What only Bun has. */
export const BUN: Readonly<Record<string, ProjectFiles>> = {
  "catalogs, overrides, patches and nested packages": {
    "package.json": {
      name: "monorepo",
      private: true,
      workspaces: {
        packages: ["packages/*"],
        catalog: { ms: "2.1.3" },
        catalogs: { old: { ms: "2.0.0" } },
      },
      dependencies: {
        al: "npm:is-odd@3.0.1",
        ms: "catalog:",
        a: "workspace:*",
        "is-number": "7.0.0",
      },
      devDependencies: { glob: "11.0.0", "is-buffer": "2.0.5" },
      overrides: { minimatch: "9.0.5" },
      patchedDependencies: { "is-buffer@2.0.5": "patches/is-buffer.patch" },
    },
    "packages/a/package.json": {
      name: "a",
      version: "1.0.0",
      dependencies: { ms: "catalog:old", "@s/b": "workspace:*", "string-width": "4.2.3" },
      devDependencies: { ms2: "npm:ms@2.1.2" },
      peerDependencies: { react: "18.3.1", vue: "*" },
      peerDependenciesMeta: { vue: { optional: true } },
    },
    "packages/b/package.json": {
      name: "@s/b",
      version: "2.0.0",
      dependencies: { "wrap-ansi": "8.1.0", "react-dom": "18.3.1" },
    },
    "patches/is-buffer.patch": PATCH,
  },
};

export function writeProject(folder: string, files: ProjectFiles): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    const text = typeof content === "string" ? content : `${JSON.stringify(content, null, 2)}\n`;
    writeFileSync(join(folder, path), text);
  }
}

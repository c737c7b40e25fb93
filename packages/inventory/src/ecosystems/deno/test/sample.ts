/** A checksum as npm's archives have it. */
export function sri(byte: number): string {
  return `sha512-${Buffer.alloc(64, byte).toString("base64")}`;
}

export const HEX = "ab".repeat(32);

export function lockOf(json: object): string {
  return `${JSON.stringify(json, undefined, 2)}\n`;
}

const LOCK = {
  version: "5",
  specifiers: {
    "jsr:@std/internal@^1.0.1": "1.0.5",
    "jsr:@std/path@1": "1.1.0",
    "npm:chalk@5": "5.6.2",
    "npm:left-pad@1": "1.3.0",
    "npm:s@4": "4.2.3",
    "npm:s@5": "5.1.2",
    "npm:w@8": "8.0.2",
  },
  jsr: {
    "@std/internal@1.0.5": { integrity: HEX },
    "@std/path@1.1.0": { integrity: HEX, dependencies: ["jsr:@std/internal", "npm:chalk@5"] },
  },
  npm: {
    "@o/os@1.0.0": { integrity: sri(1), os: ["darwin"], cpu: ["arm64", "x64"] },
    "chalk@5.6.2": { integrity: sri(2) },
    "e@0.2.0_s@5.1.2": {
      integrity: sri(3),
      optionalPeers: ["missing@1.0.0"],
      deprecated: true,
      scripts: true,
    },
    "left-pad@1.3.0": {
      integrity: sri(4),
      tarball: "https://npm.example/left-pad/-/left-pad-1.3.0.tgz",
    },
    "s@4.2.3": { integrity: sri(5) },
    "s@5.1.2": { integrity: sri(6) },
    "w@8.0.2": {
      integrity: sri(7),
      dependencies: ["e", "s@5.1.2", "s-cjs@npm:s@4.2.3"],
      optionalDependencies: ["@o/os"],
    },
  },
  workspace: {
    dependencies: ["jsr:@std/path@1", "npm:chalk@5"],
    members: {
      pkg: { dependencies: ["npm:tool@2", "npm:w@8"] },
      tool: { packageJson: { dependencies: ["npm:s@4", "npm:s@5"] } },
    },
  },
};

/** A workspace whose code asks for one package more (`left-pad`). */
export const PROJECT = {
  "deno.lock": lockOf(LOCK),
  "deno.jsonc": `{
    // comments are allowed
    "workspace": ["./pkg", "./tool", "./empty"],
    "imports": {"@std/path": "jsr:@std/path@^1.0.0", "c": "npm:/chalk@^5.0.0/x", "~/": "./src/"},
  }`,
  "pkg/deno.json": lockOf({
    name: "@acme/pkg",
    version: "1.0.0",
    importMap: "./map.json",
  }),
  "pkg/map.json": lockOf({ scopes: { "./": { w: "npm:w@8", tool: "npm:tool@2" } } }),
  "tool/package.json": lockOf({
    name: "tool",
    version: "2.0.0",
    dependencies: { s: "^5.0.0", "@acme/pkg": "workspace:*" },
    devDependencies: { old: "npm:s@4" },
  }),
  "empty/package.json": lockOf({ name: "empty", dependencies: { tool: "workspace:*" } }),
};

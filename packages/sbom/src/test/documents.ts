import { createHash } from "node:crypto";
import { memorySource, type Origin, readInventory } from "@assay/inventory";
import { assembleDocument } from "../assemble.ts";
import type { Organization, SbomDocument } from "../model.ts";
import type { SbomScope } from "../options.ts";
import type { Provenance } from "../subject.ts";

type Packages = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** The text of a version 3 lockfile. */
export function lockfile(packages: Packages): string {
  return JSON.stringify({ lockfileVersion: 3, packages }, null, 2);
}

/** An SRI string that is made from `seed`. */
export function integrityOf(seed: string): string {
  return `sha512-${createHash("sha512").update(seed).digest("base64")}`;
}

export const ORIGIN: Origin = {
  serverUrl: "https://github.com",
  repository: "acme/app",
  revision: "0123456789abcdef0123456789abcdef01234567",
};

/** The document over the given files. */
export async function documentOf(
  files: Readonly<Record<string, string>>,
  options: {
    readonly origin?: Origin;
    readonly scope?: SbomScope;
    readonly manufacturer?: Organization | undefined;
  } = {},
): Promise<SbomDocument> {
  const { origin, scope = "all", manufacturer } = options;
  const provenance: Provenance = {
    origin,
    revision: origin?.revision,
    folder: origin?.folder ?? "",
    created: "2026-01-31T12:00:00Z",
    reproducible: true,
    notices: [],
  };
  const inventory = await readInventory(memorySource(files), { origin });
  return assembleDocument(inventory, provenance, scope, manufacturer);
}

/** A project with one of everything that a document can say. */
export const EVERYTHING: Readonly<Record<string, string>> = {
  "package-lock.json": lockfile({
    "": {
      name: "app",
      version: "1.0.0",
      license: "MIT",
      workspaces: ["packages/*"],
      dependencies: { a: "1", short: "npm:@s/long@1", g: "github:o/g", tgz: "file:tgz-1.0.0.tgz" },
      optionalDependencies: { o: "1" },
      devDependencies: { d: "1" },
    },
    "node_modules/@acme/member": { resolved: "packages/member", link: true },
    "packages/member": { name: "@acme/member", version: "0.1.0", dependencies: { a: "2" } },
    "packages/member/node_modules/a": {
      version: "2.0.0",
      integrity: `${integrityOf("a2")} sha1-${Buffer.alloc(20, 1).toString("base64")}`,
      license: "(MIT OR Apache-2.0)",
    },
    "node_modules/a": {
      version: "1.0.0",
      resolved: "https://registry.npmjs.org/a/-/a-1.0.0.tgz",
      integrity: integrityOf("a1"),
      license: "MIT",
      hasInstallScript: true,
      peerDependencies: { d: "1" },
    },
    "node_modules/short": { name: "@s/long", version: "1.2.3", license: "SEE LICENSE IN TERMS" },
    "node_modules/g": {
      version: "0.0.1",
      resolved: "git+ssh://git@github.com/o/g.git#0123456789abcdef0123456789abcdef01234567",
      license: "LicenseRef-g AND MIT",
    },
    "node_modules/tgz": { version: "1.0.0", resolved: "file:tgz-1.0.0.tgz" },
    "node_modules/o": { version: "1.0.0", optional: true, license: "Our own terms, see below" },
    "node_modules/d": { version: "1.0.0", license: "ISC", inBundle: true },
  }),
};

/** A project whose names, URLs and licences are made to break out of a document's text. */
export const HOSTILE: Readonly<Record<string, string>> = {
  "package-lock.json": lockfile({
    "": { dependencies: { quoted: "1", "\u2028": "1", emoji: "1", half: "1" } },
    "node_modules/quoted": {
      version: '1.0.0"}],"a":[{"',
      resolved: "file:<a b>\"{c}'[d].tgz",
      license: "</license>\u0000\u001b[31m&amp;",
    },
    "node_modules/\u2028": { version: "1.0.0", resolved: "https://a.example/%3Cb%3E?c=d#e" },
    "node_modules/emoji": { version: "1.0.0-\u{1f600}", license: "\u{1f600} & <MIT>" },
    "node_modules/half": { version: "1.0.0-\ud83d", license: "\udc00" },
  }),
};

/** The line of `EVERYTHING`'s lockfile that reads like this, from 1. */
export function lineOf(line: string): number {
  return (EVERYTHING["package-lock.json"] ?? "").split("\n").indexOf(line) + 1;
}

/** A lockfile of `count` packages, each with two dependencies, some of them in two places. */
export function bigLockfile(count: number): string {
  const packages: Record<string, Record<string, unknown>> = {};
  const asked: Record<string, string> = {};
  for (let index = 0; index < count; index++) {
    const dependencies: Record<string, string> = {};
    for (const next of [index * 2 + 1, index * 2 + 2])
      if (next < count) dependencies[`package-${next}`] = "^1.0.0";
    if (index % 400 === 0) asked[`package-${index}`] = "^1.0.0";
    packages[`node_modules/package-${index}`] = {
      version: `1.0.${index}`,
      resolved: `https://registry.npmjs.org/package-${index}/-/package-${index}-1.0.${index}.tgz`,
      integrity: integrityOf(String(index)),
      license: index % 3 === 0 ? "MIT" : "Apache-2.0",
      dependencies,
    };
  }
  return lockfile({ "": { name: "big", version: "1.0.0", dependencies: asked }, ...packages });
}

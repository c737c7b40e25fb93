import type { ProjectFiles } from "./projects.ts";

type Links = Readonly<Record<string, string>>;

/** A package of a made-up registry: its archive is never fetched. */
function made(name: string, version: string, more: object = {}) {
  const dist = { type: "zip", url: `https://dl.example.test/${name}-${version}.zip` };
  return { type: "package", package: { name, version, dist, ...more } };
}

function project(manifest: object, packages: readonly object[]): ProjectFiles {
  return {
    "composer.json": {
      ...manifest,
      repositories: [...packages, { "packagist.org": false }],
      "minimum-stability": "dev",
      "prefer-stable": true,
    },
  };
}

/** What Composer can lock, by projects. */
export const COMPOSER: Readonly<Record<string, ProjectFiles>> = {
  "virtual and replaced names": project(
    {
      name: "acme/app",
      require: { "ex/p1": "^1", "ex/old": "*" },
      "require-dev": { "ex/p2": "^1", "ex/test": "^9" },
    },
    [
      made("ex/p1", "1.0.0", { require: { "virt/impl": "1.0", "ext-json": "*", php: ">=7" } }),
      made("ex/p2", "1.2.0", {
        provide: { "virt/impl": "1.0" },
        replace: { "ex/old": "self.version" },
      }),
      made("ex/test", "9.1.0", { require: { "ex/p1": "*" } }),
    ],
  ),
  "paths, aliases and branches": {
    ...project(
      { require: { "acme/lib": "@dev", "ex/branch": "dev-main as 1.5.0", "ex/user": "*" } },
      [
        { type: "path", url: "packages/*" },
        made("ex/branch", "dev-main"),
        made("ex/user", "2.0.0", { require: { "ex/branch": "^1.5" } }),
      ],
    ),
    "packages/lib/composer.json": { name: "acme/lib", require: { "ex/user": "^2" } },
  },
  "circles and a project that others ask for": project(
    { name: "acme/self", version: "1.0.0", require: { "ex/a": "*" }, replace: { "ex/poly": "*" } },
    [
      made("ex/a", "1.0.0", { require: { "ex/b": "*", "ex/poly": "*" } }),
      made("ex/b", "1.0.0", { require: { "ex/a": "*", "acme/self": "^1" } }),
    ],
  ),
  ...Object.fromEntries(
    Array.from({ length: 5 }, (_, seed) => [`at random, ${seed + 1}`, random(seed + 1)]),
  ),
};

/** Thirty packages in two versions, of which each asks for some behind it, some by names that others provide. */
function random(seed: number): ProjectFiles {
  let state = seed;
  const upTo = (max: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >> 8) % max;
  };
  const count = 30;
  const packages = Array.from({ length: count }, (_, n) => n).flatMap((n) =>
    ["1.0.0", "1.1.0"].map((version) => {
      const needs: Record<string, string> = {};
      for (let tries = upTo(4); tries > 0; tries--)
        if (n + 1 < count) needs[`ex/p${n + 1 + upTo(count - n - 1)}`] = "^1.0";
      if (n < count / 2 && upTo(4) === 0) needs[`virt/v${upTo(3)}`] = "*";
      const provide: Links = n >= count / 2 && n % 5 < 3 ? { [`virt/v${n % 5}`]: "1.0" } : {};
      return made(`ex/p${n}`, version, { require: needs, provide });
    }),
  );
  const some = (from: number, number: number) =>
    Object.fromEntries(Array.from({ length: number }, () => [`ex/p${from + upTo(10)}`, "^1.0"]));
  // A virtual name alone installs nobody: these providers are asked for.
  const providers = { "ex/p15": "*", "ex/p16": "*", "ex/p17": "*" };
  return project(
    {
      require: { ...some(0, 3), ...(seed % 2 === 0 ? providers : {}) },
      "require-dev": { ...some(5, 3), ...(seed % 2 === 0 ? {} : providers) },
    },
    packages,
  );
}

import { isRecord } from "@assay/core";

/** Where a public registry says when a version was published. */
export interface Registry {
  readonly host: string;
  /** Both are encoded for a path. */
  path(name: string, version: string): string;
  dates(answer: unknown, version: string): readonly unknown[];
}

/**
 * By purl type. Go and Packagist are missing on purpose: what they give is the time of the commit, which its author chooses.
 * Sources: npm's package metadata, PyPI's JSON API, crates.io's and pub.dev's API, RubyGems' API v2, NuGet's registration resource, Hex' API.
 */
const REGISTRIES: Readonly<Record<string, Registry>> = {
  npm: {
    host: "registry.npmjs.org",
    path: (name) => name,
    dates: (answer, version) => [inside(answer, "time", version)],
  },
  pypi: {
    host: "pypi.org",
    path: (name, version) => `pypi/${name}/${version}/json`,
    dates: (answer) => {
      const files = inside(answer, "urls");
      return Array.isArray(files) ? files.map((file) => inside(file, "upload_time_iso_8601")) : [];
    },
  },
  cargo: {
    host: "crates.io",
    path: (name, version) => `api/v1/crates/${name}/${version}`,
    dates: (answer) => [inside(answer, "version", "created_at")],
  },
  gem: {
    host: "rubygems.org",
    path: (name, version) => `api/v2/rubygems/${name}/versions/${version}.json`,
    dates: (answer) => [inside(answer, "version_created_at")],
  },
  nuget: {
    host: "api.nuget.org",
    path: (name, version) =>
      `v3/registration5-semver1/${name.toLowerCase()}/${version.toLowerCase()}.json`,
    dates: (answer) => [inside(answer, "published")],
  },
  hex: {
    host: "hex.pm",
    path: (name, version) => `api/packages/${name}/releases/${version}`,
    dates: (answer) => [inside(answer, "inserted_at")],
  },
  pub: {
    host: "pub.dev",
    path: (name, version) => `api/packages/${name}/versions/${version}`,
    dates: (answer) => [inside(answer, "published")],
  },
};

export function registryOf(type: string): Registry | undefined {
  return Object.hasOwn(REGISTRIES, type) ? REGISTRIES[type] : undefined;
}

/** A value inside of objects; `undefined` where it is not there. */
function inside(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>(
    (at, key) => (isRecord(at) && Object.hasOwn(at, key) ? at[key] : undefined),
    value,
  );
}

/**
 * A made-up npm project of any size, the same bytes each time: a lockfile of version 3 with workspaces, transitive, nested and development
 * packages, and on demand the `node_modules` that it describes.
 */
import { createHash } from "node:crypto";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const WORKSPACES = 12;
/** Children of each package in the tree that makes every package reachable. */
const FAN_OUT = 4;
const LICENSES = ["MIT", "MIT", "MIT", "ISC", "Apache-2.0", "BSD-3-Clause", "(MIT OR Apache-2.0)"];

interface Entry {
  readonly name?: string;
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: true;
  readonly link?: true;
  readonly workspaces?: readonly string[];
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

interface NpmProject {
  /** Entries of the lockfile, the root, workspaces and their links included. */
  readonly entries: number;
  /** Third-party packages: distinct name and version. */
  readonly packages: number;
}

/** Writes the project with `packages` third-party packages into `folder`. */
export function writeNpmProject(
  folder: string,
  packages: number,
  isInstalled: boolean,
): NpmProject {
  const entries = lockEntries(packages);
  const lock = { name: "bench", version: "1.0.0", lockfileVersion: 3, requires: true };
  write(folder, "package-lock.json", { ...lock, packages: Object.fromEntries(entries) });
  for (const [path, entry] of entries) {
    const isOurs = path === "" || path.startsWith("packages/");
    if (isOurs) write(folder, join(path, "package.json"), { private: true, ...manifestOf(entry) });
    else if (isInstalled) install(folder, path, entry);
  }
  return { entries: entries.size, packages };
}

function lockEntries(packages: number): ReadonlyMap<string, Entry> {
  const nested = Math.floor(packages / 10);
  const hoisted = packages - nested;
  const development = Math.floor(hoisted * 0.4);
  const runtime = hoisted - development;
  const entries = new Map<string, Entry>();
  const workspaces = Array.from({ length: WORKSPACES }, (_, index) => `packages/part-${index}`);
  entries.set("", {
    name: "bench",
    version: "1.0.0",
    license: "MIT",
    workspaces,
    devDependencies: { [nameOf(runtime)]: "^1.0.0" },
  });
  for (const [index, path] of workspaces.entries()) {
    entries.set(path, {
      name: `part-${index}`,
      version: "1.0.0",
      license: "MIT",
      dependencies: { [nameOf(0)]: "^1.0.0", [nameOf(index + 1)]: "^1.0.0" },
    });
    entries.set(`node_modules/part-${index}`, { link: true, resolved: path });
  }
  for (let index = 0; index < hoisted; index += 1) {
    const isDevelopment = index >= runtime;
    const dependencies = isDevelopment
      ? dependenciesOf(index - runtime, development, runtime)
      : dependenciesOf(index, runtime, 0);
    // A newer version of a package that stands at the top as well, and is no child of this one.
    const inner = nameOf(runtime - 1 - index);
    if (index < nested) dependencies.set(inner, "^2.0.0");
    const path = `node_modules/${nameOf(index)}`;
    entries.set(path, registryEntry(nameOf(index), "1.0.0", dependencies, isDevelopment));
    if (index >= nested) continue;
    entries.set(
      `${path}/node_modules/${inner}`,
      registryEntry(inner, `2.0.${index}`, new Map(), isDevelopment),
    );
  }
  return entries;
}

/** Those below it in the tree, and two that skip levels: package managers' graphs have about three edges a package. */
function dependenciesOf(index: number, size: number, offset: number): Map<string, string> {
  const children = Array.from({ length: FAN_OUT }, (_, child) => index * FAN_OUT + child + 1);
  const others = [index * 7 + 11, index * 13 + 17];
  const inside = [...children, ...others].filter((other) => other < size);
  return new Map(inside.map((other) => [nameOf(other + offset), "^1.0.0"]));
}

function registryEntry(
  name: string,
  version: string,
  dependencies: ReadonlyMap<string, string>,
  isDevelopment: boolean,
): Entry {
  const digest = createHash("sha512").update(`${name}@${version}`).digest();
  const file = `${name.slice(name.indexOf("/") + 1)}-${version}.tgz`;
  return {
    version,
    resolved: `https://registry.npmjs.org/${name}/-/${file}`,
    integrity: `sha512-${digest.toString("base64")}`,
    ...(isDevelopment ? { dev: true } : {}),
    license: LICENSES[(digest[0] ?? 0) % LICENSES.length] ?? "MIT",
    ...(dependencies.size > 0 ? { dependencies: Object.fromEntries(dependencies) } : {}),
  };
}

/** One in five is scoped, as in real trees. */
function nameOf(index: number): string {
  const number = String(index).padStart(5, "0");
  return index % 5 === 4 ? `@bench-scope/package-${number}` : `bench-package-${number}`;
}

function manifestOf(entry: Entry): Entry {
  const { resolved: _, integrity: __, dev: ___, link: ____, ...manifest } = entry;
  return manifest;
}

function install(folder: string, path: string, entry: Entry): void {
  if (entry.link === true) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    symlinkSync(join("..", entry.resolved ?? ""), join(folder, path));
    return;
  }
  const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
  write(folder, join(path, "package.json"), { name, ...manifestOf(entry) });
  const notice = `Copyright (c) the authors of ${name}\n\nLicensed under ${entry.license}.\n`;
  writeFileSync(join(folder, path, "LICENSE"), notice);
}

function write(folder: string, path: string, content: unknown): void {
  const target = join(folder, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, `${JSON.stringify(content, null, 2)}\n`);
}

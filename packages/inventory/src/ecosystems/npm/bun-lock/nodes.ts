import { isRecord } from "@assay/core";
import { fromLockfileFolder } from "../../../paths.ts";
import type { ReaderInput } from "../../ecosystem.ts";
import { isAbsolutePath, linkedNode, normalFolder } from "../lock-graph/linked.ts";
import type { LockNode, LockProblem } from "../lock-graph/node.ts";
import { platformCondition } from "../lock-graph/platform.ts";
import { sourceParts } from "../lock-graph/source.ts";
import { isPackageName } from "../package-name.ts";
import type { BunEntry } from "./lockfile.ts";

/** Files of the project that patch a package, by its name and version; relative to the lockfile. */
export function patchesIn(json: Readonly<Record<string, unknown>>): ReadonlyMap<string, string> {
  const stated = json["patchedDependencies"];
  const found = isRecord(stated) ? Object.entries(stated) : [];
  return new Map(found.filter((pair): pair is [string, string] => typeof pair[1] === "string"));
}

/** The package of an entry that is no member. */
export async function entryNode(
  input: ReaderInput,
  entry: BunEntry,
  patches: ReadonlyMap<string, string>,
  problems: LockProblem[],
): Promise<LockNode> {
  const { key, name, line, resolution, registry, integrity } = entry;
  const folder = folderOf(entry);
  if (folder !== undefined) {
    const path = isAbsolutePath(folder) ? undefined : normalFolder("", folder);
    return linkedNode(input, { key, path, name, line }, problems);
  }
  const version = registry === undefined ? archiveVersion(name, resolution) : resolution;
  const { problems: found, ...parts } = sourceParts(
    { name, version, resolved: addressOf(entry), integrity },
    undefined,
  );
  const patch = patches.get(`${name}@${resolution}`);
  const file = patch === undefined ? undefined : fromLockfileFolder(input.path, patch);
  const node: LockNode = {
    key,
    name,
    version,
    line,
    firstParty: false,
    ...parts,
    ...(file === undefined ? {} : { patches: [file] }),
    flags: [...(entry.isBundled ? ["bundled"] : []), ...(patch === undefined ? [] : ["patched"])],
    condition: platformCondition(entry),
  };
  const isKnown = registry !== undefined || isAddress(resolution) || isArchive(resolution);
  const reasons = [
    ...(isKnown ? [] : ["where it comes from was not understood"]),
    // Bun itself writes no more of a commit of GitHub's than a piece.
    ...found.filter((reason) => !(resolution.startsWith("github:") && /git commit/.test(reason))),
    ...(isPackageName(name) ? [] : ["its name is no package name"]),
  ];
  problems.push(...reasons.map((reason) => ({ node, reason })));
  return node;
}

/** Of an archive of a registry that is asked for by its address, the file's name says the version. */
function archiveVersion(name: string, address: string): string | undefined {
  const file = `/${name}/-/${name.slice(name.indexOf("/") + 1)}-`;
  const at = address.indexOf(file);
  const version =
    at < 0 ? undefined : /^(\d[^/]*)\.tgz$/.exec(address.slice(at + file.length))?.[1];
  return version;
}

/** The folder that a package is, relative to the lockfile. */
export function folderOf({ resolution, registry }: BunEntry): string | undefined {
  if (registry !== undefined) return undefined;
  const [, path] = /^(?:link|file):(.*)$/.exec(resolution) ?? [];
  return path === undefined || isArchive(path) ? undefined : path;
}

/** As `readResolved` takes it: nothing for the public registry. */
function addressOf({ resolution, registry }: BunEntry): string | undefined {
  if (registry !== undefined) return registry === "" ? undefined : registry;
  return isAddress(resolution) ? resolution : `file:${resolution.replace(/^file:/, "")}`;
}

function isAddress(resolution: string): boolean {
  return /^(?:[a-z][a-z+.-]*:\/\/|github:|gitlab:|bitbucket:)/i.test(resolution);
}

function isArchive(path: string): boolean {
  return /\.(?:tgz|tar\.gz)$/.test(path);
}

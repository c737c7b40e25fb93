import { fromLockfileFolder } from "../../../paths.ts";
import type { ReaderInput } from "../../ecosystem.ts";
import { isAbsolutePath, linkedNode, normalFolder } from "../lock-graph/linked.ts";
import type { LockNode, LockProblem } from "../lock-graph/node.ts";
import type { Registries } from "../lock-graph/registries.ts";
import { sourceParts } from "../lock-graph/source.ts";
import { isPackageName } from "../package-name.ts";
import { isBuiltin, type Reference, readPatch, readReference } from "./locator.ts";
import { type BerryEntry, MAX_PATCHES } from "./lockfile.ts";

type Parts = Pick<LockNode, "purl" | "artifacts" | "download"> & {
  readonly problems: readonly string[];
};

/** The package of an entry that is no member. */
export async function entryNode(
  input: ReaderInput,
  entry: BerryEntry,
  registries: Registries,
  problems: LockProblem[],
): Promise<LockNode> {
  const { locator: key, reference, line } = entry;
  const { name, protocol, rest } = reference;
  if (protocol === "portal" || protocol === "link") {
    const path = isAbsolutePath(rest) ? undefined : normalFolder(folderOfParent(reference), rest);
    return linkedNode(input, { key, path, name, line }, problems);
  }
  const { problems: found, ...parts } = partsOf(entry, reference, registries, 0);
  const patches = patchFiles(input.path, reference);
  const node: LockNode = {
    key,
    name,
    version: entry.version,
    line,
    firstParty: false,
    ...parts,
    ...(patches === undefined ? {} : { patches }),
    flags: patches === undefined ? [] : ["patched"],
    condition: entry.conditions,
  };
  const named = isPackageName(name) ? [] : ["its name is no package name"];
  problems.push(...[...found, ...named].map((reason) => ({ node, reason })));
  return node;
}

/** The folder that a path of a locator starts from: that of the member which asks for it. */
export function folderOfParent({ params }: Reference): string {
  const parent = readReference(params.get("locator") ?? "");
  return parent?.protocol === "workspace" ? normalFolder("", parent.rest) : "";
}

/**
 * Where it comes from. The checksum is that of the archive that Yarn makes of it, and no hash of what the registry has: it says only
 * that the download is checked.
 */
function partsOf(
  entry: BerryEntry,
  reference: Reference,
  registries: Registries,
  depth: number,
): Parts {
  const { name, protocol, rest, params } = reference;
  const from = (resolved: string | undefined): Parts =>
    sourceParts(
      {
        name,
        version: entry.version,
        resolved,
        integrity: undefined,
        isChecked: entry.checksum !== undefined,
      },
      registries,
    );
  switch (protocol) {
    case "npm":
      return from(params.get("__archiveUrl"));
    case "": {
      const [address = "", hash = ""] = rest.split("#", 2);
      const commit = /(?:^|&)commit=([0-9a-f]+)/.exec(hash)?.[1];
      return from(commit === undefined ? address : gitAddress(address, commit));
    }
    case "patch": {
      const inner = readReference(readPatch(reference)?.inner ?? "");
      return inner === undefined || depth > MAX_PATCHES
        ? { artifacts: [], problems: ["what it is a patch of was not understood"] }
        : partsOf(entry, inner, registries, depth + 1);
    }
    case "file":
      return fileParts(reference);
    default:
      // What a script of the project makes is no package of a registry.
      return {
        artifacts: [],
        problems: protocol === "exec" ? [] : [`it comes from the unknown protocol ${protocol}:`],
      };
  }
}

/** A folder or an archive of the project. */
function fileParts(reference: Reference): Parts {
  const [path = ""] = reference.rest.split("#", 1);
  const isAway =
    isAbsolutePath(path) || normalFolder(folderOfParent(reference), path).startsWith("..");
  return {
    artifacts: [],
    problems: isAway ? ["the folder lies outside the project"] : [],
  };
}

function gitAddress(address: string, commit: string): string {
  const short = /^(?:ssh:\/\/)?([^@/\s]+@[\w.-]+):(?!\/\/|\d+\/)(.+)$/.exec(address);
  const url = short === null ? address : `ssh://${short[1]}/${short[2]}`;
  return `${url.startsWith("git") ? "" : "git+"}${url}#${commit}`;
}

/** The files of a patch, relative to the root; those that Yarn brings itself are none. */
function patchFiles(lockfile: string, reference: Reference): readonly string[] | undefined {
  const patch = readPatch(reference);
  if (patch === undefined) return undefined;
  return patch.files.flatMap((file) => {
    if (file === "" || isBuiltin(file)) return [];
    const isOfProject = file.startsWith("~/");
    if (!isOfProject && isAbsolutePath(file)) return [];
    const from = isOfProject ? "" : folderOfParent(reference);
    const path = normalFolder(from, isOfProject ? file.slice(2) : file);
    return fromLockfileFolder(lockfile, path) ?? [];
  });
}

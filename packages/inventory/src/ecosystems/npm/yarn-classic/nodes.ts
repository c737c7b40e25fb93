import type { LockNode, LockProblem } from "../lock-graph/node.ts";
import { sourceParts } from "../lock-graph/source.ts";
import { isPackageName, splitAtVersion } from "../package-name.ts";
import type { ClassicEntry } from "./parse.ts";

/** The package of an entry, and what was not understood of it. */
export function entryNode(entry: ClassicEntry): {
  readonly node: LockNode;
  readonly problems: readonly LockProblem[];
} {
  const [selector = ""] = entry.selectors;
  const asked = realName(selector);
  const name = entry.fields.get("name") ?? asked;
  const version = entry.fields.get("version");
  const { address, digest } = resolvedParts(entry.fields.get("resolved"));
  const isFolder = address === undefined && /@(?:file|link):/.test(selector);
  const { problems, ...parts } = isFolder
    ? { artifacts: [], problems: [] }
    : sourceParts(
        { name, version, resolved: address, integrity: entry.fields.get("integrity") ?? digest },
        undefined,
      );
  const node: LockNode = {
    key: selector,
    name,
    version,
    line: entry.line,
    firstParty: false,
    flags: [],
    ...parts,
  };
  const reasons = [
    ...problems,
    ...(version === undefined && !problems.includes(NO_VERSION) ? [NO_VERSION] : []),
    // Without an address it is the registry's, and Yarn looks there for what is asked for.
    ...(address === undefined && !isFolder && name !== asked
      ? ["its `name` is another than the one that is asked for"]
      : []),
    ...(isPackageName(name) ? [] : ["its name is no package name"]),
  ];
  return { node, problems: reasons.map((reason) => ({ node, reason })) };
}

const NO_VERSION = "the entry has no version";

/** The name that a selector is about: behind `npm:` where it is an alias. */
function realName(selector: string): string {
  const { name, rest } = splitAtVersion(selector) ?? { name: selector, rest: "" };
  if (!rest.startsWith("npm:")) return name;
  const target = rest.slice("npm:".length);
  return splitAtVersion(target)?.name ?? (/^[@a-z]/i.test(target) ? target : name);
}

/**
 * `url#sha1`: the SHA-1 of an archive stands behind its address; behind that of a git repository stands the commit. With an offline
 * mirror there is a file's name in place of the address.
 */
function resolvedParts(resolved: string | undefined): {
  readonly address: string | undefined;
  readonly digest: string | undefined;
} {
  const [, before = "", sha1] = /^([^#]*)#([0-9a-f]{40})$/.exec(resolved ?? "") ?? [];
  const isArchive = sha1 !== undefined && !/^(?:git|ssh)/.test(before) && !/\.git$/.test(before);
  const isGit = /^https?:[^#]*\.git#/.test(resolved ?? "");
  const address = isArchive ? before : isGit ? `git+${resolved}` : resolved;
  const isMirrored = address !== undefined && /^[^:/]+\.(?:tgz|tar\.gz)$/.test(address);
  return {
    address: isMirrored ? undefined : address,
    digest: isArchive ? `sha1-${Buffer.from(sha1, "hex").toString("base64")}` : undefined,
  };
}

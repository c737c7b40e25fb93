import { UsageError } from "@assay/core";
import { buildPurl } from "@assay/purl";
import type { LockNode, LockProblem } from "../../assemble/parts.ts";
import { isCommit, publicUrl, repositoryUrl } from "../../assemble/public-url.ts";
import { firstPartyPurl } from "../../origin.ts";
import { fromLockfileFolder } from "../../paths.ts";
import { readYaml } from "../../yaml/read.ts";
import { isYamlMap, mapAt, textAt, type YamlMap } from "../../yaml/value.ts";
import type { ReaderInput } from "../ecosystem.ts";

/** One package of a `pubspec.lock`; its node's key is its name. */
export interface PubEntry {
  readonly node: LockNode;
  /** What the project's own pubspec says of it; absent where only others ask for it. */
  readonly direct: "main" | "dev" | "overridden" | undefined;
  readonly source: string;
}

/** What a source says of a package. */
type PubSource = Omit<LockNode, "key" | "line" | "firstParty"> & {
  readonly firstParty?: boolean;
  readonly problem?: string;
};

const PUBLIC_HOSTS: ReadonlySet<string> = new Set(["pub.dev", "pub.dartlang.org"]);
const DIRECT: ReadonlyMap<string, PubEntry["direct"]> = new Map([
  ["direct main", "main"],
  ["direct dev", "dev"],
  ["direct overridden", "overridden"],
  ["transitive", undefined],
]);

/**
 * Reads a `pubspec.lock` (https://dart.dev/tools/pub/glossary#lockfile), package by package.
 *
 * @throws UsageError when it is no YAML as pub writes it, or has no map of packages
 */
export function readPubEntries(input: ReaderInput) {
  const { documents, duplicates } = readYaml(input.path, input.text);
  const top = documents[0]?.value;
  const packages = isYamlMap(top) ? mapAt(top, "packages") : undefined;
  if (!isYamlMap(top) || packages === undefined)
    throw new UsageError(`${input.path} has no map \`packages\``);
  const problems: LockProblem[] = duplicates.map(({ key, line }) => ({
    item: key,
    line,
    reason: "it stands in the file twice",
  }));
  // The last section that pub writes.
  if (!top.entries.has("sdks") && !top.entries.has("sdk"))
    problems.push({ reason: "it has no section `sdks`: its end is missing" });
  const entries: PubEntry[] = [];
  for (const [key, value] of packages.entries) {
    const read = isYamlMap(value) ? readEntry(input, key, value) : undefined;
    if (read === undefined || !isYamlMap(value)) {
      problems.push({ item: key, reason: "it has no version or no source" });
      continue;
    }
    const { problem, firstParty = false, ...known } = read;
    const node: LockNode = { key, line: value.line, firstParty, ...known };
    if (problem !== undefined) problems.push({ node, reason: problem });
    const dependency = textAt(value, "dependency") ?? "";
    if (!DIRECT.has(dependency))
      problems.push({ item: key, line: value.line, reason: "who asks for it was not understood" });
    entries.push({
      node,
      direct: DIRECT.get(dependency),
      source: textAt(value, "source") ?? "",
    });
  }
  return { entries, problems };
}

function readEntry(input: ReaderInput, key: string, entry: YamlMap): PubSource | undefined {
  const version = textAt(entry, "version");
  const source = textAt(entry, "source");
  if (version === undefined || source === undefined) return undefined;
  const description = mapAt(entry, "description");
  switch (source) {
    case "hosted":
      return hosted(textAt(description, "name") ?? key, version, description);
    case "git":
      return git(key, version, description);
    case "path":
      return folder(input, key, version, description);
    case "sdk":
      // Part of Flutter or Dart: the registry's package of this name is another, and 0.0.0 is no version.
      return { name: key, version: version === "0.0.0" ? undefined : version };
    default:
      return { name: key, version, problem: "its source is of a kind that is not known" };
  }
}

function hosted(name: string, version: string, description: YamlMap | undefined): PubSource {
  const text = textAt(description, "url") ?? "https://pub.dev";
  const url = publicUrl(text);
  const sha256 = textAt(description, "sha256") ?? "";
  const isHash = /^[0-9a-f]{64}$/i.test(sha256);
  const isPublic = url !== undefined && PUBLIC_HOSTS.has(url.host);
  const known: PubSource = {
    name,
    version,
    artifacts: isHash ? [{ hashes: [{ algorithm: "SHA-256", value: sha256.toLowerCase() }] }] : [],
    download: isHash ? "checked" : "unchecked",
    ...(sha256 === "" || isHash ? {} : { problem: "its checksum is no SHA-256 in hex" }),
  };
  if (url === undefined) return { ...known, problem: "the URL of its registry can't be read" };
  const repository_url = url.href.replace(/\/$/, "");
  const qualifiers = isPublic ? {} : { repository_url };
  return { ...known, purl: buildPurl({ type: "pub", name, version, qualifiers }) };
}

function git(name: string, version: string, description: YamlMap | undefined): PubSource {
  const commit = textAt(description, "resolved-ref");
  const url = repositoryUrl(textAt(description, "url") ?? "", commit);
  if (url === undefined)
    return { name, version, problem: "its repository is a local folder, or no URL" };
  const subpath = textAt(description, "path") ?? "";
  const isExact = isCommit(commit);
  return {
    name,
    version,
    purl: buildPurl({ type: "pub", name, version, qualifiers: { vcs_url: url }, subpath }),
    artifacts: [{ hashes: [], url }],
    download: isExact ? "checked" : "unchecked",
    ...(isExact ? {} : { problem: "no full git commit is named" }),
  };
}

function folder(
  { path, origin }: ReaderInput,
  name: string,
  version: string,
  description: YamlMap | undefined,
): PubSource {
  const written = (textAt(description, "path") ?? "").replaceAll("\\", "/");
  const place =
    textAt(description, "relative") === "false" || /^(?:[/~]|[A-Za-z]:)/.test(written)
      ? undefined
      : fromLockfileFolder(path, written);
  if (place === undefined)
    return { name, version, problem: "it is a folder outside the repository" };
  // Somebody else's, copied into the tree: the registry's package of this name may be another.
  if (/(?:^|\/)(?:vendor|third_party)(?:\/|$)/i.test(place))
    return { name, version, installPath: place };
  const purl = firstPartyPurl(origin, name, version, place);
  return { name, version, firstParty: true, purl, installPath: place };
}

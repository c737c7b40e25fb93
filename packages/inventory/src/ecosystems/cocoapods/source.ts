import { buildPurl } from "@assay/purl";
import type { LockNode } from "../../assemble/parts.ts";
import { isCommit, publicUrl, repositoryUrl } from "../../assemble/public-url.ts";
import { firstPartyPurl } from "../../origin.ts";
import { folderOf, fromLockfileFolder } from "../../paths.ts";
import { mapAt, textAt, type YamlMap } from "../../yaml/value.ts";
import type { ReaderInput } from "../ecosystem.ts";
import type { Pod, PodfileLock } from "./pods.ts";

const PUBLIC =
  /^(?:trunk|master|https:\/\/(?:github\.com\/CocoaPods\/Specs(?:\.git)?|cdn\.cocoapods\.org)\/?)$/i;

/** `present`: every file outside excluded folders. */
export type PodInput = Pick<ReaderInput, "path" | "origin"> & {
  readonly present: ReadonlySet<string>;
};

/** A pod and why it was not understood. */
export interface PodNode {
  readonly node: LockNode;
  readonly problem?: string;
}

export function podNode(input: PodInput, pod: Pod, lock: PodfileLock): PodNode {
  const { name, version, line } = pod;
  const common = { key: name, name, version, line, firstParty: false } as const;
  const external = lock.external.get(name);
  if (external !== undefined) return externalNode(input, common, external, lock.checkouts);
  const repository = lock.repositories === undefined ? "trunk" : lock.repositories.get(name);
  if (repository === undefined)
    return { node: common, problem: "no registry or other source of it is named" };
  const isPublic = PUBLIC.test(repository);
  const url = isPublic ? undefined : repositoryUrl(repository, undefined)?.replace(/^git\+/, "");
  // A registry under a name of one machine.
  if (!isPublic && url === undefined) return { node: { ...common, download: "unchecked" } };
  const purl = buildPurl({ type: "cocoapods", name, version, qualifiers: { repository_url: url } });
  return { node: { ...common, purl, download: "unchecked" } };
}

type Common = Pick<LockNode, "key" | "name" | "version" | "line" | "firstParty">;

function externalNode(
  input: PodInput,
  common: Common,
  external: YamlMap,
  checkouts: YamlMap | undefined,
): PodNode {
  const { name, version } = common;
  const path = textAt(external, ":path");
  if (path !== undefined) return folderNode(input, common, path);
  const checkout = mapAt(checkouts, name) ?? external;
  const type = ["git", "hg", "svn"].find((each) => textAt(checkout, `:${each}`) !== undefined);
  if (type !== undefined) {
    const commit = textAt(checkout, type === "git" ? ":commit" : ":revision");
    const url = repositoryUrl(textAt(checkout, `:${type}`) ?? "", commit, type);
    if (url === undefined)
      return { node: common, problem: "its repository is a local folder, or no URL" };
    const isExact = isCommit(commit);
    return {
      node: {
        ...common,
        purl: buildPurl({ type: "cocoapods", name, version, qualifiers: { vcs_url: url } }),
        artifacts: [{ hashes: [], url }],
        download: isExact ? "checked" : "unchecked",
      },
      ...(isExact ? {} : { problem: "no full commit of its repository is named" }),
    };
  }
  const archive = textAt(checkout, ":http");
  if (archive !== undefined) {
    const url = publicUrl(archive)?.href;
    if (url === undefined) return { node: common, problem: "the URL of its archive can't be read" };
    return {
      node: {
        ...common,
        purl: buildPurl({ type: "cocoapods", name, version, qualifiers: { download_url: url } }),
        artifacts: [{ hashes: [], url }],
        download: "unchecked",
      },
    };
  }
  // The podspec lies elsewhere, and only it says where the sources are: the registry's pod of this name may be another.
  if (textAt(external, ":podspec") !== undefined)
    return { node: { ...common, download: "unchecked" } };
  return { node: common, problem: "its source is of a kind that is not known" };
}

/** A pod of a folder: the project's own where its podspec is in the tree, else something that is installed or generated there. */
function folderNode({ path, present, origin }: PodInput, common: Common, written: string): PodNode {
  const { name, version } = common;
  const isAbsolute = /^(?:[/~]|[A-Za-z]:)/.test(written);
  const place = isAbsolute ? undefined : fromLockfileFolder(path, written);
  if (place === undefined)
    return { node: common, problem: "it is a folder outside the repository" };
  const isFile = /\.podspec(?:\.json)?$/.test(place);
  const folder = isFile ? folderOf(place) : place;
  const below = folder === "" ? "" : `${folder}/`;
  const hasPodspec = [place, `${below}${name}.podspec`, `${below}${name}.podspec.json`].some(
    (each) => /\.podspec(?:\.json)?$/.test(each) && present.has(each),
  );
  if (!hasPodspec || /(?:^|\/)vendor(?:\/|$)/i.test(folder))
    return { node: { ...common, installPath: folder } };
  const purl = firstPartyPurl(origin, name, version, folder);
  return { node: { ...common, firstParty: true, purl, installPath: folder } };
}

import { buildPurl } from "@assay/purl";
import { isCommit, publicUrl, repositoryUrl } from "../../assemble/public-url.ts";
import { textOf } from "../../fields.ts";
import type { PackageArtifact } from "../../graph.ts";
import { firstPartyPurl } from "../../origin.ts";
import { fromLockfileFolder } from "../../paths.ts";
import type { ReaderInput } from "../ecosystem.ts";
import type { FlakeNode, Json } from "./lockfile.ts";

/** What one input is, and where it comes from. */
export interface FlakeSource {
  readonly name: string;
  /** The commit, where there is one. */
  readonly version?: string | undefined;
  readonly purl?: string | undefined;
  /** The folder of the repository that it is. */
  readonly folder?: string;
  readonly artifacts: readonly PackageArtifact[];
  readonly download?: "checked" | "unchecked";
  readonly problem?: string;
}

const FORGES: Readonly<Record<string, string>> = {
  github: "github.com",
  gitlab: "gitlab.com",
  sourcehut: "git.sr.ht",
};

/**
 * The source of a node by its kind: https://nix.dev/manual/nix/latest/command-ref/new-cli/nix3-flake.html#types. It is named after its
 * repository, never by its key, which is one of several spellings in the lockfile. `narHash` is of the unpacked files: no archive has it.
 */
export function flakeSource(input: ReaderInput, node: FlakeNode): FlakeSource {
  const { key, locked, original } = node;
  if (locked === undefined) return { name: key, artifacts: [], problem: "it is not locked" };
  const type = text(locked, "type");
  const version = text(locked, "rev");
  const isFixed = text(locked, "narHash") !== undefined || isCommit(version);
  const download = isFixed ? "checked" : "unchecked";
  if (type === "path") return folderSource(input, node, locked);
  const forge = FORGES[type ?? ""];
  if (forge !== undefined) {
    // An owner on GitLab may be several folders, escaped.
    const owner = text(locked, "owner")?.replaceAll(/%2f/gi, "/");
    const repo = text(locked, "repo");
    if (owner === undefined || repo === undefined)
      return { name: key, artifacts: [], problem: "it names no repository" };
    const host = text(locked, "host") ?? forge;
    const isGithub = type === "github" && host === forge;
    const place = `https://${host}/${owner}/${repo}`;
    const url = repositoryUrl(place, version);
    return {
      name: `${owner}/${repo}`,
      version,
      purl: isGithub
        ? buildPurl({
            type: "github",
            namespace: owner,
            name: repo,
            version,
            subpath: text(locked, "dir"),
          })
        : generic(repo, version, locked, { vcs_url: url }),
      artifacts: artifact(url),
      download,
      ...(isCommit(version) ? {} : { problem: "no full commit of its repository is named" }),
    };
  }
  const address = text(locked, "url") ?? text(original ?? {}, "url") ?? "";
  const url = publicUrl(address);
  const name = lastPart(url?.pathname ?? address) ?? key;
  if (type === "git" || type === "hg") {
    if (url === undefined || url.protocol === "file:")
      return { name, version, artifacts: [], problem: "its repository lies on one machine" };
    const place = repositoryUrl(address, version, type);
    return {
      name,
      version,
      purl: generic(name, version, locked, { vcs_url: place }),
      artifacts: artifact(place),
      download,
      ...(isCommit(version) ? {} : { problem: "no full commit of its repository is named" }),
    };
  }
  if (type === "tarball" || type === "file") {
    if (url === undefined || url.protocol === "file:")
      return { name, version, artifacts: [], problem: "its archive lies on one machine" };
    return {
      name,
      version,
      purl: generic(name, version, locked, { download_url: url.href }),
      artifacts: artifact(url.href),
      download,
    };
  }
  return {
    name: text(locked, "id") ?? key,
    version,
    artifacts: [],
    problem: `it is of a kind that is not known: ${type?.slice(0, 50) ?? "none"}`,
  };
}

function folderSource(input: ReaderInput, { key, parent }: FlakeNode, locked: Json): FlakeSource {
  const path = [text(locked, "path"), text(locked, "dir")].filter(Boolean).join("/");
  // A part of another input.
  if (parent.length > 0) return { name: lastPart(path) ?? key, artifacts: [] };
  const folder = /^[/~\\]/.test(path) ? undefined : fromLockfileFolder(input.path, path);
  const name = lastPart(folder ?? path) ?? key;
  if (folder === undefined)
    return { name, artifacts: [], problem: "it is a folder outside the repository" };
  return {
    name,
    purl: firstPartyPurl(input.origin, name, undefined, folder),
    folder,
    artifacts: [],
  };
}

function generic(
  name: string,
  version: string | undefined,
  locked: Json,
  qualifiers: Readonly<Record<string, string | undefined>>,
): string {
  return buildPurl({ type: "generic", name, version, qualifiers, subpath: text(locked, "dir") });
}

function artifact(url: string | undefined): readonly PackageArtifact[] {
  return url === undefined ? [] : [{ hashes: [], url }];
}

/** Without what says how it is packed. */
function lastPart(path: string): string | undefined {
  const last = path.split("/").findLast((each) => each !== "");
  return last?.replace(/\.(?:git|zip|tgz|tar(?:\.\w+)?)$/, "") || undefined;
}

function text(json: Json, key: string): string | undefined {
  return textOf(json[key]);
}

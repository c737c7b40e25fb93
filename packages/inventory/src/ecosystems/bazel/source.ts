import { buildPurl } from "@assay/purl";
import type { LockNode } from "../../assemble/parts.ts";
import { publicUrl, repositoryUrl } from "../../assemble/public-url.ts";
import { parseIntegrity } from "../../integrity.ts";
import { firstPartyPurl } from "../../origin.ts";
import { fromLockfileFolder } from "../../paths.ts";
import type { ReaderInput } from "../ecosystem.ts";
import type { ModuleOverride } from "./module-file.ts";

/** What is known of a module beside its name and version. */
export type ModuleSource = Pick<
  LockNode,
  "purl" | "artifacts" | "download" | "firstParty" | "installPath"
>;

/** The Bazel Central Registry. */
export const CENTRAL = "https://bcr.bazel.build";

/** A module of a registry, whose file `source.json` says what its archive must be. */
export function registryModule(name: string, version: string, registry: string): ModuleSource {
  const url = publicUrl(registry);
  // A registry of the project's own, in its tree, is nowhere else.
  const isRemote = url !== undefined && url.protocol !== "file:";
  const place =
    !isRemote || url.origin === CENTRAL ? {} : { repository_url: url.href.replace(/\/$/, "") };
  return {
    firstParty: false,
    download: "checked",
    ...(isRemote ? { purl: buildPurl({ type: "bazel", name, version, qualifiers: place }) } : {}),
  };
}

/** A module that the root module takes from elsewhere. */
export function overriddenModule(
  { path, origin }: ReaderInput,
  { kind, name, remote, commit, urls, integrity, path: folder }: ModuleOverride,
): ModuleSource & Pick<LockNode, "version"> {
  if (kind === "git") {
    const url = remote === undefined ? undefined : repositoryUrl(remote, commit);
    const known = { firstParty: false, version: commit, download: "checked" } as const;
    if (url === undefined) return known;
    const purl = buildPurl({ type: "bazel", name, version: commit, qualifiers: { vcs_url: url } });
    return { ...known, purl, artifacts: [{ hashes: [], url }] };
  }
  if (kind === "archive") {
    const { hashes } = parseIntegrity(integrity ?? "");
    const url = urls.map(publicUrl).find((each) => each !== undefined)?.href;
    return {
      firstParty: false,
      download: hashes.length > 0 ? "checked" : "unchecked",
      artifacts: [{ hashes, ...(url === undefined ? {} : { url }) }],
      ...(url === undefined
        ? {}
        : { purl: buildPurl({ type: "bazel", name, qualifiers: { download_url: url } }) }),
    };
  }
  const isBelow = folder !== undefined && !/^(?:[/~\\]|[A-Za-z]:)/.test(folder);
  const installPath = isBelow ? fromLockfileFolder(path, folder) : undefined;
  if (installPath === undefined) return { firstParty: false };
  return {
    firstParty: true,
    installPath,
    purl: firstPartyPurl(origin, name, undefined, installPath),
  };
}

import { buildPurl } from "@assay/purl";
import { publicUrl, repositoryUrl } from "./public-url.ts";

const HOSTS: ReadonlyMap<string, string> = new Map([
  ["github.com", "github"],
  ["www.github.com", "github"],
  ["bitbucket.org", "bitbucket"],
]);

/** Host, owner (empty where the path has one part) and name of a repository with a URL as git writes them; `undefined` where it is none. */
export function repositoryPlace(
  repository: string,
): { readonly host: string; readonly owner: string; readonly name: string } | undefined {
  const url = publicUrl(repositoryUrl(repository, undefined)?.replace(/^git\+/, "") ?? "");
  const parts = url?.pathname.split("/").filter((part) => part !== "") ?? [];
  const name = parts.pop()?.replace(/\.git$/, "");
  return url === undefined || !name ? undefined : { host: url.host, owner: parts.join("/"), name };
}

/**
 * The purl of a package that is no registry's: `pkg:github/owner/name@commit` where its host has a type, else `pkg:generic` with its
 * `vcs_url`. `undefined` where the repository is no URL.
 */
export function repositoryPurl(
  repository: string,
  commit: string | undefined,
  name: string,
  subpath?: string,
): string | undefined {
  const url = repositoryUrl(repository, commit);
  if (url === undefined) return undefined;
  const { host = "", owner = "", name: own = "" } = repositoryPlace(repository) ?? {};
  const type = HOSTS.get(host.toLowerCase());
  return type === undefined || !/^[^/]+$/.test(owner)
    ? buildPurl({ type: "generic", name, qualifiers: { vcs_url: url }, subpath: subpath ?? "" })
    : buildPurl({ type, namespace: owner, name: own, version: commit, subpath: subpath ?? "" });
}

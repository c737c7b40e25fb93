import { buildPurl } from "@assay/purl";
import { publicUrl, repositoryUrl } from "./public-url.ts";

const HOSTS: ReadonlyMap<string, string> = new Map([
  ["github.com", "github"],
  ["www.github.com", "github"],
  ["bitbucket.org", "bitbucket"],
]);

/** Owner, name and host of a repository with a URL as git writes them; `undefined` where it has no such path. */
export function repositoryPlace(
  repository: string,
): { readonly host: string; readonly owner: string; readonly name: string } | undefined {
  const url = publicUrl(repositoryUrl(repository, undefined)?.replace(/^git\+/, "") ?? "");
  const parts = url?.pathname.split("/").filter((part) => part !== "") ?? [];
  const name = parts.pop()?.replace(/\.git$/, "");
  return url === undefined || !name || parts.length === 0
    ? undefined
    : { host: url.host, owner: parts.join("/"), name };
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
  const place = repositoryPlace(repository);
  if (url === undefined) return undefined;
  const type = HOSTS.get(place?.host.toLowerCase() ?? "");
  return type === undefined || place === undefined || place.owner.includes("/")
    ? buildPurl({ type: "generic", name, qualifiers: { vcs_url: url }, subpath: subpath ?? "" })
    : buildPurl({
        type,
        namespace: place.owner,
        name: place.name,
        version: commit,
        subpath: subpath ?? "",
      });
}

import { buildPurl } from "@assay/purl";

/** Where the files come from: what first-party packages are called after. */
export interface Origin {
  /** Such as `https://github.com`. */
  readonly serverUrl: string;
  /** `owner/name`. */
  readonly repository: string;
  /** The commit, as full hex. */
  readonly revision?: string;
  /** The folder inside the repository that paths are relative to; the repository's root where it is not given. */
  readonly folder?: string;
}

/**
 * The purl of a first-party package: it has no place in a registry, so it is named after its place in the repository
 * (`pkg:github/owner/name@sha#path`), or, where no repository on github.com is known, `pkg:generic/name@version#path`.
 */
export function firstPartyPurl(
  origin: Origin | undefined,
  name: string,
  version: string | undefined,
  path: string,
): string {
  const subpath = [origin?.folder ?? "", path].filter((part) => part !== "").join("/");
  const [owner, repository, ...rest] = origin?.repository.split("/") ?? [];
  if (
    origin?.serverUrl === "https://github.com" &&
    owner !== undefined &&
    repository !== undefined &&
    rest.length === 0
  ) {
    return buildPurl({
      type: "github",
      namespace: owner,
      name: repository,
      version: origin.revision,
      subpath,
    });
  }
  const slash = name.lastIndexOf("/");
  return buildPurl({
    type: "generic",
    namespace: name.slice(0, Math.max(slash, 0)),
    name: name.slice(slash + 1),
    version,
    subpath,
  });
}

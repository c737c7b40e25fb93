import { buildPurl } from "@assay/purl";
import type { LockNode } from "../../assemble/parts.ts";
import { isCommit, repositoryUrl } from "../../assemble/public-url.ts";
import { repositoryPurl } from "../../assemble/repository-purl.ts";
import { type Term, textOf } from "./terms.ts";

/** What a lockfile says of where a package comes from; of the package that it is, the real name. */
export interface HexSource
  extends Pick<LockNode, "name" | "version" | "purl" | "artifacts" | "download"> {
  /** Why it was not understood. */
  readonly problem?: string;
}

const PUBLIC = "hexpm";
const DIGEST = /^[0-9a-f]{64}$/i;

/**
 * A package of hex.pm, of an organization there (`hexpm:acme`), or of another registry, whose URL no lockfile has.
 *
 * @param inner the SHA-256 of the package's content, which is checked and which no archive has
 * @param outer the SHA-256 of its archive
 */
export function hexSource(
  name: string,
  version: string,
  repository: string | undefined = PUBLIC,
  inner: string | undefined,
  outer: string | undefined,
): HexSource {
  const [registry, namespace] = repository.split(":", 2);
  const given = [inner, outer].filter((each) => each !== undefined);
  const hasArchive = outer !== undefined && DIGEST.test(outer);
  return {
    name,
    version,
    purl: registry === PUBLIC ? buildPurl({ type: "hex", namespace, name, version }) : undefined,
    artifacts: hasArchive
      ? [{ hashes: [{ algorithm: "SHA-256", value: outer.toLowerCase() }] }]
      : [],
    download: given.some((each) => DIGEST.test(each)) ? "checked" : "unchecked",
    ...(given.every((each) => DIGEST.test(each))
      ? {}
      : { problem: "its checksum is no SHA-256 in hex" }),
  };
}

/** A package of a repository. Its version stands in its own files alone. */
export function gitSource(
  name: string,
  url: Term | undefined,
  commit: string | undefined,
  subpath?: string,
): HexSource {
  const repository = textOf(url, "text") ?? "";
  const full = repositoryUrl(repository, commit);
  if (full === undefined)
    return { name, artifacts: [], problem: "its repository is a local folder, or no URL" };
  const isExact = isCommit(commit);
  return {
    name,
    purl: repositoryPurl(repository, commit, name, subpath),
    artifacts: [{ hashes: [], url: full }],
    download: isExact ? "checked" : "unchecked",
    ...(isExact ? {} : { problem: "no full git commit is named" }),
  };
}

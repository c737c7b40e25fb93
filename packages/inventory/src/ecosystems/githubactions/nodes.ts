import { buildPurl } from "@assay/purl";
import type { LockNode } from "../../assemble/parts.ts";
import { firstPartyPurl } from "../../origin.ts";
import type { ReaderInput } from "../ecosystem.ts";
import { parseImage } from "./image.ts";
import { claimedVersion, isPinned, type Uses } from "./uses.ts";

/** Of a tag or branch: what it stands for may change at any time. */
const UNPINNED = "unpinned";
/** Before the version that a comment says of a commit. */
export const CLAIM = "claimedVersion=";

/** A workflow or an action of the repository. */
export function fileNode(
  { origin }: Pick<ReaderInput, "origin">,
  path: string,
  title: string | undefined,
): LockNode {
  // An action is called after its folder.
  const place = path.replace(/(?:^|\/)(?:action\.ya?ml|Dockerfile)$/, "");
  return {
    key: path,
    name: place === "" ? (title ?? "action") : place,
    kind: "application",
    line: 1,
    firstParty: true,
    purl: firstPartyPurl(origin, place === "" ? "action" : place, undefined, place),
    ...(place === "" ? {} : { installPath: place }),
  };
}

/** Somebody else's action, workflow or image; `undefined` where the image's name is none. */
export function nodeOf(
  uses: Exclude<Uses, { readonly kind: "local" }>,
  comment: string | undefined,
  line: number | undefined,
): LockNode | undefined {
  if (uses.kind === "image") {
    const image = parseImage(uses.image);
    if (image === undefined) return undefined;
    const { name, tag, digest, purl } = image;
    return {
      key: `docker://${uses.image}`,
      name,
      version: digest ?? tag ?? "latest",
      kind: "container",
      line,
      firstParty: false,
      purl,
      flags: digest === undefined ? [UNPINNED] : [],
    };
  }
  const { owner, repository, path, ref } = uses;
  const isFixed = isPinned(ref);
  const version = isFixed ? ref.toLowerCase() : ref;
  const claim = isFixed ? claimedVersion(comment ?? "") : undefined;
  const own = `${owner}/${repository}`;
  return {
    // Owners and repositories are told apart without regard to case, paths and refs with it.
    key: `${own.toLowerCase()}${path === "" ? "" : `/${path}`}@${version}`,
    name: path === "" ? own : `${own}/${path}`,
    version,
    line,
    firstParty: false,
    purl: buildPurl({
      type: "githubactions",
      namespace: owner,
      name: repository,
      version,
      subpath: path,
    }),
    artifacts: isFixed ? [{ hashes: [], url: `git+https://github.com/${own}@${version}` }] : [],
    flags: [...(isFixed ? [] : [UNPINNED]), ...(claim === undefined ? [] : [CLAIM + claim])],
  };
}

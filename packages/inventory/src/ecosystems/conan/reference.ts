import { buildPurl } from "@assay/purl";
import type { LockNode } from "../../assemble/parts.ts";

/** A recipe in one version: `name/version[@user/channel][#revision[%time]]`. https://docs.conan.io/2/reference/conanfile/attributes.html */
export interface ConanReference {
  readonly name: string;
  /** As it is written; a range stands in brackets. */
  readonly version: string;
  readonly user: string | undefined;
  readonly channel: string | undefined;
  readonly revision: string | undefined;
}

const REFERENCE =
  /^([\w.+-]+)\/([^@#\s%:]+|\[[^\]]*\])(?:@(?:([\w.+-]+)(?:\/([\w.+-]+))?)?)?(?:#([\w.]+)(?:%[\d.]+)?)?(?:[:!*].*)?$/;

/** `undefined` for what is none. Bounded: it is input. */
export function readReference(text: string): ConanReference | undefined {
  const [, name = "", version = "", user, channel, revision] =
    REFERENCE.exec(text.slice(0, 1000)) ?? [];
  if (name === "" || text.length > 1000) return undefined;
  // Where there are no owners or revisions, Conan 1 writes these.
  const stated = (part: string | undefined) => (part === "_" || part === "0" ? undefined : part);
  return {
    name,
    version,
    user: stated(user),
    channel: stated(channel),
    revision: stated(revision),
  };
}

/** Without the time of its revision. */
export function referenceKey({ name, version, user, channel, revision }: ConanReference): string {
  const owner = user === undefined ? "" : `@${user}${channel === undefined ? "" : `/${channel}`}`;
  return `${name}/${version}${owner}${revision === undefined ? "" : `#${revision}`}`;
}

/** @param prev the revision of the binary package, where it is locked */
export function referenceNode(
  key: string,
  { name, version, user, channel, revision }: ConanReference,
  line: number | undefined,
  prev?: string,
): LockNode {
  const qualifiers = { user, channel, rrev: revision, prev: prev === "0" ? undefined : prev };
  return {
    key,
    name,
    version,
    line,
    firstParty: false,
    purl: buildPurl({ type: "conan", name, version, qualifiers }),
    download: revision === undefined ? "unchecked" : "checked",
  };
}

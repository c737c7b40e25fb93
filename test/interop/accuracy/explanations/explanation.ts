import type { Difference } from "../compare.ts";
import type { Documents } from "../tools.ts";

/** Why a difference is no error of ours. */
export interface Explanation {
  readonly id: string;
  /** Who has what the other has not; either where it is not given. */
  readonly side?: Difference["side"];
  /** `theirs`: the peer is wrong or reads less; `choice`: both can be defended, and ours is documented. */
  readonly verdict: "theirs" | "choice";
  /** For `docs/accuracy.md`. */
  readonly sentence: string;
  explains(difference: Difference, checkout: Checkout): boolean;
}

export interface Checkout extends Documents {
  /** Edges of ours whose kind, or whose other name, peers don't follow. */
  readonly special: ReadonlySet<string>;
  /** Packages of ours, with and without versions, that are needed in development, or are optional, whatever else needs them. */
  readonly spare: ReadonlySet<string>;
  /** Text of a file, by its path relative to the checkout; empty where there is none. */
  text(path: string): string;
}

/** The names after the type: `@vue/compat`. */
export function bareName(name: string): string {
  const rest = name.slice(name.indexOf("/") + 1);
  return name.startsWith("other/") ? rest.slice(rest.indexOf("/") + 1) : rest;
}

/** An id without the version. */
export function nameOf(id: string): string {
  const at = id.lastIndexOf("@");
  return at > 0 ? id.slice(0, at) : id;
}

export function lastPart(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1);
}

/** For an expression, with either spelling of Python's dashes. */
export function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll("-", "[-_.]");
}

export function hasName({ packages }: Difference["other"], name: string): boolean {
  return [...packages.values()].some((each) => each.name === name);
}

/** An archive or library, or what a peer found in one. */
export function isBinary(place: string): boolean {
  return /\.(?:jar|war|whl|egg|dll|exe|so|nupkg|gem)(?:\/|$)/i.test(place);
}

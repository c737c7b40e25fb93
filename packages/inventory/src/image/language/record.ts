import { UsageError } from "@assay/core";
import type { Component, Skipped } from "../../graph.ts";
import { firstPartyPurl } from "../../origin.ts";
import { folderOf } from "../../paths.ts";
import { ifNamed } from "../purl.ts";
import type { ImageComponent, ImageEvidence, ImageFact, ImageFile, ImagePlace } from "../reader.ts";

/** What a record says of one package. */
export type RecordedPackage = {
  readonly [K in keyof Omit<Component, "name" | "ecosystem">]?: Component[K] | undefined;
} & {
  readonly name: string;
  readonly ecosystem: string;
  /** Unique in its file; name and version where it is not given. */
  readonly key?: string;
};

export type FactPlace = Pick<ImageFact<unknown>, "path" | "layer" | "since">;

const MAX_NAME = 512;

export function componentOf(
  fact: FactPlace,
  { key, ...said }: RecordedPackage,
  evidence: ImageEvidence = "installed",
  properties: readonly (readonly [string, string])[] = [],
): ImageComponent {
  const { version = "" } = said;
  const defaults = { kind: "library", firstParty: false, scope: "runtime" } as const;
  // What is `undefined` is left out.
  const stated = Object.fromEntries(
    Object.entries(said).filter(([, value]) => value !== undefined),
  );
  return {
    component: {
      ...defaults,
      artifacts: [],
      aliases: [],
      flags: [],
      ...(stated as Pick<Component, "name" | "ecosystem">),
      id: `${fact.path}#${key ?? `${said.name}@${version}`}`,
      location: { path: fact.path },
    },
    places: [placeOf(fact, evidence)],
    ...(properties.length === 0 ? {} : { properties }),
  };
}

export function placeOf(
  { path, layer, since }: FactPlace,
  evidence: ImageEvidence = "installed",
): ImagePlace {
  return { path, layer, since, evidence };
}

/** Of what the image's makers wrote themselves: it is in no registry. */
export function ownPackage(name: string, version: string | undefined, folder: string) {
  return {
    firstParty: true,
    kind: "application",
    purl: ifNamed(() => firstPartyPurl(undefined, name, version, folder)),
  } as const;
}

/** Texts that can be a name and a version: a record of anything else is broken. */
export function isNamed(name: unknown, version: unknown): boolean {
  const isText = (text: unknown) =>
    typeof text === "string" && text.length <= MAX_NAME && /^[^\s\p{Cc}]+$/u.test(text);
  return isText(name) && (version === undefined || isText(version));
}

const texts = new TextDecoder();

/** @throws UsageError over `maxBytes` */
export async function textOfFile({ content }: ImageFile, maxBytes: number): Promise<string> {
  return texts.decode(await content.bytes(maxBytes));
}

/** @throws UsageError when it is no JSON */
export function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A text that is nested without an end is none either.
    throw new UsageError(`${path} is no JSON`);
  }
}

/**
 * A copy that keeps nothing else alive: a part of a text holds the whole text, and of thousands of records only a few words are kept.
 */
export function detached<T>(said: T): T {
  return JSON.parse(JSON.stringify(said)) as T;
}

/** What entries of a record were not understood: each is a package that is not known. */
export function oddEntries(
  path: string,
  ecosystem: string,
  entries: readonly string[],
): readonly Skipped[] {
  return entries.map((entry) => ({
    kind: "unreadable",
    item: path,
    reason: `its entry ${JSON.stringify(entry.slice(0, 200))} names no package and version`,
    ecosystem,
  }));
}

/** The path of a file that a record names relative to a folder; `undefined` where it leads out of the image. */
export function joinPath(folder: string, path: string): string | undefined {
  const parts = path.startsWith("/") || folder === "" ? [] : folder.split("/");
  for (const part of path.split("/")) {
    if (part === "..") {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== "" && part !== ".") parts.push(part);
  }
  return parts.join("/");
}

/** The last part of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** A folder and those above it, the nearest first, down to the root `""`. */
export function* foldersFrom(folder: string): Generator<string> {
  for (let at = folder; at !== ""; at = folderOf(at)) yield at;
  yield "";
}

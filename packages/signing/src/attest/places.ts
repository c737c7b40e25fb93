import { posix } from "node:path";
import { UsageError } from "@assay/core";
import type { Subject } from "./statement.ts";

export interface PlaceOptions {
  /** The one file that takes every bundle. */
  readonly bundle: string | undefined;
  readonly outputDirectory: string | undefined;
}

/**
 * Where the bundle of each statement belongs: `<file>.<kind>.sigstore.json` beside the one file that it is about, else
 * `<kind>.sigstore.json` in the folder that holds them all; several that share a place stand in a `.jsonl`, a line each.
 *
 * @throws UsageError where the place that was given can't hold them.
 */
export function placesOf(
  statements: readonly (readonly Subject[])[],
  kind: string,
  { bundle, outputDirectory }: PlaceOptions,
): readonly string[] {
  if (bundle !== undefined) {
    if (statements.length > 1 && !bundle.endsWith(".jsonl")) {
      throw new UsageError(`${statements.length} attestations do not fit into ${bundle}`, {
        hint: "Give `bundle` a name that ends in `.jsonl`, which holds one a line, or leave it out.",
      });
    }
    return statements.map(() => bundle);
  }
  const single = statements.every(({ length }) => length === 1);
  if (!single) {
    const name = `${kind}.sigstore.${statements.length > 1 ? "jsonl" : "json"}`;
    const folder = outputDirectory ?? commonFolder(statements.flat());
    return statements.map(() => posix.join(folder, name));
  }
  const places = statements.map(([subject]) => {
    const path = `${subject?.name ?? ""}.${kind}.sigstore.json`;
    return outputDirectory === undefined ? path : posix.join(outputDirectory, posix.basename(path));
  });
  const twice = places.find((place, at) => places.indexOf(place) !== at);
  if (twice === undefined) return places;
  throw new UsageError(`Two files have their bundle at ${twice}`, {
    hint: "Leave `output-directory` out, or attest files of one name in runs of their own.",
  });
}

function commonFolder(subjects: readonly Subject[]): string {
  let common: readonly string[] | undefined;
  for (const { name } of subjects) {
    const parts = name.split("/").slice(0, -1);
    const before: readonly string[] = common ?? parts;
    const end = before.findIndex((part, at) => part !== parts[at]);
    common = end === -1 ? before : before.slice(0, end);
  }
  return common?.join("/") || ".";
}

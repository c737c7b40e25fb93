import { resolve } from "node:path";
import { type CheckContext, comesFromOutside, isInside } from "@assay/core";
import type { VerifyRunOptions } from "./options.ts";

/**
 * What to report when the change under check comes from outside and what decides over trust lies in its own tree: whoever
 * wrote the change may have exchanged both the files and what they are verified against.
 *
 * @returns The inputs that lie there, as they are written; none on other events.
 */
export function trustFromOutside(
  { event, root }: Pick<CheckContext, "event" | "root">,
  { key, trustedRoot }: Pick<VerifyRunOptions, "key" | "trustedRoot">,
): readonly string[] {
  if (!comesFromOutside(event)) return [];
  const isPath = (value: string) => !value.includes("-----BEGIN ") && !value.includes("://");
  return [
    ...(trustedRoot === undefined ? [] : [["trusted-root", trustedRoot] as const]),
    ...(key === undefined || !isPath(key) ? [] : [["key", key] as const]),
  ]
    .filter(([, path]) => isInside(root, resolve(root, path)))
    .map(([input]) => input);
}

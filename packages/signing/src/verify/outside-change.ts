import { resolve } from "node:path";
import { type CheckContext, isInside } from "@assay/core";
import type { VerifyRunOptions } from "./options.ts";

/**
 * What to tell when the change under check comes from a fork and what decides over trust lies in its own tree: whoever
 * wrote the change may have exchanged both the files and what they are verified against.
 *
 * @returns The inputs that lie there, as they are written; none on other events.
 */
export function trustFromOutside(
  { event, root }: Pick<CheckContext, "event" | "root">,
  { key, trustedRoot }: Pick<VerifyRunOptions, "key" | "trustedRoot">,
): readonly string[] {
  if (event === null || !event.name.startsWith("pull_request")) return [];
  const change = event.payload["pull_request"];
  const base = repositoryOf(change, "base");
  // A deleted fork has no repository any more.
  if (base === undefined || repositoryOf(change, "head") === base) return [];
  const isPath = (value: string) => !value.includes("-----BEGIN ") && !value.includes("://");
  return [
    ...(trustedRoot === undefined ? [] : [["trusted-root", trustedRoot] as const]),
    ...(key === undefined || !isPath(key) ? [] : [["key", key] as const]),
  ]
    .filter(([, path]) => isInside(root, resolve(root, path)))
    .map(([input]) => input);
}

function repositoryOf(change: unknown, side: string): unknown {
  return member(member(member(change, side), "repo"), "full_name");
}

function member(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

import type { CheckContext } from "@assay/core";
import { someFilesAt, streamNetDiff } from "@assay/git";
import { type Base, baseOf } from "@assay/inventory";
import type { Sources } from "../sources.ts";

/** What a change touches. */
export interface Change {
  readonly base: Base;
  /** Lines from 1, both ends included. */
  touchesLines(path: string, first: number, last: number): boolean;
  touchesFile(path: string): boolean;
}

/** The change against its base, by added lines; a clause where there is no base. */
export async function changeOf(
  context: CheckContext,
  named: string | undefined,
): Promise<Change | string> {
  const base = await baseOf(context, named);
  if (typeof base === "string") return base;
  const { repository, commit } = base;
  const lines = new Map<string, [first: number, last: number][]>();
  for await (const { files } of streamNetDiff(repository, commit, "HEAD")) {
    for (const { path, hunks } of files) {
      const known = lines.get(path) ?? [];
      for (const { startLine, addedText } of hunks) {
        const count = addedText.split("\n").length - (addedText.endsWith("\n") ? 1 : 0);
        known.push([startLine, startLine + count - 1]);
      }
      lines.set(path, known);
    }
  }
  return {
    base,
    touchesFile: (path) => lines.has(path),
    touchesLines: (path, first, last) =>
      (lines.get(path) ?? []).some(([from, to]) => first <= to && from <= last),
  };
}

/**
 * The change with what is not committed yet: on a laptop, a file that differs from `HEAD` counts as touched from its first to its
 * last line.
 */
export async function withUncommitted(
  change: Change,
  { event }: Pick<CheckContext, "event">,
  sources: Sources,
  paths: readonly string[],
): Promise<Change> {
  if (event !== null) return change;
  const committed = await someFilesAt(change.base.repository, "HEAD", paths, 64 * 1024 * 1024);
  const differs = new Set<string>();
  for (const path of paths) {
    const at = committed.get(path);
    const before = at === undefined ? undefined : new TextDecoder().decode(at);
    if (before?.replaceAll("\r", "") !== (await sources.text(path))?.replaceAll("\r", ""))
      differs.add(path);
  }
  return {
    base: change.base,
    touchesFile: (path) => differs.has(path) || change.touchesFile(path),
    touchesLines: (path, first, last) =>
      differs.has(path) || change.touchesLines(path, first, last),
  };
}

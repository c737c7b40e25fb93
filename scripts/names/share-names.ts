import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type BuiltFile, readBuilt } from "./links.ts";

const FIRST = "etnriaoscludfpmhgvybxSCwTEDOkAjMNPFILRzBVHUWGKqJYXZQ_$";
const FURTHER = `${FIRST}0123456789`;
const RESERVED = new Set("as do if in is of for get let new set try var NaN".split(" "));

/**
 * Gives what several files name one short name in all of them, and what a file has for itself another. An import is then the name
 * alone, and the same call is the same text everywhere: both make the download smaller. The names inside of functions are short
 * already, and none is one of the top level, which the minifier left as they were.
 */
export function shareNames(outputFolder: string): void {
  const read = (folder: string) =>
    readdirSync(join(outputFolder, folder))
      .filter((name) => name.endsWith(".js"))
      .sort()
      .map((name) => {
        const path = join(outputFolder, folder, name);
        return [path, readBuilt(name, readFileSync(path, "utf8"))] as const;
      });
  const entries = read("");
  const shared = read("shared");
  const files = [...entries, ...shared].map(([, file]) => file);
  const opened = new Set(files.flatMap((file) => file.opened));
  const ids = idsOf(shared.map(([, file]) => file));
  const outer = (key: string) =>
    opened.has(key.replace(/#.*/, ""))
      ? key.replace(/^.*#/, "")
      : (ids.get(key) ?? key.replace(/^.*#/, ""));
  for (const [path, file] of entries)
    writeFileSync(
      path,
      renamed(file, outer, (name) => name),
    );
  for (const [path, file] of shared) {
    const own = ownNames(file, ids);
    writeFileSync(
      path,
      renamed(file, outer, (name) => own.get(name) ?? name),
    );
  }
}

/** A short name for everything that a file shares, the most used ones first. */
function idsOf(files: readonly BuiltFile[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  const taken = new Set<string>();
  for (const { uses, topLevel } of files) {
    for (const key of topLevel.values())
      if (key !== undefined) counts.set(key, counts.get(key) ?? 0);
    for (const { name } of uses) {
      const key = topLevel.get(name);
      if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
      if (!topLevel.has(name)) taken.add(name);
    }
  }
  const names = freeNames(taken);
  return new Map(mostFirst(counts).map((key) => [key, names()]));
}

function ownNames(
  { uses, topLevel }: BuiltFile,
  ids: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const [name, key] of topLevel) if (key === undefined) counts.set(name, 0);
  const taken = new Set<string>(ids.values());
  for (const { name } of uses) {
    const count = counts.get(name);
    if (count !== undefined) counts.set(name, count + 1);
    else if (!topLevel.has(name)) taken.add(name);
  }
  const names = freeNames(taken);
  const own = new Map<string, string>();
  for (const [name, key] of topLevel) if (key !== undefined) own.set(name, ids.get(key) ?? name);
  for (const name of mostFirst(counts)) own.set(name, names());
  return own;
}

/** By count; those of one count by name, so that every build gives the same. */
function mostFirst(counts: ReadonlyMap<string, number>): readonly string[] {
  return [...counts]
    .sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1))
    .map(([name]) => name);
}

/** Gives names that are not taken, the shortest first. */
function freeNames(taken: ReadonlySet<string>): () => string {
  let next = 0;
  return () => {
    for (;;) {
      let rest = next++;
      let name = FIRST[rest % FIRST.length] ?? "";
      for (
        rest = Math.floor(rest / FIRST.length);
        rest > 0;
        rest = Math.floor(rest / FURTHER.length)
      )
        name += FURTHER[--rest % FURTHER.length];
      if (!taken.has(name) && !RESERVED.has(name)) return name;
    }
  };
}

function renamed(
  { text, uses, topLevel, links }: BuiltFile,
  outer: (key: string) => string,
  inner: (name: string) => string,
): string {
  const edits = [
    ...uses
      .filter(({ name }) => topLevel.has(name))
      .map(({ name, start, end, isShorthand }) => ({
        start,
        end,
        to: isShorthand && inner(name) !== name ? `${name}:${inner(name)}` : inner(name),
      })),
    ...links.map(({ start, end, key, local, isImport }) => {
      const pair = [outer(key), local === undefined ? outer(key) : inner(local)];
      const [from, to] = isImport ? pair : pair.reverse();
      return { start, end, to: from === to ? String(from) : `${from} as ${to}` };
    }),
  ].sort((a, b) => a.start - b.start);
  const parts: string[] = [];
  let last = 0;
  for (const { start, end, to } of edits) {
    parts.push(text.slice(last, start), to);
    last = end;
  }
  return parts.join("") + text.slice(last);
}

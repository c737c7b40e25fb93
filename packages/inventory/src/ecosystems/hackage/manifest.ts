import { folderOf, isBelow } from "../../paths.ts";
import type { ReaderInput } from "../ecosystem.ts";

/** Every manifest below a lockfile: what is in it is for all of them. */
export function manifestsBelow({ path, paths }: Pick<ReaderInput, "path" | "paths">) {
  const folder = folderOf(path);
  return paths.filter(
    (each) => isBelow(each, folder) && /(?:\.cabal|\/package\.yaml|^package\.yaml)$/.test(each),
  );
}

/** Whether hpack made a `.cabal` file of a `package.yaml`, which is looked at itself. */
export function isMadeInto({ path, paths }: Pick<ReaderInput, "path" | "paths">): boolean {
  const folder = folderOf(path);
  return (
    path.endsWith("package.yaml") &&
    paths.some((each) => each.endsWith(".cabal") && folderOf(each) === folder)
  );
}

/** Whether a `.cabal` file, or a `package.yaml` of hpack's, asks for more than what comes with the compiler as `base`. */
export function haskellAsks(text: string): boolean {
  if (/^(?:library|executables?|tests|ghc-options)\s*:/m.test(text))
    return (
      /^[ \t]*-[ \t]+(?!base\b)[A-Za-z]/m.test(text) && /^[ \t]*dependencies[ \t]*:/m.test(text)
    );
  const own = /^name\s*:\s*(\S+)/im.exec(text)?.[1];
  let indent: number | undefined;
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === "" || line.trim().startsWith("--")) continue;
    const depth = line.length - line.trimStart().length;
    if (indent !== undefined && depth <= indent) indent = undefined;
    const field = /^\s*build-depends\s*:(.*)$/i.exec(line);
    if (field !== null) indent = depth;
    if (indent === undefined) continue;
    for (const part of (field?.[1] ?? line).split(",")) {
      const name = /^\s*([A-Za-z0-9]+(?:-[A-Za-z0-9]+)*)/.exec(part)?.[1];
      if (name !== undefined && name !== "base" && name !== own) return true;
    }
  }
  return false;
}

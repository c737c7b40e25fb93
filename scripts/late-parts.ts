import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Parts that an action fetches when it needs them, by the name of the file that it loads (`packages/core/src/platform/late-files.ts`). */
const LATE: readonly string[] = ["image"];

const MARK = /(["'`])\{"@late":""\}\1/;
const LINKED = /(["'`])(?:\.\/(?:shared\/)?)(cli-[\w.-]+\.js)\1/g;

/**
 * Lists the files of each late part, all that it links to and the archive of an action does not hold, with their SHA-256 in
 * `cli-<part>.json`; the SHA-256 of that list goes into the code that fetches them.
 */
export function lateParts(outputFolder: string): void {
  const shared = join(outputFolder, "shared");
  const lists: Record<string, string> = {};
  for (const part of LATE) {
    const files = linkedFrom(shared, `cli-${part}.js`);
    const hashes = files.map((name) => [name, sha256(readFileSync(join(shared, name)))] as const);
    const text = `${JSON.stringify(Object.fromEntries(hashes), null, 1)}\n`;
    writeFileSync(join(shared, `cli-${part}.json`), text);
    lists[part] = sha256(text);
  }
  const marked = readdirSync(shared)
    .map((name) => join(shared, name))
    .filter((path) => path.endsWith(".js") && MARK.test(readFileSync(path, "utf8")));
  const [path] = marked;
  if (path === undefined || marked.length > 1)
    throw new Error("no one file has the mark for the lists of late parts");
  const text = readFileSync(path, "utf8");
  writeFileSync(path, text.replace(MARK, `'${JSON.stringify(lists)}'`));
}

function linkedFrom(folder: string, first: string): readonly string[] {
  const found = new Set([first]);
  for (const name of found) {
    const text = readFileSync(join(folder, name), "utf8");
    for (const [, , linked = ""] of text.matchAll(LINKED)) found.add(linked);
  }
  return [...found].sort();
}

function sha256(bytes: string | Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

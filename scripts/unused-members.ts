import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync, Visitor } from "rolldown/utils";

const NAME = /[A-Za-z_$][\w$]*/g;

/**
 * Leaves out methods and getters of libraries' classes whose names stand nowhere else in all of `dist/`: nobody can call them. A
 * bundler keeps every member of a class that it keeps.
 */
export function withoutUnusedMembers(outputFolder: string): void {
  const shared = join(outputFolder, "shared");
  const files = readdirSync(shared).filter((name) => name.endsWith(".js"));
  const texts = new Map(files.map((name) => [name, readFileSync(join(shared, name), "utf8")]));
  const uses = new Map<string, number>();
  for (const text of texts.values())
    for (const [name] of text.matchAll(NAME)) uses.set(name, (uses.get(name) ?? 0) + 1);
  for (const [file, text] of texts) {
    if (!file.startsWith("vendor-")) continue;
    const unused: { readonly start: number; readonly end: number }[] = [];
    new Visitor({
      MethodDefinition({ key, kind, computed, start, end }) {
        if (computed || kind === "constructor" || key.type !== "Identifier") return;
        if (uses.get(key.name) === 1) unused.push({ start, end });
      },
    }).visit(parseSync(file, text).program);
    if (unused.length === 0) continue;
    const kept = unused
      .toReversed()
      .reduce((left, { start, end }) => left.slice(0, start) + left.slice(end), text);
    writeFileSync(join(shared, file), kept);
  }
}

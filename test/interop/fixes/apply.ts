import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { FixSuggestion } from "../../../packages/dependencies/src/fix/suggestion.ts";
import { pasteOf } from "../../../packages/dependencies/src/fix/text.ts";

/** Writes what is printed to the files that are named: a line in its place, everything else as a person would paste it. @returns the commands. */
export function apply(folder: string, suggestions: readonly FixSuggestion[]): readonly string[] {
  for (const { label = "", value } of pasteOf(suggestions)) {
    const [, line, number] = /^(.+), line (\d+)$/.exec(label) ?? [];
    const [, file] = /^(?:Merge into|Add to) (.+)$/.exec(label) ?? [];
    if (line !== undefined) setLine(join(folder, line), Number(number), value);
    else if (file !== undefined) paste(join(folder, file), value);
    else throw new Error(`nobody knows where this goes: ${label}`);
  }
  return suggestions.flatMap(({ commands }) => commands);
}

function setLine(path: string, number: number, text: string): void {
  const lines = readFileSync(path, "utf8").split("\n");
  const old = lines[number - 1] ?? "";
  lines[number - 1] = `${/^\s*/.exec(old)?.[0]}${text}`;
  writeFileSync(path, lines.join("\n"));
}

/** Into an object of JSON, before what closes a POM, else below everything. */
function paste(path: string, value: string): void {
  const text = existsSync(path) ? readFileSync(path, "utf8") : "";
  if (path.endsWith(".json")) {
    const merged = merge(JSON.parse(text), JSON.parse(`{${value}}`));
    writeFileSync(path, `${JSON.stringify(merged, null, 2)}\n`);
  } else if (path.endsWith(".xml"))
    writeFileSync(path, text.replace("</project>", `${value}\n</project>`));
  else writeFileSync(path, `${text}${value}\n`);
}

type Json = Readonly<Record<string, unknown>>;

function merge(one: Json, other: Json): Json {
  const isObject = (value: unknown): value is Json =>
    typeof value === "object" && value !== null && !Array.isArray(value);
  const entries = Object.entries(other).map(([key, value]) => {
    const known = one[key];
    return [key, isObject(known) && isObject(value) ? merge(known, value) : value];
  });
  return { ...one, ...Object.fromEntries(entries) };
}

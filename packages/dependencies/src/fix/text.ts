import type { Evidence } from "@assay/core";
import type { FixEntries, FixSuggestion } from "./suggestion.ts";

/** `child 1.0.0 → 1.4.0 (minor) fixes CVE-2026-1`, or why nothing does. */
export function headline({ name, from, to, updateType, fixes, noFix }: FixSuggestion): string {
  return to === undefined
    ? `${name} ${from} has no known fix for ${fixes.join(", ")}: ${noFix}`
    : `${name} ${from} → ${to} (${updateType}) fixes ${fixes.join(", ")}`;
}

/** What to do, with the command to copy; what is to be written is shown beside it (`pasteOf`). */
export function remediationOf(suggestion: FixSuggestion): string {
  const { name, to, needs, heldBy, note, commands, edits, noFix, updateType, path } = suggestion;
  if (to === undefined)
    return `No fixed version of ${name} is known (${noFix}): replace it, or accept the finding for a time.`;
  const why = needs === "override" && heldBy.length > 0 ? `: ${listed(heldBy.slice(0, 3))}` : "";
  const places = edits.map((edit) =>
    edit.kind === "line" ? `${edit.file}:${edit.line}` : edit.file,
  );
  const folder = path.split("/").slice(0, -1).join("/");
  const run = `run \`${commands.join(" && ")}\`${folder === "" ? "" : ` in ${folder}`}`;
  const steps = [
    ...(places.length === 0 ? [] : [`write what is shown to ${listed([...new Set(places)])}`]),
    ...(commands.length === 0 ? [] : [run]),
  ].join(", then ");
  const then = steps === "" ? "" : ` ${steps[0]?.toUpperCase()}${steps.slice(1)}.`;
  return `Upgrade ${name} to ${to} (${updateType})${why}.${then}${note === undefined ? "" : ` ${note}`}`;
}

const listed = (texts: readonly string[]) => texts.join(" and ");

/** What to write, to copy: what goes to one place of one file is one text. */
export function pasteOf(suggestions: readonly FixSuggestion[]): readonly Evidence[] {
  const blocks = new Map<string, string[]>();
  const merged = new Map<string, FixEntries>();
  const put = (label: string, text: string) => {
    const known = blocks.get(label) ?? [];
    if (!known.includes(text)) blocks.set(label, [...known, text]);
  };
  for (const edit of suggestions.flatMap(({ edits }) => edits)) {
    if (edit.kind === "line") put(`${edit.file}, line ${edit.line}`, edit.after);
    else if (edit.kind === "text") put(`Add to ${edit.file}`, edit.text);
    else {
      const key = `${edit.file}\0${edit.at}`;
      merged.set(key, merge(merged.get(key) ?? {}, edit.entries));
    }
  }
  for (const [key, entries] of merged) {
    const [file = "", at = ""] = key.split("\0");
    put(`Merge into ${file}`, entriesText(file, at, entries));
  }
  return [...blocks].map(([label, texts]) => ({ label, value: texts.join("\n"), verbatim: true }));
}

function merge(one: FixEntries, other: FixEntries): FixEntries {
  const all = new Map(Object.entries(one));
  for (const [key, value] of Object.entries(other)) {
    const known = all.get(key);
    all.set(
      key,
      isList(known) && isList(value)
        ? [...new Set([...known, ...value])]
        : isEntries(known) && isEntries(value)
          ? merge(known, value)
          : value,
    );
  }
  return Object.fromEntries(all);
}

function isList(value: unknown): value is readonly string[] {
  return Array.isArray(value);
}

function isEntries(value: unknown): value is FixEntries {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** As the file writes them: by its extension. Keys and values are quoted wherever they come from a lockfile. */
function entriesText(file: string, at: string, entries: FixEntries): string {
  if (file.endsWith(".json")) {
    const whole = at.split(".").reduceRight<unknown>((value, key) => ({ [key]: value }), entries);
    return JSON.stringify(whole, null, 2)
      .split("\n")
      .slice(1, -1)
      .map((line) => line.slice(2))
      .join("\n");
  }
  const lines = Object.entries(entries);
  if (file.endsWith(".toml"))
    return [
      at,
      ...lines.map(([key, value]) =>
        isList(value)
          ? `${key} = ${JSON.stringify(value)}`
          : `${JSON.stringify(key)} = ${JSON.stringify(value)}`,
      ),
    ].join("\n");
  return [
    `${at}:`,
    ...lines.map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`),
  ].join("\n");
}

import type { OsDatabase, OsPackage, Requirement } from "../package.ts";
import { paragraphs } from "../paragraphs.ts";

const FIELDS = new Set([
  ..."package status version architecture source depends pre-depends provides maintainer".split(
    " ",
  ),
  "installed-size",
]);

/** All of its files are there: https://man7.org/linux/man-pages/man1/dpkg.1.html (package states). */
const INSTALLED = new Set(["installed", "triggers-pending", "triggers-awaited"]);
/** Some may be there: it is named, with its state. */
const PARTLY = new Set(["unpacked", "half-configured", "half-installed"]);
const ABSENT = new Set(["config-files", "not-installed"]);

/**
 * dpkg's database of what is installed, `/var/lib/dpkg/status`, or one entry of `status.d`, which has no `Status`.
 *
 * @throws UsageError for a line of more than 1 MiB
 */
export function readStatus(text: string): OsDatabase {
  const packages: OsPackage[] = [];
  const problems: string[] = [];
  for (const { line, fields } of paragraphs(text, FIELDS)) {
    const state = (fields.get("status") ?? "install ok installed").split(/\s+/).at(-1) ?? "";
    if (ABSENT.has(state)) continue;
    const name = fields.get("package");
    const version = fields.get("version") || undefined;
    if (!name || (version === undefined && state !== "half-installed")) {
      problems.push(`line ${line}: the entry has no ${name ? `version: ${name}` : "name"}`);
      if (!name) continue;
    }
    if (!INSTALLED.has(state) && !PARTLY.has(state))
      problems.push(`line ${line}: ${name} has the state ${state}, which dpkg does not know`);
    packages.push({
      name,
      version,
      arch: fields.get("architecture") || undefined,
      source: sourceOf(fields.get("source"), name),
      vendor: fields.get("maintainer"),
      requires: [
        ...requirements(fields.get("pre-depends") ?? ""),
        ...requirements(fields.get("depends") ?? ""),
      ],
      provides: requirements(fields.get("provides") ?? "").flatMap(({ anyOf }) => anyOf),
      line,
      ...(INSTALLED.has(state) ? {} : { properties: [["assay:image:state", state]] }),
    });
  }
  if (text !== "" && !text.endsWith("\n")) problems.push("it ends in the middle of a line");
  return { packages, problems };
}

/** `Source: name (version)`; without it the package is its own source. A rebuild (`+b1`) has another version than its source. */
function sourceOf(text: string | undefined, name: string): OsPackage["source"] {
  const [, source = name, version] = /^(\S+)(?:\s*\((.*)\))?/.exec(text ?? "") ?? [];
  return { name: source, ...(version === undefined ? {} : { version }) };
}

/**
 * `a (>= 1) | b, c:any [amd64]`: https://www.debian.org/doc/debian-policy/ch-relationships.html. Also opkg's, which has the same syntax.
 */
export function requirements(text: string): readonly Requirement[] {
  return text.split(",").flatMap((part) => {
    const clean = part.trim().replaceAll(/\s+/g, " ");
    const anyOf = clean.split("|").flatMap((each) => /^\s*([^\s(:[]+)/.exec(each)?.[1] ?? []);
    return anyOf.length === 0 ? [] : [{ anyOf, text: clean }];
  });
}

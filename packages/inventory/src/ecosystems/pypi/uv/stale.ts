import { isRecord } from "@assay/core";
import { textOf, textsOf } from "../../../fields.ts";
import { folderOf, fromLockfileFolder } from "../../../paths.ts";
import { type Table, tableOf } from "../../../toml.ts";
import type { ReaderInput } from "../../ecosystem.ts";
import type { Problem } from "../entry.ts";
import { normalizeName } from "../names.ts";
import { type Declared, readDeclarations } from "../pyproject.ts";
import { parseRequirement } from "../requirement.ts";
import { isSameSpecifier, readPyproject, staleProblem } from "../stale.ts";
import type { UvEntry } from "./entries.ts";

const NEEDS = ["dependencies", "optional-dependencies", "dev-dependencies"];
const LEGACY = ["setup.py", "setup.cfg"];

/** What the manifests of first-party packages ask for and the lockfile was not made for: a problem for each manifest. */
export async function staleProblems(
  own: readonly UvEntry[],
  input: ReaderInput,
): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const { key, line, name, table, source } of own) {
    const path = fromLockfileFolder(input.path, `${source.path ?? "."}/pyproject.toml`);
    const reason = await whyNotOwn(name, path, input);
    if (reason !== undefined) problems.push({ key, line, reason });
    // Older versions of uv don't repeat what the manifest says: with needs alone nothing can be compared.
    const metadata = table["metadata"] ?? (NEEDS.some((key) => key in table) ? undefined : {});
    if (path === undefined || !isRecord(metadata)) continue;
    const { table: pyproject, problems: unread } = await readPyproject(path, input);
    problems.push(...unread.map((each) => ({ ...each, key, line })));
    const found =
      pyproject === undefined ? undefined : staleProblem(path, differences(pyproject, metadata));
    if (found !== undefined) problems.push({ ...found, key, line });
  }
  return problems;
}

/** A lockfile that calls somebody's package the project's own would hide it. */
async function whyNotOwn(
  name: string,
  path: string | undefined,
  input: ReaderInput,
): Promise<string | undefined> {
  if (path === undefined) return "it is a folder outside the repository";
  const { table, problems } = await readPyproject(path, input);
  if (problems.length > 0) return undefined;
  const stated = textOf(tableOf(table?.["project"])["name"]);
  if (stated !== undefined && normalizeName(stated) !== name)
    return `${path} is that of another package`;
  const folder = path.slice(0, -"pyproject.toml".length);
  // The project beside the lockfile is the project's own, whatever else is here.
  const isThere =
    folderOf(path) === folderOf(input.path) ||
    table !== undefined ||
    LEGACY.some((each) => input.everyPath.includes(folder + each));
  return isThere ? undefined : "no manifest that is here is its own";
}

/** One requirement as both sides have it: who asks for which package with which extras, and for which versions. */
interface Asked {
  readonly specifier: string;
  /** Its source is not an index, so its versions are not compared. */
  readonly isElsewhere: boolean;
}
type AskedByKey = Map<string, Asked[]>;

function differences(pyproject: Table, metadata: Table): readonly string[] {
  const { declared, dynamic } = readDeclarations(pyproject);
  const tool = tableOf(tableOf(pyproject["tool"])["uv"]);
  const legacy = textsOf(tool["dev-dependencies"]).flatMap((text): readonly Declared[] => {
    const requirement = parseRequirement(text);
    return requirement === undefined ? [] : [{ requirement, group: "dev" }];
  });
  const isDynamic = (key: string) =>
    (dynamic.has("dependencies") && !key.includes(" in ")) ||
    (dynamic.has("optional-dependencies") && key.includes(" in extra "));
  const asked = byKey([...declared, ...legacy].map(fromManifest));
  const locked = byKey(fromLock(metadata));
  const found: string[] = [];
  for (const [key, wanted] of asked) {
    const before = locked.get(key);
    if (isDynamic(key)) continue;
    if (before === undefined) found.push(`${key} is not locked`);
    else if (!isSame(wanted, before))
      found.push(`${key} is locked for ${before[0]?.specifier || "any version"}`);
  }
  for (const key of locked.keys())
    if (!asked.has(key) && !isDynamic(key)) found.push(`${key} is no longer asked for`);
  return found;
}

function isSame(wanted: readonly Asked[], locked: readonly Asked[]): boolean {
  if ([...wanted, ...locked].some(({ isElsewhere }) => isElsewhere)) return true;
  return (
    wanted.length === locked.length &&
    wanted.every(({ specifier }) =>
      locked.some((each) => isSameSpecifier(specifier, each.specifier)),
    )
  );
}

function fromManifest({ requirement, extra, group }: Declared): readonly [string, Asked] {
  const { name, extras, specifier, url } = requirement;
  return [keyOf(name, extras, extra, group), { specifier, isElsewhere: url !== undefined }];
}

function fromLock(metadata: Table): readonly (readonly [string, Asked])[] {
  const all: (readonly [string, Asked])[] = [];
  const read = (list: unknown, group?: string) => {
    for (const each of Array.isArray(list) ? list : []) {
      if (!isRecord(each)) continue;
      const [, extra] = /\bextra == '([^']+)'/.exec(textOf(each["marker"]) ?? "") ?? [];
      const extras = textsOf(each["extras"]).map(normalizeName).sort();
      const key = keyOf(normalizeName(textOf(each["name"]) ?? ""), extras, extra, group);
      const isElsewhere = ["git", "url", "path", "directory", "editable", "virtual"].some(
        (source) => each[source] !== undefined,
      );
      all.push([key, { specifier: textOf(each["specifier"]) ?? "", isElsewhere }]);
    }
  };
  read(metadata["requires-dist"]);
  for (const [group, list] of Object.entries(tableOf(metadata["requires-dev"])))
    read(list, normalizeName(group));
  return all;
}

function keyOf(name: string, extras: readonly string[], extra?: string, group?: string): string {
  const shown = extras.length === 0 ? name : `${name}[${extras.join(",")}]`;
  if (group !== undefined) return `${shown} in group ${group}`;
  return extra === undefined ? shown : `${shown} in extra ${normalizeName(extra)}`;
}

function byKey(all: readonly (readonly [string, Asked])[]): AskedByKey {
  const found: AskedByKey = new Map();
  for (const [key, asked] of all) {
    const known = found.get(key);
    if (known === undefined) found.set(key, [asked]);
    else known.push(asked);
  }
  return found;
}

import { UsageError } from "@assay/core";
import { fromLockfileFolder } from "../../paths.ts";
import { readXml, type XmlElement } from "../../xml/read.ts";
import type { ManifestFile } from "../ecosystem.ts";

/** A package that a project file names. */
export interface PackageReference {
  readonly id: string;
  /** As it is written; absent where it stands elsewhere, or is no plain text. */
  readonly version: string | undefined;
  /** It stands under no condition that only MSBuild can judge. */
  readonly isSure: boolean;
}

/** What a project file or a file of shared properties says without being evaluated. */
export interface NuGetProject {
  readonly packages: readonly PackageReference[];
  /** References of every project that uses the file: tools, that nobody who uses these projects gets. */
  readonly globals: readonly PackageReference[];
  /** Versions of central management. */
  readonly versions: readonly PackageReference[];
  /** Ids whose references are changed or taken out again, in lower case. */
  readonly changed: ReadonlySet<string>;
  /** Files of other projects, as they are written with slashes. */
  readonly projects: readonly string[];
  /** What it imports, as it is written: mostly expressions. */
  readonly imports: readonly string[];
  /** Where its lockfile lies, as it is written, if not at its usual place. */
  readonly lockfile: string | undefined;
}

/** Reads an MSBuild file. @throws UsageError when it is no XML */
export function readNuGetProject(path: string, text: string): NuGetProject {
  const root = readXml(path, text);
  if (localName(root) !== "Project") throw new UsageError(`${path} is no project of MSBuild`);
  const packages: PackageReference[] = [];
  const globals: PackageReference[] = [];
  const versions: PackageReference[] = [];
  const projects: string[] = [];
  const imports: string[] = [];
  const changed = new Set<string>();
  let lockfile: string | undefined;
  const lists: ReadonlyMap<string, PackageReference[]> = new Map([
    ["PackageReference", packages],
    ["GlobalPackageReference", globals],
    ["PackageVersion", versions],
  ]);
  const pending: { element: XmlElement; isSure: boolean }[] = [{ element: root, isSure: true }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { element } = next;
    const name = localName(element);
    const isSure = next.isSure && !element.attributes.has("Condition") && !CONDITIONAL.has(name);
    const list = lists.get(name);
    if (list !== undefined) {
      const version = versionOf(element);
      for (const id of items(element, "Include")) list.push({ id, version, isSure });
      for (const key of ["Update", "Remove"])
        for (const id of items(element, key)) changed.add(id.toLowerCase());
    } else if (name === "ProjectReference")
      projects.push(...items(element, "Include").map((each) => each.replaceAll("\\", "/")));
    else if (name === "NuGetLockFilePath") lockfile = element.text.trim().replaceAll("\\", "/");
    else if (name === "Import") imports.push(element.attributes.get("Project") ?? "");
    else for (const child of element.children) pending.push({ element: child, isSure });
  }
  return { packages, globals, versions, changed, projects, imports, lockfile };
}

/** Elements whose content holds only sometimes. */
const CONDITIONAL = new Set(["When", "Otherwise", "Target"]);

function localName({ name }: XmlElement): string {
  return name.slice(name.indexOf(":") + 1);
}

/** Names separated by semicolons, without those that only MSBuild knows. */
function items({ attributes }: XmlElement, key: string): readonly string[] {
  return (attributes.get(key) ?? "")
    .split(";")
    .map((each) => each.trim())
    .filter((each) => each !== "" && !/[$@%*]/.test(each));
}

function versionOf(element: XmlElement): string | undefined {
  const child = (key: string) =>
    element.children.find((each) => localName(each) === key)?.text.trim();
  const text =
    element.attributes.get("VersionOverride") ??
    child("VersionOverride") ??
    element.attributes.get("Version") ??
    child("Version");
  return text === undefined || text === "" || text.includes("$(") ? undefined : text;
}

/** Whether a file of MSBuild asks for packages, itself or in a file that it imports by its path. */
export async function projectAsks(
  text: string,
  { path, readText }: ManifestFile,
): Promise<boolean> {
  const pending = [{ path, text }];
  const seen = new Set([path]);
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (/<(?:Global)?PackageReference\s[^<>]*\bInclude\s*=/.test(next.text)) return true;
    for (const [, place = ""] of next.text.matchAll(
      /<Import\s[^<>]*?\bProject\s*=\s*["']([^"'<>]*)/g,
    )) {
      const file = place.replaceAll("\\", "/").replace("$(MSBuildThisFileDirectory)", "./");
      const found = file.includes("$(") ? undefined : fromLockfileFolder(next.path, file);
      if (found === undefined || seen.has(found) || seen.size > MAX_IMPORTS) continue;
      seen.add(found);
      const imported = await readText(found);
      if (imported !== undefined) pending.push({ path: found, text: imported });
    }
  }
  return false;
}

const MAX_IMPORTS = 50;

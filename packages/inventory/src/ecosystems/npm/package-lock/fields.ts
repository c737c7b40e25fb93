import { isRecord } from "@assay/core";
import { isPackageName } from "../package-name.ts";
import { NPM_FLAGS, type NpmEntry, type Requirements } from "./entry.ts";

const NONE: Requirements = new Map();
const MAX_TEXT = 16_384;
const MAX_LICENSE_DEPTH = 4;

/** A string that is not empty and not absurdly long. */
export function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" && value.length <= MAX_TEXT ? value : undefined;
}

/** One entry, field by field. Fields of the wrong type are told and left out. */
export function readEntry(
  key: string,
  line: number | undefined,
  json: Record<string, unknown>,
): { readonly entry: NpmEntry; readonly problems: readonly string[] } {
  const problems: string[] = [];
  const text = (field: string): string | undefined => {
    const value = json[field];
    const found = textOf(value);
    if (found === undefined && value !== undefined && value !== "")
      problems.push(`\`${field}\` is no text`);
    return found;
  };
  const requirements = (field: string): Requirements => {
    const value = json[field];
    if (value === undefined) return NONE;
    if (!isRecord(value)) {
      problems.push(`\`${field}\` is no object`);
      return NONE;
    }
    const found = new Map<string, string>();
    for (const [name, range] of Object.entries(value)) {
      if (!isPackageName(name)) problems.push(`\`${field}\` names something that is no package`);
      else found.set(name, typeof range === "string" ? range : "");
    }
    return found;
  };
  if (key === "" && json["link"] === true) problems.push("the project itself can't be a link");
  const license = json["license"] ?? json["licenses"];
  if (!isShallow(license, MAX_LICENSE_DEPTH)) problems.push("`license` is nested too deeply");
  const entry: NpmEntry = {
    key,
    line,
    name: text("name"),
    version: text("version"),
    resolved: json["resolved"] === false ? undefined : text("resolved"),
    integrity: json["integrity"] === false ? undefined : text("integrity"),
    license: isShallow(license, MAX_LICENSE_DEPTH) ? license : undefined,
    flags: new Set(
      NPM_FLAGS.filter(
        // As npm does: "", 0 and null are no flag either.
        (flag) => Boolean(json[flag]) && !(flag === "link" && key === ""),
      ),
    ),
    dependencies: requirements("dependencies"),
    optionalDependencies: requirements("optionalDependencies"),
    peerDependencies: requirements("peerDependencies"),
    devDependencies: requirements("devDependencies"),
    optionalPeers: optionalPeers(json["peerDependenciesMeta"]),
    workspaces: workspacePatterns(json["workspaces"]),
  };
  if (entry.name !== undefined && !isPackageName(entry.name)) {
    problems.push("`name` is no package name");
    return { entry: { ...entry, name: undefined }, problems };
  }
  return { entry, problems };
}

function optionalPeers(value: unknown): ReadonlySet<string> {
  if (!isRecord(value)) return new Set();
  const optional = Object.entries(value).filter(
    ([, meta]) => isRecord(meta) && meta["optional"] === true,
  );
  return new Set(optional.map(([name]) => name));
}

/** `workspaces` is a list of patterns, or an object with such a list in `packages`. */
function workspacePatterns(value: unknown): readonly string[] {
  const list = isRecord(value) ? value["packages"] : value;
  return Array.isArray(list) ? list.filter((each) => typeof each === "string") : [];
}

function isShallow(value: unknown, depth: number): boolean {
  if (typeof value !== "object" || value === null) return true;
  return depth > 0 && Object.values(value).every((inner) => isShallow(inner, depth - 1));
}

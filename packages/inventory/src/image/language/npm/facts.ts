import { isRecord, UsageError } from "@assay/core";
import type { EdgeKind } from "../../../graph.ts";
import type { ImageFile } from "../../reader.ts";
import { isNamed, parseJson, textOfFile } from "../record.ts";
import { manifestKind } from "./place.ts";

const MAX_MANIFEST = 4 * 1024 * 1024;
const MAX_LOCK = 64 * 1024 * 1024;
/** Ranges of one package: no package has a tenth of it. */
const MAX_NEEDS = 5000;
const MAX_LICENSE = 2000;

/** What is kept of one `package.json`. */
export interface NpmPackage {
  readonly kind: "package" | "project";
  readonly name: string;
  readonly version: string | undefined;
  readonly license: unknown;
  readonly needs: readonly NpmNeed[];
  readonly flags: readonly string[];
  /** It brings packages inside its own archive. */
  readonly bundles: boolean;
}

export interface NpmNeed {
  readonly name: string;
  readonly range: string;
  readonly kind: EdgeKind;
}

/** What npm wrote of the tree that it installed, by path relative to the folder above `node_modules`. */
export interface NpmTree {
  readonly kind: "tree";
  readonly entries: ReadonlyMap<string, NpmTreeEntry>;
}

export interface NpmTreeEntry {
  readonly resolved: string | undefined;
  readonly integrity: string | undefined;
  readonly isDev: boolean;
  readonly isOptional: boolean;
  readonly isBundled: boolean;
}

/** https://docs.npmjs.com/cli/configuring-npm/package-json */
export async function readManifest(file: ImageFile): Promise<NpmPackage | undefined> {
  const kind = manifestKind(file.path);
  if (kind === undefined) return undefined;
  const json = parseManifest(file.path, await textOfFile(file, MAX_MANIFEST), kind);
  const { name, version, license, licenses, scripts } = json ?? {};
  if (json === undefined || name === undefined) return undefined;
  if (!isNamed(name, version || undefined)) {
    if (kind === "project") return undefined;
    throw new UsageError(`${file.path} has a name or a version that no package can have`);
  }
  const { deprecated, bundleDependencies, bundledDependencies } = json;
  const hasScript =
    isRecord(scripts) && ["preinstall", "install", "postinstall"].some((each) => scripts[each]);
  return {
    kind,
    name: String(name),
    version: version ? String(version) : undefined,
    license: shortLicense(license ?? licenses),
    needs: needsOf(json, kind),
    flags: [...(deprecated ? ["deprecated"] : []), ...(hasScript ? ["hasInstallScript"] : [])],
    bundles: Boolean(bundleDependencies ?? bundledDependencies),
  };
}

function parseManifest(path: string, text: string, kind: NpmPackage["kind"]) {
  try {
    const json = parseJson(path, text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
    return isRecord(json) ? json : undefined;
  } catch (error) {
    // A template of some program, perhaps.
    if (kind === "project") return undefined;
    throw error;
  }
}

const FIELDS: readonly (readonly [string, EdgeKind])[] = [
  ["devDependencies", "development"],
  ["peerDependencies", "peer"],
  ["dependencies", "runtime"],
  ["optionalDependencies", "optional"],
];

/** Where a name stands in several lists npm takes the later of these. */
function needsOf(
  json: Readonly<Record<string, unknown>>,
  kind: NpmPackage["kind"],
): readonly NpmNeed[] {
  const needs = new Map<string, NpmNeed>();
  const optional = json["peerDependenciesMeta"];
  for (const [field, of] of kind === "project" ? FIELDS : FIELDS.slice(1)) {
    const list = json[field];
    if (!isRecord(list)) continue;
    for (const [name, range] of Object.entries(list)) {
      const meta = of === "peer" && isRecord(optional) ? optional[name] : undefined;
      const isOptional = isRecord(meta) && meta["optional"] === true;
      const text = typeof range === "string" ? range : "";
      if (needs.size < MAX_NEEDS)
        needs.set(name, { name, range: text, kind: isOptional ? "optional" : of });
    }
  }
  return [...needs.values()];
}

/** The older forms are objects and lists of some words. */
function shortLicense(license: unknown): unknown {
  if (typeof license !== "object") return license;
  return (JSON.stringify(license)?.length ?? 0) <= MAX_LICENSE ? (license ?? undefined) : undefined;
}

/** `node_modules/.package-lock.json`: https://docs.npmjs.com/cli/configuring-npm/package-lock-json#hidden-lockfiles */
export async function readTree(file: ImageFile): Promise<NpmTree | undefined> {
  const json = parseJson(file.path, await textOfFile(file, MAX_LOCK));
  const packages = isRecord(json) ? json["packages"] : undefined;
  if (!isRecord(packages)) return undefined;
  const text = (value: unknown) =>
    typeof value === "string" && value.length < 4096 ? value : undefined;
  const entries = Object.entries(packages).flatMap(([path, entry]) => {
    if (!isRecord(entry)) return [];
    const read: NpmTreeEntry = {
      resolved: text(entry["resolved"]),
      integrity: text(entry["integrity"]),
      isDev: entry["dev"] === true,
      isOptional: entry["optional"] === true || entry["devOptional"] === true,
      isBundled: entry["inBundle"] === true,
    };
    return [[path, read] as const];
  });
  return { kind: "tree", entries: new Map(entries) };
}

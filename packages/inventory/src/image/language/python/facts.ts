import { isRecord, UsageError } from "@assay/core";
import { readInstalledMetadata } from "../../../ecosystems/pypi/metadata.ts";
import { isPackageName, normalizeName } from "../../../ecosystems/pypi/names.ts";
import type { Hash } from "../../../graph.ts";
import type { ImageFile } from "../../reader.ts";
import { baseName, isNamed, parseJson, textOfFile } from "../record.ts";
import { type RandomBytes, zipContent, zipEntries } from "../zip.ts";

/** Of the header of core metadata: the description behind it may be long, and says nothing. */
const MAX_HEADER = 512 * 1024;
const MAX_LIST = 64 * 1024 * 1024;
const MAX_REQUIREMENTS = 5000;

/** What one file of a package's metadata says. */
export type PythonFact =
  | {
      readonly kind: "metadata";
      readonly name: string;
      readonly version: string;
      readonly license: unknown;
      /** As they are written. */
      readonly requires: readonly string[];
    }
  /** Relative to the folder that the metadata lies in, a line each. */
  | { readonly kind: "files"; readonly paths: string }
  | { readonly kind: "installer"; readonly name: string }
  | { readonly kind: "origin"; readonly origin: DirectUrl }
  | { readonly kind: "requires"; readonly requires: readonly string[] }
  | { readonly kind: "vendored"; readonly packages: readonly (readonly [string, string])[] };

/** https://packaging.python.org/en/latest/specifications/direct-url/ */
export interface DirectUrl {
  readonly url: string;
  readonly commit: string | undefined;
  readonly subdirectory: string | undefined;
  readonly hashes: readonly Hash[];
  readonly isFolder: boolean;
}

const FILES: ReadonlySet<string> = new Set([
  "METADATA",
  "RECORD",
  "INSTALLER",
  "direct_url.json",
  "PKG-INFO",
  "requires.txt",
]);

export function isPythonRecord(path: string): boolean {
  const name = baseName(path);
  if (FILES.has(name)) return /\.(?:dist-info|egg-info|egg\/EGG-INFO)\/[^/]+$/.test(path);
  if (name === "vendor.txt") return path.endsWith("/_vendor/vendor.txt");
  return name.endsWith(".egg") || name.endsWith(".egg-info");
}

/** https://packaging.python.org/en/latest/specifications/recording-installed-packages/ */
export async function readPythonRecord(file: ImageFile): Promise<PythonFact | undefined> {
  const { path, content } = file;
  switch (baseName(path)) {
    case "RECORD":
      return { kind: "files", paths: recordPaths(await textOfFile(file, MAX_LIST)) };
    case "INSTALLER": {
      const name = (await textOfFile(file, MAX_HEADER)).trim();
      return isNamed(name, undefined) ? { kind: "installer", name } : undefined;
    }
    case "direct_url.json":
      return directUrl(parseJson(path, await textOfFile(file, MAX_HEADER)));
    case "requires.txt":
      return { kind: "requires", requires: eggRequirements(await textOfFile(file, MAX_HEADER)) };
    case "vendor.txt":
      return { kind: "vendored", packages: vendored(await textOfFile(file, MAX_HEADER)) };
    default:
      return path.endsWith(".egg")
        ? archivedEgg(path, content)
        : metadata(path, await content.read(0, MAX_HEADER));
  }
}

function metadata(path: string, bytes: Uint8Array): PythonFact {
  const header = headerOf(bytes);
  const said = readInstalledMetadata(header);
  const { name, version, manifest } = typeof said === "string" ? {} : said;
  if (typeof name !== "string" || !isPackageName(name) || !isNamed(name, version))
    throw new UsageError(`${path} names no package and version`);
  const requires = [...header.matchAll(/^Requires-Dist:[ \t]*(.*)$/gim)].slice(0, MAX_REQUIREMENTS);
  const { license } = (manifest ?? {}) as { readonly license?: unknown };
  return {
    kind: "metadata",
    name,
    version: String(version),
    license,
    requires: requires.map(([, requirement = ""]) => requirement.trim()),
  };
}

function headerOf(bytes: Uint8Array): string {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const ends = ["\n\n", "\n\r\n"].map((blank) => all.indexOf(blank)).filter((at) => at >= 0);
  return new TextDecoder().decode(all.subarray(0, Math.min(all.length, ...ends)));
}

/** `"path",hash,size`: a path with a comma is in quotes. */
function recordPaths(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) =>
      line.startsWith('"')
        ? (/^"((?:[^"]|"")*)"/.exec(line)?.[1]?.replaceAll('""', '"') ?? "")
        : line.slice(0, Math.max(line.indexOf(","), 0)),
    )
    .filter((path) => path !== "")
    .join("\n");
}

function directUrl(json: unknown): PythonFact | undefined {
  const url = isRecord(json) ? json["url"] : undefined;
  if (!isRecord(json) || typeof url !== "string") return undefined;
  const { vcs_info: vcs, archive_info: archive, dir_info: folder, subdirectory } = json;
  const stated = isRecord(archive) && isRecord(archive["hashes"]) ? archive["hashes"] : {};
  const old = isRecord(archive) ? /^sha256=([\da-f]+)$/.exec(String(archive["hash"]))?.[1] : null;
  const sha256 = String(stated["sha256"] ?? old);
  const commit = isRecord(vcs) ? vcs["commit_id"] : undefined;
  return {
    kind: "origin",
    origin: {
      url,
      commit: typeof commit === "string" ? commit : undefined,
      subdirectory: typeof subdirectory === "string" ? subdirectory : undefined,
      hashes: /^[\da-f]{64}$/.test(sha256) ? [{ algorithm: "SHA-256", value: sha256 }] : [],
      isFolder: isRecord(folder),
    },
  };
}

/** Requirements of an egg, with those of extras below `[extra:marker]`: https://setuptools.pypa.io/en/latest/deprecated/python_eggs.html */
function eggRequirements(text: string): readonly string[] {
  const found: string[] = [];
  let condition = "";
  for (const line of text.split(/\r?\n/).slice(0, MAX_REQUIREMENTS)) {
    const [, section] = /^\[(.*)\]$/.exec(line.trim()) ?? [];
    if (section !== undefined) {
      const [, extra = "", marker = ""] = /^([^:]*):?(.*)$/.exec(section) ?? [];
      const parts = [extra === "" ? "" : `extra == "${extra}"`, marker].filter(Boolean);
      condition = parts.length === 2 ? `(${parts[1]}) and ${parts[0]}` : (parts[0] ?? "");
    } else if (line.trim() !== "") found.push(condition ? `${line} ; ${condition}` : line);
  }
  return found;
}

/** Copies of others inside a package: their metadata is left out, and only this list names them. */
function vendored(text: string): readonly (readonly [string, string])[] {
  return [...text.matchAll(/^[ \t]*([A-Za-z\d][\w.-]*)[ \t]*==[ \t]*([\w.!+-]+)/gm)]
    .slice(0, MAX_REQUIREMENTS)
    .map(([, name = "", version = ""]) => [normalizeName(name), version]);
}

async function archivedEgg(path: string, content: RandomBytes): Promise<PythonFact | undefined> {
  try {
    const { entries } = await zipEntries(content, (name) => name === "EGG-INFO/PKG-INFO");
    const [entry] = entries;
    if (entry === undefined) return undefined;
    return metadata(path, await zipContent(content, entry, MAX_HEADER * 32));
  } catch (error) {
    if (error instanceof UsageError)
      throw new UsageError(`${path} can't be read: ${error.message}`);
    throw error;
  }
}

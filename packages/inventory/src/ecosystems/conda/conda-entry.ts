import { buildPurl } from "@assay/purl";
import { firstPartyPurl } from "../../origin.ts";
import { fromLockfileFolder } from "../../paths.ts";
import type { ReaderInput } from "../ecosystem.ts";
import { allOf, extraCondition } from "../pypi/condition.ts";
import { archiveSource, type PythonSource } from "../pypi/source.ts";
import { digests } from "./digests.ts";
import { gitLocation } from "./git-location.ts";
import type { CondaEntry, CondaNeed } from "./package.ts";
import { condaPlace, condaPurl, specName } from "./place.ts";

export interface CondaFields {
  /** A URL or a path of an archive. */
  readonly location: string;
  /** From the file name where they are not given. */
  readonly name?: string | undefined;
  readonly version?: string | undefined;
  readonly build?: string | undefined;
  readonly subdir?: string | undefined;
  readonly sha256?: string | undefined;
  readonly md5?: string | undefined;
  readonly license?: string | undefined;
  /** As match specifications. */
  readonly depends: readonly string[];
  /** By the extra that asks for them. */
  readonly extraDepends?: ReadonlyMap<string, readonly string[]>;
  readonly provides?: readonly string[];
  readonly line: number;
}

/** A package of a channel; a clause where it is none. */
export function condaEntry(input: ReaderInput, fields: CondaFields): CondaEntry | string {
  const place = condaPlace(fields.location);
  if (place === undefined) return "it names no archive of a channel";
  const name = (fields.name ?? place.name)?.toLowerCase();
  const version = fields.version ?? place.version;
  if (name === undefined || !/^[\w.-]+$/.test(name)) return "it names no package";
  const { url, fileName } = place;
  const build = fields.build ?? place.build;
  const subdir = fields.subdir ?? place.subdir;
  const { hashes, problem: badHash } = digests(fields);
  const isLocal = url === undefined;
  const path = isLocal ? fromLockfileFolder(input.path, fields.location) : undefined;
  const isOutside = isLocal && (path === undefined || /^(?:file:|[/~\\])/.test(fields.location));
  const { needs, unread } = allNeeds(fields);
  const node = {
    key: url ?? `${name} ${version} ${fileName}`,
    name,
    version,
    line: fields.line,
    firstParty: false,
    // What lies on a disk may be anybody's.
    purl: isLocal
      ? undefined
      : condaPurl(name, version, {
          ...place,
          ...(build === undefined ? {} : { build }),
          ...(subdir === undefined ? {} : { subdir }),
        }),
    declaredLicense: fields.license === "None" ? undefined : fields.license,
    download: isLocal
      ? undefined
      : hashes.length > 0
        ? ("checked" as const)
        : ("unchecked" as const),
  };
  const reasons = [
    version === undefined ? "it has no version" : undefined,
    isOutside ? "it is a file outside the repository" : undefined,
    badHash,
    ...unread,
  ];
  return {
    key: node.key,
    node,
    artifact: { hashes, ...(isLocal ? { fileName } : { url }) },
    name,
    manager: "conda",
    provides: fields.provides ?? [],
    needs,
    problems: reasons.flatMap((reason) => (reason === undefined ? [] : [{ node, reason }])),
  };
}

function allNeeds({
  depends,
  extraDepends = new Map(),
}: Pick<CondaFields, "depends" | "extraDepends">): ReturnType<typeof needsOf> {
  const own = needsOf(depends);
  const extras = [...extraDepends].map(([extra, specs]) => {
    const { needs, unread } = needsOf(specs);
    const condition = extraCondition(extra);
    return {
      needs: needs.map((need) => ({
        ...need,
        condition: allOf(condition, need.condition) ?? condition,
        ofExtras: [extra],
      })),
      unread,
    };
  });
  return {
    needs: [...own.needs, ...extras.flatMap(({ needs }) => needs)],
    unread: [...own.unread, ...extras.flatMap(({ unread }) => unread)],
  };
}

/** What match specifications ask for; virtual packages (`__glibc`) are the machine's own. */
export function needsOf(specs: readonly string[]): {
  readonly needs: readonly CondaNeed[];
  readonly unread: readonly string[];
} {
  const needs: CondaNeed[] = [];
  const unread: string[] = [];
  for (const spec of specs) {
    const name = specName(spec);
    if (name === undefined) unread.push(`what it asks for can't be read: ${spec.slice(0, 200)}`);
    else if (!name.startsWith("__")) {
      const requirement = spec
        .trim()
        .slice(spec.trim().indexOf(name) + name.length)
        .trim();
      const [, condition] = /\bwhen\s*=\s*["']([^"']+)["']/.exec(spec) ?? [];
      const [, extras] = /\bextras\s*=\s*\[([^\]]*)\]/.exec(spec) ?? [];
      needs.push({
        manager: "conda",
        name,
        ...(requirement === "" ? {} : { requirement }),
        ...(condition === undefined ? {} : { condition }),
        ...(extras === undefined ? {} : { extras: extras.match(/[\w.-]+/g) ?? [] }),
      });
    }
  }
  return { needs, unread };
}

export interface SourceFields {
  readonly name: string;
  readonly version: string | undefined;
  /** The folder, or the URL of an archive or a repository. */
  readonly location: string;
  /** Where its code comes from, where that is another repository or an archive. */
  readonly code?: PythonSource | undefined;
  readonly license: string | undefined;
  readonly depends: readonly string[];
  readonly extraDepends?: ReadonlyMap<string, readonly string[]>;
  readonly line: number;
}

/** A package that is built from source: one of the repository, or of another one. All variants of one source are one package. */
export function sourceEntry(input: ReaderInput, fields: SourceFields): CondaEntry {
  const { name, version, location, line } = fields;
  const isUrl = /^[a-z][a-z\d+]+:\/\//i.test(location);
  const folder =
    isUrl || /^[/~\\]/.test(location) ? undefined : fromLockfileFolder(input.path, location);
  const remote = isUrl ? remoteSource(location) : undefined;
  const { needs, unread } = allNeeds(fields);
  const qualifiers = remote?.qualifiers;
  const node = {
    key: `${name} @ ${remote?.url ?? location}`,
    name,
    version,
    line,
    firstParty: folder !== undefined,
    purl:
      folder !== undefined
        ? firstPartyPurl(input.origin, name, version, folder)
        : qualifiers && buildPurl({ type: "generic", name, version, qualifiers }),
    ...(folder ? { installPath: folder } : {}),
    declaredLicense: fields.license,
  };
  const isOutside = folder === undefined && !isUrl;
  const url = remote?.url ?? fields.code?.url;
  const reasons = [
    isOutside ? "it is a folder outside the repository" : undefined,
    remote?.problem,
    fields.code?.problem,
    ...unread,
  ];
  return {
    key: node.key,
    node,
    ...(url === undefined ? {} : { artifact: { hashes: [], url } }),
    name,
    manager: "conda",
    provides: [],
    needs,
    problems: reasons.flatMap((reason) => (reason === undefined ? [] : [{ node, reason }])),
  };
}

function remoteSource(location: string): PythonSource {
  return location.startsWith("git+") ? gitLocation(location.slice(4)) : archiveSource(location);
}

import { isRecord, UsageError } from "@assay/core";
import type { LockProblem } from "../../assemble/parts.ts";
import { textOf } from "../../fields.ts";
import { type Json, parseObject } from "../../json-object.ts";
import { isPackageName, splitAtVersion } from "../npm/package-name.ts";
import { type Sections, sectionsOf } from "./sections.ts";

const HINT = "Write it again with `deno install --lockfile-only` and commit it.";

/** A package asks for another one. */
export interface DenoNeed {
  readonly kind: "runtime" | "optional" | "peer";
  /** The name that is asked for. */
  readonly name: string;
  /** The key of the entry that it leads to. */
  readonly to: string;
}

export interface DenoNpm {
  /** `name@version`, with `_peer@version` for each peer that it was resolved with. */
  readonly id: string;
  readonly line: number | undefined;
  readonly name: string;
  readonly version: string;
  readonly json: Json;
  readonly needs: readonly DenoNeed[];
}

export interface DenoJsr {
  /** `jsr:@scope/name@version`. */
  readonly key: string;
  readonly line: number | undefined;
  readonly name: string;
  readonly version: string;
  /** Requirements, without range where there is one of that name in the lockfile. */
  readonly dependencies: readonly string[];
}

/** What the project itself or a member of its workspace asks for. */
export interface DenoMember {
  /** Relative to the lockfile; `""` is its own folder. */
  readonly folder: string;
  readonly line: number | undefined;
  readonly dependencies: readonly string[];
  /** From `package.json`; `undefined` where the lockfile knows of none. */
  readonly packageJson: readonly string[] | undefined;
}

/** A lockfile of any version, in the terms of the newest. */
export interface DenoLock {
  /** Keys of entries by requirement (`npm:chalk@5`). */
  readonly specifiers: ReadonlyMap<string, string>;
  readonly npm: readonly DenoNpm[];
  readonly jsr: readonly DenoJsr[];
  readonly remote: readonly {
    readonly url: string;
    readonly hash: string;
    readonly line: number | undefined;
  }[];
  readonly members: readonly DenoMember[];
  /** Requirements that folders stand for (`npm:a@1.0.0`). */
  readonly links: readonly string[];
  readonly problems: readonly LockProblem[];
}

/** Where each version keeps its packages, and those of npm below them. */
const PLACES = {
  "1": { packages: [], npm: undefined },
  "2": { packages: ["npm"], npm: "packages" },
  "3": { packages: ["packages"], npm: "npm" },
  "4": { packages: [], npm: "npm" },
  "5": { packages: [], npm: "npm" },
} as const;
const SECTIONS = new Set([
  "version",
  "specifiers",
  "packages",
  "jsr",
  "npm",
  "redirects",
  "remote",
  "workspace",
]);
type Version = keyof typeof PLACES;

/**
 * Reads a `deno.lock` of version 1 to 5 (https://github.com/denoland/deno_lockfile).
 *
 * @throws UsageError when it is no JSON, no lockfile of Deno, or of a version that is not known
 */
export function parseDenoLock(path: string, text: string): DenoLock {
  const json = parseObject(path, text, HINT);
  const version = versionOf(path, json);
  const { packages, npm } = PLACES[version];
  const sections = sectionsOf(text, json);
  if (version === "1") {
    const root = { folder: "", line: undefined, dependencies: [], packageJson: undefined };
    const remote = readRemote(sections);
    const { problems } = sections;
    return {
      specifiers: new Map(),
      npm: [],
      jsr: [],
      remote,
      members: [root],
      links: [],
      problems,
    };
  }
  for (const key of Object.keys(json)) if (!SECTIONS.has(key)) sections.odd(key);
  return {
    specifiers: readSpecifiers(sections, version, [...packages, "specifiers"]),
    npm: npm === undefined ? [] : readNpm(sections, [...packages, npm]),
    jsr: readJsr(sections, [...packages, "jsr"]),
    remote: readRemote(sections, "remote"),
    members: readMembers(sections),
    links: ["links", "patches"].flatMap((key) => Object.keys(sections.at("workspace", key))),
    problems: sections.problems,
  };
}

function versionOf(path: string, json: Json): Version {
  const { version } = json;
  // The first version is nothing but addresses and checksums.
  const isFirst = Object.entries(json).every(
    ([key, value]) => isAddress(key) && typeof value === "string",
  );
  if (isFirst && Object.keys(json).length > 0) return "1";
  if (typeof version === "string" && /^[2-5]$/.test(version)) return version as Version;
  const stated = JSON.stringify(version)?.slice(0, 50);
  throw new UsageError(
    stated === undefined
      ? `${path} is no lockfile of Deno: it has no version`
      : `${path} is of the version ${stated}; 1 to 5 are known`,
    { hint: HINT },
  );
}

function readNpm(sections: Sections, place: readonly string[]): readonly DenoNpm[] {
  const entries = sections.members(place).flatMap(([id, json]) => {
    const parts = splitAtVersion(id);
    if (parts === undefined) sections.odd(...place, id);
    return parts === undefined ? [] : [{ id, json, ...parts }];
  });
  // Where several have one name, nobody asks for it by the name alone.
  const ids = new Map<string, string>();
  for (const { name, id } of entries) ids.set(name, ids.has(name) ? name : id);
  return entries.map(({ id, json, name, rest }) => {
    const needs: DenoNeed[] = [];
    const take = (kind: DenoNeed["kind"], field: string) => {
      const stated = json[field];
      const pairs = isRecord(stated)
        ? Object.entries(stated).map(([key, to]) => ({ name: key, to: textOf(to) }))
        : sections.texts(json, field, ...place, id).map((each) => needOf(each, ids));
      for (const { name: asked, to } of pairs)
        if (to === undefined) sections.odd(...place, id);
        else needs.push({ kind, name: asked, to });
    };
    take("runtime", "dependencies");
    take("optional", "optionalDependencies");
    take("peer", "optionalPeers");
    const [version = ""] = rest.split("_", 1);
    return { id, line: sections.line(...place, id), name, version, json, needs };
  });
}

/** `name`, `name@version_peers` or `alias@npm:name@version_peers`. */
function needOf(text: string, ids: ReadonlyMap<string, string>) {
  const { name, rest } = splitAtVersion(text) ?? {};
  if (name === undefined) return { name: text, to: ids.get(text) ?? text };
  return { name, to: rest?.startsWith("npm:") ? rest.slice(4) : text };
}

function readJsr(sections: Sections, place: readonly string[]): readonly DenoJsr[] {
  return sections.members(place).flatMap(([key, json]) => {
    const parts = splitAtVersion(key);
    if (parts === undefined || !isPackageName(parts.name)) {
      sections.odd(...place, key);
      return [];
    }
    return [
      {
        key: `jsr:${key}`,
        line: sections.line(...place, key),
        name: parts.name,
        version: parts.rest,
        dependencies: sections.texts(json, "dependencies", ...place, key),
      },
    ];
  });
}

function readSpecifiers(sections: Sections, version: Version, place: readonly string[]) {
  const specifiers = new Map<string, string>();
  for (const [key, value] of Object.entries(sections.at(...place))) {
    const requirement = version === "2" ? `npm:${key}` : key;
    const { type, name } = readRequirement(requirement) ?? {};
    const resolved = textOf(value);
    if (resolved === undefined || name === undefined) sections.odd(...place, key);
    else if (version === "2" || version === "3")
      specifiers.set(requirement, resolved.replace(/^npm:/, ""));
    else specifiers.set(requirement, `${type === "jsr" ? "jsr:" : ""}${name}@${resolved}`);
  }
  return specifiers;
}

function readRemote(sections: Sections, ...place: readonly string[]): DenoLock["remote"] {
  return Object.entries(sections.at(...place)).flatMap(([url, hash]) => {
    if (typeof hash === "string" && /^[0-9a-f]{64}$/i.test(hash) && isAddress(url))
      return [{ url, hash: hash.toLowerCase(), line: sections.line(...place, url) }];
    sections.odd(...place, url);
    return [];
  });
}

function readMembers(sections: Sections): readonly DenoMember[] {
  const member = (folder: string, json: Json, ...place: readonly string[]): DenoMember => {
    const { packageJson } = json;
    return {
      folder,
      line: sections.line(...place),
      dependencies: sections.texts(json, "dependencies", ...place),
      packageJson: isRecord(packageJson)
        ? sections.texts(packageJson, "dependencies", ...place)
        : undefined,
    };
  };
  const place = ["workspace", "members"] as const;
  return [
    member("", sections.at("workspace"), "workspace"),
    ...sections.members(place).map(([folder, json]) => member(folder, json, ...place, folder)),
  ];
}

function isAddress(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text);
}

/** A requirement in its parts: `npm:chalk@5/sub`, `jsr:@std/path@^1`; `undefined` for anything else. */
export function readRequirement(text: string) {
  const match = /^(npm|jsr):\/?((?:@[^/@\s]+\/)?[^/@\s]+)(?:@([^/]*))?(?:\/.*)?$/.exec(text);
  if (match === null) return undefined;
  const [, type = "", name = "", range = ""] = match;
  return { type, name, range, key: `${type}:${name}` };
}

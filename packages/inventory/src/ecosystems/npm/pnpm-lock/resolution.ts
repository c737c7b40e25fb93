import { buildPurl } from "@assay/purl";
import type { PackageArtifact } from "../../../graph.ts";
import { parseIntegrity } from "../../../integrity.ts";
import { fromLockfileFolder } from "../../../paths.ts";
import { isYamlMap, mapAt, textAt, type YamlMap, type YamlValue } from "../../../yaml/value.ts";
import { isAbsolutePath } from "../lock-graph/linked.ts";
import type { LockNode } from "../lock-graph/node.ts";
import { platformCondition } from "../lock-graph/platform.ts";
import type { Registries } from "../lock-graph/registries.ts";
import { sourceParts } from "../lock-graph/source.ts";
import { platformOf, type Snapshot } from "./lockfile.ts";

/** Where a package comes from, and what was not understood of it. */
type Parts = Pick<LockNode, "purl" | "artifacts" | "download" | "kind" | "installPath"> & {
  readonly problems: readonly string[];
};

/**
 * What `resolution` says (https://github.com/pnpm/spec/blob/master/lockfile/9.0.md). A folder of the project is no package of a
 * registry, and a runtime such as Node.js is none either.
 */
export function resolutionParts(
  { name, version, facts }: Snapshot,
  lockfile: string,
  registries: Registries,
): Parts {
  const resolution = mapAt(facts, "resolution");
  const integrity = textAt(resolution, "integrity");
  const tarball = textAt(resolution, "tarball");
  const type = textAt(resolution, "type");
  const from = (resolved: string | undefined): Parts =>
    sourceParts({ name, version, resolved, integrity }, registries);
  if (resolution === undefined) return unknown("the entry has no `resolution`");
  if (type === "git") return from(gitAddress(resolution));
  if (type === "directory") return folderParts(lockfile, textAt(resolution, "directory") ?? "");
  if (type === "binary" || type === "variations") return runtimeParts(name, version, resolution);
  if (type !== undefined)
    return unknown(`its \`resolution\` is of the unknown type ${type.slice(0, 50)}`);
  if (tarball === undefined && integrity === undefined)
    return unknown("its `resolution` says nothing that is known");
  return from(tarball);
}

/** The folder that a package is, relative to the lockfile; `undefined` where it is none. */
export function packageFolder({ facts }: Snapshot): string | undefined {
  const resolution = mapAt(facts, "resolution");
  return textAt(resolution, "type") === "directory" ? textAt(resolution, "directory") : undefined;
}

function unknown(problem: string): Parts {
  return { artifacts: [], problems: [problem] };
}

/** As npm writes it: `git+https://host/owner/name#commit`. */
function gitAddress(resolution: YamlMap): string {
  const repository = textAt(resolution, "repo") ?? "";
  const short = /^(?:([^@/\s]+)@)?([\w.-]+):(?!\/\/)(.+)$/.exec(repository);
  const url =
    short === null
      ? repository
      : `ssh://${short[1] === undefined ? "" : `${short[1]}@`}${short[2]}/${short[3]}`;
  return `${url.startsWith("git") ? "" : "git+"}${url}#${textAt(resolution, "commit") ?? ""}`;
}

function folderParts(lockfile: string, directory: string): Parts {
  const path = isAbsolutePath(directory) ? undefined : fromLockfileFolder(lockfile, directory);
  return path === undefined
    ? unknown("the folder lies outside the repository")
    : { artifacts: [], installPath: path, problems: [] };
}

/** A JavaScript runtime that pnpm installs like a package: one archive, or one for each platform. */
function runtimeParts(name: string, version: string | undefined, resolution: YamlMap): Parts {
  const variants = resolution.entries.get("variants");
  const artifacts = Array.isArray(variants)
    ? variants.flatMap((variant: YamlValue) => variantArtifacts(variant))
    : [archive(resolution, undefined)];
  const isOpen = artifacts.some(({ hashes }) => hashes.length === 0);
  return {
    kind: "platform",
    purl: buildPurl({ type: "generic", name, version }),
    artifacts,
    problems: [
      ...(artifacts.length === 0 ? ["its `resolution` names no archive"] : []),
      ...(isOpen ? ["an archive has no known checksum"] : []),
    ],
  };
}

function variantArtifacts(variant: YamlValue): readonly PackageArtifact[] {
  if (!isYamlMap(variant)) return [];
  const resolution = mapAt(variant, "resolution");
  const targets = variant.entries.get("targets");
  if (resolution === undefined || !Array.isArray(targets)) return [];
  return targets
    .filter((target: YamlValue) => isYamlMap(target))
    .map((target: YamlMap) => archive(resolution, platformCondition(platformOf(target))));
}

function archive(resolution: YamlMap, condition: string | undefined): PackageArtifact {
  const { hashes } = parseIntegrity(textAt(resolution, "integrity") ?? "");
  const text = textAt(resolution, "url") ?? "";
  const url = /^https?:/.test(text) && URL.canParse(text) ? new URL(text) : undefined;
  return {
    hashes,
    ...(url === undefined ? {} : { url: `${url.origin}${url.pathname}` }),
    ...(condition === undefined ? {} : { condition }),
  };
}

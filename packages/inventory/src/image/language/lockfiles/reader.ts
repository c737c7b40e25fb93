import { deflateRawSync, inflateRawSync } from "node:zlib";
import { UsageError } from "@assay/core";
import { exclusion, formatOf, matchesFile } from "../../../discover.ts";
import { ECOSYSTEMS } from "../../../ecosystems/index.ts";
import type { Component, Edge, PackageGraph, Skipped } from "../../../graph.ts";
import { readInventory } from "../../../inventory.ts";
import type { FileSource } from "../../../source.ts";
import type { ImageComponent, ImageFact, ImageReader } from "../../reader.ts";
import { baseName, placeOf } from "../record.ts";

const MAX_BYTES = 32 * 1024 * 1024;
const MAX_MANIFEST = 1024 * 1024;
/** Smaller ones are kept as they are. */
const WORTH_PACKING = 4096;

interface KeptFile {
  readonly bytes: Uint8Array;
  /** Bytes, where it is kept deflated. */
  readonly size: number | undefined;
}

/** Folders of the system and of installed packages, whose lockfiles are of whoever made these. */
const OTHERS =
  /^(?:proc|sys|dev|run|boot|lib|lib64|var\/(?:lib|cache)|usr\/(?:lib|lib64|libexec|include)|usr\/share\/(?:doc|nodejs|gems|javascript|maven-repo)|usr\/local\/(?:lib|go|include|bundle|cargo|rustup)|go\/pkg|nix\/store)\/|(?:^|\/)(?:site-packages|dist-packages|conda-meta|\.cargo\/registry|\.rustup|\.nuget|\.gem|\.cache|\.terraform)\/|\/(?:bundler\/)?gems\/[^/]+-[^/]+\//;

/** Beside lockfiles and manifests, what their readers look at. */
const BESIDE: ReadonlySet<string> = new Set(["go.sum", "pnpm-workspace.yaml", ".yarnrc.yml"]);

const NAMES = new Set<string>(BESIDE);
const PATTERNS: RegExp[] = [];
for (const { formats, manifests = [] } of ECOSYSTEMS)
  for (const file of [...formats, ...manifests].flatMap(({ files }) => files)) {
    if (typeof file === "string") NAMES.add(file);
    else PATTERNS.push(file);
  }
// One expression is several times quicker than forty; what refers to a group of its own stays alone.
const isAlone = ({ source, flags }: RegExp) => flags !== "" || /\\\d/.test(source);
const ANY = new RegExp(
  PATTERNS.filter((each) => !isAlone(each))
    .map(({ source }) => `(?:${source})`)
    .join("|"),
);
const EXPRESSIONS = [ANY, ...PATTERNS.filter(isAlone)];

/**
 * Every lockfile that the inventory of a project reads, where one lies in an image outside of what is installed. `joinLocked` tells which of its
 * packages are installed.
 */
export const lockfiles: ImageReader<KeptFile> = {
  id: "lockfiles",
  wants: ({ path, size }) => {
    if (size > MAX_BYTES && !isLockfile(path)) return false;
    return (NAMES.has(baseName(path)) || matchesFile(EXPRESSIONS, path)) && isOutside(path);
  },
  extract: async ({ path, content }) => {
    const most = isLockfile(path) ? MAX_BYTES : MAX_MANIFEST;
    // A manifest of that size is none, and only helps to read a lockfile.
    if (most === MAX_MANIFEST && content.size > most) return undefined;
    const bytes = await content.bytes(most);
    return bytes.length < WORTH_PACKING
      ? { bytes: Uint8Array.from(bytes), size: undefined }
      : { bytes: deflateRawSync(bytes, { level: 1 }), size: bytes.length };
  },
  assemble: async (facts) => {
    const files = new Map(facts.map((each) => [each.path, each]));
    // Packages that a manifest asks for and nobody locked are there where they are installed, or not at all.
    const { graphs, skipped } = await readInventory(sourceOf(files), { compareManifests: false });
    const components = graphs.flatMap((graph) => componentsOf(graph, files));
    const kept = new Set(components.map(({ component }) => component.id));
    return {
      components,
      edges: graphs.flatMap(({ edges }): readonly Edge[] =>
        edges.filter(({ from, to }) => kept.has(from) && kept.has(to)),
      ),
      withoutEdges: graphs.flatMap(silentIn),
      skipped: [
        ...skipped
          .filter(({ kind }) => kind === "unreadable" || kind === "unsupported")
          .map((each) => ({ ...each, kind: "unreadable" as const })),
        ...graphs.flatMap(notUnderstood),
      ],
    };
  },
};

function isLockfile(path: string): boolean {
  return formatOf(path, ECOSYSTEMS) !== undefined;
}

function isOutside(path: string): boolean {
  return !OTHERS.test(path) && exclusion(path) === undefined;
}

function sourceOf(files: ReadonlyMap<string, ImageFact<KeptFile>>): FileSource {
  return {
    list: async () => [...files.keys()].sort(),
    read: async (path, maxBytes = Number.POSITIVE_INFINITY) => {
      const file = files.get(path)?.fact;
      if (file === undefined) return undefined;
      const { bytes, size = bytes.length } = file;
      if (size > maxBytes)
        throw new UsageError(`${path} has ${size} bytes; at most ${maxBytes} are read`);
      return file.size === undefined ? bytes : inflateRawSync(bytes, { maxOutputLength: size });
    },
  };
}

/** What has no version is in no image by that: it stands for whatever is installed. */
function componentsOf(
  graph: PackageGraph,
  files: ReadonlyMap<string, ImageFact<KeptFile>>,
): readonly ImageComponent[] {
  const named = graph.components.filter((each) => each.version !== undefined || each.firstParty);
  if (named.every(({ firstParty }) => firstParty)) return [];
  return named.flatMap(({ installPath: _, ...component }: Component) => {
    const file = files.get(component.location.path) ?? files.get(graph.path);
    return file === undefined ? [] : [{ component, places: [placeOf(file, "lockfile")] }];
  });
}

function silentIn(graph: PackageGraph): readonly string[] {
  const { edgeCompleteness, withoutEdges = [], roots, components } = graph;
  if (edgeCompleteness === "complete") return withoutEdges;
  const known = new Set(edgeCompleteness === "direct" ? roots : []);
  return components.map(({ id }) => id).filter((id) => !known.has(id));
}

/** But for packages that are known by name: they are there as they are installed, or not at all. */
function notUnderstood({ path, format, ecosystem, gaps }: PackageGraph): readonly Skipped[] {
  // It says what is asked for, and says itself where that is no version.
  if (format === "requirements") return [];
  return gaps
    .filter(({ kind, componentId }) => kind === "entry" && componentId === undefined)
    .map(({ item, reason }) => ({
      kind: "unreadable",
      item: path,
      reason: item === path ? reason : `its entry ${item}: ${reason}`,
      ecosystem,
    }));
}

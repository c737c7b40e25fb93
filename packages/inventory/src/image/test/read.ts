import { createHash } from "node:crypto";
import { UsageError } from "@assay/core";
import type {
  Distribution,
  ImageComponent,
  ImageContent,
  ImageFact,
  ImageReader,
  ImageReading,
  ImageTree,
} from "../reader.ts";

/** A file of a test: of layer 0 where no other is given. */
export interface TestFile {
  readonly content: string | Uint8Array;
  readonly layer?: number;
  readonly mode?: number;
}

export interface TestImage {
  readonly files: Readonly<Record<string, string | Uint8Array | TestFile>>;
  /** Symbolic links: target as it is written, by path. */
  readonly links?: Readonly<Record<string, string>>;
  readonly distribution?: Distribution;
}

export interface TestReading extends ImageReading {
  /** Of files that the reader refused, with its message. */
  readonly broken: readonly string[];
}

/** What a reader makes of files as they are after all layers, without an image around them. */
export async function readWith(
  reader: ImageReader,
  { files, links = {}, distribution }: TestImage,
): Promise<TestReading> {
  const facts: ImageFact<unknown>[] = [];
  const broken: string[] = [];
  for (const [path, given] of Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const file: TestFile =
      typeof given === "string" || given instanceof Uint8Array ? { content: given } : given;
    const bytes = Buffer.from(file.content);
    const { layer = 0, mode = 0o644 } = file;
    const entry = { path, mode, size: bytes.length, head: bytes.subarray(0, 512) };
    if (bytes.length === 0 || !reader.wants(entry)) continue;
    const content = contentOf(path, bytes);
    try {
      const fact = await reader.extract({ path, mode, layer, content });
      if (fact !== undefined)
        facts.push({ path, layer, since: layer, sha256: content.sha256, fact });
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      broken.push(error.message);
    }
  }
  const tree = treeOf(Object.keys(files), links, distribution);
  return { ...(await reader.assemble(facts, tree)), broken };
}

function contentOf(path: string, bytes: Uint8Array): ImageContent {
  return {
    size: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    bytes: async (maxBytes) => {
      if (bytes.length > maxBytes)
        throw new UsageError(`${path} has ${bytes.length} bytes; at most ${maxBytes} are read`);
      return bytes;
    },
    read: async (offset, length) => bytes.subarray(offset, offset + length),
  };
}

/** Links of folders are followed. */
export function treeOf(
  paths: readonly string[],
  links: Readonly<Record<string, string>> = {},
  distribution?: Distribution,
): ImageTree {
  const present = new Set<string>();
  for (const path of [...paths, ...Object.keys(links)])
    for (let at = path; at !== ""; at = at.slice(0, Math.max(at.lastIndexOf("/"), 0)))
      present.add(at);
  const resolve = (path: string, hops = 0): string | undefined => {
    let done = "";
    const parts = path.split("/");
    for (const [index, part] of parts.entries()) {
      done = done === "" ? part : `${done}/${part}`;
      const target = links[done];
      if (target === undefined) continue;
      if (hops > 40) return undefined;
      const base = target.startsWith("/") ? [] : done.split("/").slice(0, -1);
      for (const each of target.split("/")) {
        if (each === "..") base.pop();
        else if (each !== "" && each !== ".") base.push(each);
      }
      return resolve([...base, ...parts.slice(index + 1)].join("/"), hops + 1);
    }
    return present.has(done) ? done : undefined;
  };
  return {
    resolve: (path) => resolve(path),
    has: (path) => resolve(path) !== undefined,
    linkAt: (path) => links[path],
    layers: 1,
    distribution,
  };
}

/** `name@version [evidence] flags …`, in the order of the reading. */
export function said({ components }: Pick<ImageReading, "components">): readonly string[] {
  return components.map(({ component: c, places }) =>
    [
      c.purl ?? `${c.name}@${c.version}`,
      ...(places.some(({ evidence }) => evidence !== "installed")
        ? [places.map(({ evidence }) => evidence).join("+")]
        : []),
      ...(c.firstParty ? ["own"] : []),
      ...(c.scope === "runtime" ? [] : [c.scope]),
      ...c.flags,
      ...c.aliases.map((alias) => `as ${alias}`),
    ].join(" "),
  );
}

/** `a > b kind requirement`, by names and versions, sorted. */
export function edges(reading: Pick<ImageReading, "components" | "edges">): readonly string[] {
  const names = new Map(
    reading.components.map(({ component: c }) => [
      c.id,
      c.version === undefined ? c.name : `${c.name} ${c.version}`,
    ]),
  );
  const all = (reading.edges ?? []).map(({ from, to, kind, requirement, condition, alias }) =>
    [
      `${names.get(from)} > ${names.get(to)} ${kind}`,
      ...(requirement === undefined ? [] : [requirement]),
      ...(condition === undefined ? [] : [`{${condition}}`]),
      ...(alias === undefined ? [] : [`as ${alias}`]),
    ].join(" "),
  );
  return all.sort();
}

export function one(reading: ImageReading, name: string): ImageComponent["component"] {
  const found = reading.components.filter(({ component }) => component.name === name);
  const [only] = found;
  if (found.length !== 1 || only === undefined) throw new Error(`${found.length} of ${name}`);
  return only.component;
}

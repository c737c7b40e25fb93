import { zstdDecompressSync } from "node:zlib";
import { plural } from "@assay/core";
import type { TarEntry, TarHandler, TarSink } from "@assay/oci";

/**
 * Layers that are loaded file by file have a table of contents beside their tar, and a runtime that goes by it may show other files than
 * the tar has: https://github.com/containerd/stargz-snapshotter/blob/main/docs/estargz.md and zstd:chunked of Podman. The tar is what
 * digests vouch for; the table is only compared with it.
 */
export interface TableCheck {
  readonly handler: TarHandler;
  /** Passes stored bytes by, and keeps those of the table. */
  stored(bytes: Uint8Array): void;
  /** How the table and the tar differ; `undefined` where they do not, or there is no table. */
  difference(): string | undefined;
}

const POSITION = /\.zstd-chunked\.manifest-position$/;
const STARGZ_TABLE = "stargz.index.json";
const TOC_DIGEST = "containerd.io/snapshot/stargz/toc.digest";
/** Files that loaders of layers add. */
export const LANDMARKS: ReadonlySet<string> = new Set([
  STARGZ_TABLE,
  ".prefetch.landmark",
  ".no.prefetch.landmark",
]);
const MAX_TABLE = 64 * 1024 * 1024;
const MAX_NAMES = 1_000_000;

/** @param inner Takes the entries as well. */
export function tableCheck(
  annotations: Readonly<Record<string, string>> | undefined,
  inner: TarHandler,
): TableCheck | undefined {
  const keys = Object.keys(annotations ?? {});
  const position = keys.find((key) => POSITION.test(key));
  if (position === undefined && !keys.includes(TOC_DIGEST)) return undefined;
  const range = /^(\d{1,15}):(\d{1,9}):/.exec(annotations?.[position ?? ""] ?? "");
  const [start, end] =
    range === null ? [0, 0] : [Number(range[1]), Number(range[1]) + Number(range[2])];
  const names = new Map<string, string>();
  const pieces: Uint8Array[] = [];
  let offset = 0;
  let isTooLarge = end - start > MAX_TABLE;

  function stargz({ size }: TarEntry): TarSink | undefined {
    if (size > MAX_TABLE) isTooLarge = true;
    return isTooLarge
      ? undefined
      : { write: (bytes) => pieces.push(Buffer.from(bytes)), end: () => undefined };
  }

  return {
    handler: {
      ...inner,
      entry(entry) {
        if (LANDMARKS.has(entry.path)) {
          return position === undefined && entry.path === STARGZ_TABLE ? stargz(entry) : undefined;
        }
        if (entry.path !== "") {
          if (names.size < MAX_NAMES) names.set(entry.path, factsOf(entry));
          else isTooLarge = true;
        }
        return inner.entry(entry);
      },
    },
    stored(bytes) {
      const from = Math.max(start - offset, 0);
      const to = Math.min(end - offset, bytes.length);
      if (from < to && !isTooLarge) pieces.push(Buffer.from(bytes.subarray(from, to)));
      offset += bytes.length;
    },
    difference() {
      if (isTooLarge) return "its table of contents is too large to be compared with its files";
      const table = tableOf(Buffer.concat(pieces), position !== undefined);
      if (table === undefined) return "its table of contents can't be read";
      const other = [...table].filter(([path, facts]) => names.get(path) !== facts);
      const missing = [...names.keys()].filter((path) => !table.has(path));
      const paths = [...other.map(([path]) => path), ...missing];
      if (paths.length === 0) return undefined;
      const shown = `${paths.slice(0, 3).join(", ")}${paths.length > 3 ? ", …" : ""}`;
      return `its table of contents, which some runtimes go by, differs from its files in ${plural(paths.length, "path")}: ${shown}`;
    },
  };
}

/** What the table says as well: `file 12`, `symlink ../x`. */
function factsOf({ kind, size, target }: Pick<TarEntry, "kind" | "size" | "target">): string {
  if (kind === "file") return `file ${size}`;
  return kind === "symlink" || kind === "link" ? `${kind} ${target}` : kind;
}

const KINDS: Readonly<Record<string, TarEntry["kind"]>> = {
  reg: "file",
  dir: "directory",
  symlink: "symlink",
  hardlink: "link",
  char: "character-device",
  block: "block-device",
  fifo: "fifo",
};

interface TableEntry {
  readonly name?: unknown;
  readonly type?: unknown;
  readonly size?: unknown;
  readonly linkName?: unknown;
}

function tableOf(bytes: Buffer, isZstd: boolean): ReadonlyMap<string, string> | undefined {
  try {
    const text = isZstd ? zstdDecompressSync(bytes, { maxOutputLength: MAX_TABLE }) : bytes;
    const { entries } = JSON.parse(text.toString("utf8")) as { entries: readonly TableEntry[] };
    const table = new Map<string, string>();
    for (const { name, type, size = 0, linkName = "" } of entries) {
      const kind = KINDS[String(type)];
      const path = clean(String(name));
      if (kind === undefined || path === "" || LANDMARKS.has(path)) continue;
      const target = kind === "link" ? clean(String(linkName)) : String(linkName);
      table.set(path, factsOf({ kind, size: Number(size), target }));
    }
    return table;
  } catch {
    return undefined;
  }
}

function clean(path: string): string {
  return path
    .split("/")
    .filter((part) => part !== "" && part !== ".")
    .join("/");
}

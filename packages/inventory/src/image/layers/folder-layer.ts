import { constants } from "node:fs";
import { lstat, open, readdir, readlink } from "node:fs/promises";
import { UsageError } from "@assay/core";
import type { TarEntry, TarHandler, TarKind } from "@assay/oci";
import type { ImageLayer } from "../image.ts";

const HEAD = 512;
const WINDOW = 256 * 1024;

/**
 * A folder with the root file system of an image, as its only layer. Links are taken as links of that root and never followed on this
 * machine; other file systems that are mounted in it (`proc`) are left out.
 */
export function folderLayer(path: string): ImageLayer {
  return {
    digest: path,
    open() {
      throw new UsageError(`${path} is a folder and no tar`);
    },
    read: (handler, signal) => readFolder(path, handler, signal),
  };
}

async function readFolder(
  root: string,
  handler: TarHandler,
  signal: AbortSignal | undefined,
): Promise<void> {
  const top = await lstat(root).catch(() => undefined);
  if (top?.isDirectory() !== true)
    throw new UsageError(`${JSON.stringify(root)} is no folder`, {
      hint: "Name the folder that holds `etc` and `usr` of the image.",
    });
  const pending: { readonly real: Buffer; readonly path: string }[] = [
    { real: Buffer.from(root), path: "" },
  ];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    signal?.throwIfAborted();
    const { real, path } = folder;
    const names = await readdir(real, { encoding: "buffer" }).catch(() => undefined);
    if (names === undefined) handler.problem?.(path, "can't be listed");
    for (const name of names?.sort(Buffer.compare) ?? []) {
      const at = { real: Buffer.concat([real, SLASH, name]), path: joined(path, name) };
      const status = await lstat(at.real).catch((error: NodeJS.ErrnoException) => error);
      if (status instanceof Error) {
        // What is gone since the folder was listed is none of it.
        if (status.code !== "ENOENT") handler.problem?.(at.path, "can't be looked at");
        continue;
      }
      const kind = kindOf(status);
      const target = kind === "symlink" ? await readlink(at.real).catch(() => "") : "";
      const entry = { ...NOTHING, path: at.path, kind, mode: status.mode & 0o7777, target };
      if (kind === "file") await readFile(at.real, { ...entry, size: status.size }, handler);
      else handler.entry(entry);
      if (kind !== "directory") continue;
      if (status.dev === top.dev) pending.push(at);
      else handler.problem?.(at.path, "is another file system that is mounted there");
    }
  }
}

const SLASH = Buffer.from("/");

const NOTHING: Omit<TarEntry, "path" | "kind"> = {
  size: 0,
  mode: 0,
  target: "",
  major: 0,
  // No device is a whiteout: there is no layer below.
  minor: 1,
  xattrs: undefined,
  head: new Uint8Array(),
  offset: 0,
  isSparse: false,
};

function joined(folder: string, name: Buffer): string {
  const text = name.toString("utf8");
  return folder === "" ? text : `${folder}/${text}`;
}

function kindOf(status: Awaited<ReturnType<typeof lstat>>): TarKind {
  if (status.isFile()) return "file";
  if (status.isDirectory()) return "directory";
  return status.isSymbolicLink() ? "symlink" : "other";
}

/** What becomes shorter while it is read ends where it ends; what a link takes the place of is not opened. */
async function readFile(real: Buffer, entry: TarEntry, handler: TarHandler): Promise<void> {
  const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants;
  const file = await open(real, O_RDONLY | O_NOFOLLOW | O_NONBLOCK).catch(() => undefined);
  if (file === undefined) {
    handler.problem?.(entry.path, "can't be read");
    return;
  }
  try {
    const head = Buffer.alloc(Math.min(HEAD, entry.size));
    await file.read(head, 0, head.length, 0);
    const sink = handler.entry({ ...entry, head });
    if (sink === undefined) return;
    for (let at = 0; at < entry.size; ) {
      const buffer = Buffer.alloc(Math.min(WINDOW, entry.size - at));
      const { bytesRead } = await file.read(buffer, 0, buffer.length, at);
      if (bytesRead === 0) break;
      sink.write(buffer.subarray(0, bytesRead));
      at += bytesRead;
    }
    await sink.end();
  } finally {
    await file.close();
  }
}

/** An entry of git's index: a file that is tracked. */
export interface IndexEntry {
  /** From the top of the work tree, as git's bytes. */
  readonly path: Buffer;
  readonly kind: "file" | "sparse" | "submodule";
}

const SIGNATURE = 0x44495243; // "DIRC"
const HEADER = 12;
/** Times, device, inode, mode, owner and size before the object's name. */
const STATUS = 40;
const MODE_AT = 24;
const GITLINK = 0o160000;
const FOLDER = 0o040000;
const EXTENDED = 0x4000;
const SKIP_WORKTREE = 0x4000;
const LENGTH = 0x0fff;
/** Of all paths: those of version 4 share their beginnings, so that a small file may stand for very long ones. */
const MAX_PATH_BYTES = 256 * 1024 * 1024;

/**
 * The entries of an index file (gitformat-index, versions 2 to 4) in their order, a path in conflict once. `undefined` where the
 * file is not whole, very large, or about more than itself: a split or sparse index, an extension that must be understood. Then
 * git has to be asked.
 *
 * @param nameBytes Bytes of an object's name: 20 or 32.
 */
export function readIndexFile(file: Buffer, nameBytes: number): readonly IndexEntry[] | undefined {
  if (file.length < HEADER + nameBytes || file.readUInt32BE(0) !== SIGNATURE) return undefined;
  const version = file.readUInt32BE(4);
  const count = file.readUInt32BE(8);
  const end = file.length - nameBytes;
  if (version < 2 || version > 4) return undefined;
  const entries: IndexEntry[] = [];
  let path: Buffer = Buffer.alloc(0);
  let pathBytes = 0;
  let at = HEADER;
  for (let n = 0; n < count; n++) {
    const start = at;
    at += STATUS + nameBytes + 2;
    if (at > end) return undefined;
    const mode = file.readUInt32BE(start + MODE_AT);
    const flags = file.readUInt16BE(at - 2);
    const more = (flags & EXTENDED) === 0 ? 0 : file.readUInt16BE(at);
    if ((flags & EXTENDED) !== 0) at += 2;
    const before = path;
    if (version === 4) {
      const cut = readOffset(file, at);
      const stop = file.indexOf(0, cut.end);
      if (stop < 0 || stop >= end || cut.value > before.length) return undefined;
      const kept = before.subarray(0, before.length - cut.value);
      path = Buffer.concat([kept, file.subarray(cut.end, stop)]);
      at = stop + 1;
    } else {
      const length = flags & LENGTH;
      const stop = length < LENGTH ? at + length : file.indexOf(0, at);
      if (stop < at || stop >= end) return undefined;
      path = file.subarray(at, stop);
      // Filled up with NULs to a multiple of eight, with one at least.
      at = start + ((stop - start + 8) & ~7);
    }
    pathBytes += path.length;
    if (mode === FOLDER || pathBytes > MAX_PATH_BYTES) return undefined;
    if (path.equals(before)) continue;
    const kind = mode === GITLINK ? "submodule" : (more & SKIP_WORKTREE) !== 0 ? "sparse" : "file";
    entries.push({ path, kind });
  }
  return understandsRest(file, at, end) ? entries : undefined;
}

/** Extensions whose name begins with a capital may be passed over. */
function understandsRest(file: Buffer, from: number, end: number): boolean {
  let at = from;
  for (; at + 8 <= end; at += 8 + file.readUInt32BE(at + 4)) {
    const first = file[at] ?? 0;
    if (first < 0x41 || first > 0x5a) return false;
  }
  return at === end;
}

/** The variable-width number of pack files ("offset encoding"). */
function readOffset(file: Buffer, from: number): { readonly value: number; readonly end: number } {
  let at = from;
  let byte = file[at++] ?? 0;
  let value = byte & 0x7f;
  while ((byte & 0x80) !== 0 && at < file.length) {
    byte = file[at++] ?? 0;
    value = (value + 1) * 128 + (byte & 0x7f);
  }
  return { value, end: at };
}

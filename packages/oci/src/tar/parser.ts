import { type Described, describe } from "./describe.ts";
import {
  BLOCK,
  MAX_ENTRIES,
  MAX_RECORDS,
  type TarHandler,
  type TarLimits,
  type TarSink,
} from "./entry.ts";
import { extensionReader, isExtension } from "./extensions.ts";
import { damagedTar, tooManyEntries } from "./failures.ts";
import { hasChecksum, isZero, parseHeader, type TarHeader } from "./header.ts";
import { fits, type LeadingMap, leadingMap, oldPieces, realSize, withHoles } from "./sparse.ts";

/** Reads a tar from pieces of any length, without keeping more of it than a record. */
export interface TarParser {
  /** Not called again before it is done. @throws UsageError where it is no tar, or is beyond the limits */
  push(bytes: Uint8Array): Promise<void>;
  /** Bytes from here on that nobody wants: they may be left out if `skip` says so. */
  unwanted(): number;
  skip(bytes: number): void;
  /** @throws UsageError where it ends too early */
  end(): void;
}

const NO_BYTES = Buffer.alloc(0);

/** Formats: https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html, https://www.gnu.org/software/tar/manual/html_node/Standard.html */
export function tarParser(handler: TarHandler, limits: TarLimits = {}): TarParser {
  const { maxEntries = MAX_ENTRIES, name = "the tar" } = limits;
  let chunk: Buffer = NO_BYTES;
  let at = 0;
  let offset = 0; // of chunk[at] in the tar
  const carry = Buffer.allocUnsafe(BLOCK);
  let carried = 0;
  let skipLeft = 0;
  let padding = 0;
  let dataLeft = 0;
  let sink: TarSink | undefined;
  let state: "header" | "head" | "map" | "leading-map" | "record" | "after" = "header";
  let zeroBlocks = 0;
  let entries = 0;
  let isHiddenDataSeen = false;
  let leading: LeadingMap | undefined;
  let pieces: number[] = []; // Those of `current.map` in GNU's old format, which grow.
  const extensions = extensionReader(name);
  // The entry that is being read.
  let current: Described | undefined;

  const damaged = (what: string) => damagedTar(name, offset, what);

  /** The next bytes in one piece, once they are all there. They are overwritten by the next call. */
  function take(count: number): Buffer | undefined {
    const there = Math.min(count - carried, chunk.length - at);
    const start = at;
    at += there;
    offset += there;
    if (carried === 0 && there === count) return chunk.subarray(start, at);
    chunk.copy(carry, carried, start, at);
    carried += there;
    if (carried < count) return undefined;
    carried = 0;
    return carry.subarray(0, count);
  }

  function header(block: Buffer): void | Promise<void> {
    if (block[0] === 0 && isZero(block)) {
      zeroBlocks++;
      if (zeroBlocks === 2) state = "after";
      return;
    }
    if (zeroBlocks === 1) handler.problem?.("", "has a block of zeros between entries");
    zeroBlocks = 0;
    if (!hasChecksum(block)) throw damaged("a header has a wrong checksum");
    const parsed = parseHeader(block);
    if (isExtension(parsed)) return beginRecord(parsed);
    if (++entries > maxEntries) throw tooManyEntries(name, maxEntries);
    current = describe(parsed, extensions.take());
    if (current === undefined) throw damaged("an entry has no readable size");
    padding = -current.stored & (BLOCK - 1);
    if (parsed.type === "S") {
      pieces = oldPieces(block, 386, 4) ?? [Number.NaN];
      current.map = { pieces, size: realSize(block) };
      if (block[482] !== 0) {
        state = "map";
        return;
      }
    } else if (current.hasLeadingMap) {
      leading = leadingMap();
      state = "leading-map";
      return;
    }
    return begun();
  }

  function beginRecord(parsed: TarHeader): void {
    extensions.begin(parsed);
    padding = -extensions.left() & (BLOCK - 1);
    state = "record";
    if (extensions.left() === 0) endRecord();
  }

  function readRecord(): void {
    const start = at;
    at += Math.min(extensions.left(), chunk.length - at);
    offset += at - start;
    extensions.add(chunk.subarray(start, at));
    if (extensions.left() === 0) endRecord();
  }

  function endRecord(): void {
    skipLeft = padding;
    state = "header";
    const result = extensions.end();
    if (result === "broken") throw damaged("its extension records are broken");
    if (result === "misleading")
      handler.problem?.(
        "",
        "has global records of paths or sizes, which container runtimes ignore",
      );
  }

  function extraMap(): void | Promise<void> {
    const block = take(BLOCK);
    if (block === undefined) return;
    if (pieces.length > MAX_RECORDS / 12) throw damaged("a sparse file has too many pieces");
    pieces.push(...(oldPieces(block, 0, 21) ?? [Number.NaN]));
    return block[504] === 0 ? begun() : undefined;
  }

  function readLeadingMap(entry: Described): void | Promise<void> {
    const block = take(BLOCK);
    if (block === undefined) return;
    entry.stored -= BLOCK;
    const pieces = leading?.add(block);
    if (pieces === undefined && entry.stored >= 0) return;
    if (pieces === undefined || pieces === "broken" || entry.stored < 0)
      throw damaged("the map of a sparse file is broken");
    entry.map = { pieces, size: entry.entry.size };
    return begun();
  }

  /** All is known but the first bytes. */
  function begun(): void | Promise<void> {
    const { entry, stored, map, refused } = current as Described;
    if (map !== undefined && refused === undefined) {
      if (!Number.isSafeInteger(map.size)) return pass("its size is no number that can be read");
      if (!fits(map, stored)) throw damaged("the map of a sparse file does not fit it");
      (current as Described).entry = { ...entry, size: map.size, isSparse: true };
    }
    if (refused !== undefined) return pass(refused);
    if (entry.kind === "other") return pass("it is of a type that no format defines");
    if (map === undefined && stored > 0 && entry.kind === "file") state = "head";
    else return open(NO_BYTES, 0);
  }

  function pass(reason: string): void {
    const { entry, stored } = current as Described;
    handler.problem?.(entry.path, reason);
    state = "header";
    skipLeft = stored + padding;
  }

  function readHead({ stored }: Described): void | Promise<void> {
    const count = Math.min(BLOCK, stored);
    if (carried === 0 && chunk.length - at >= count) return open(chunk.subarray(at, at + count), 0);
    const head = take(count);
    return head === undefined ? undefined : open(Buffer.from(head), count);
  }

  /** @param taken How many bytes of the data `head` holds that do not come again. */
  function open(head: Buffer, taken: number): void | Promise<void> {
    const { entry, stored, map } = current as Described;
    state = "header";
    const start = offset - taken;
    sink = handler.entry({ ...entry, head, offset: start });
    if (sink === undefined) {
      skipLeft = stored - taken + padding;
      return;
    }
    if (map !== undefined) sink = withHoles(sink, map);
    if (taken > 0) sink.write(head);
    dataLeft = stored - taken;
    if (dataLeft === 0) return closed(sink);
  }

  function closed(open: TarSink): void | Promise<void> {
    sink = undefined;
    skipLeft = padding;
    return open.end();
  }

  function data(open: TarSink): void | Promise<void> {
    const count = Math.min(dataLeft, chunk.length - at);
    open.write(chunk.subarray(at, at + count));
    at += count;
    offset += count;
    dataLeft -= count;
    if (dataLeft === 0) return closed(open);
  }

  function after(): void {
    if (!isHiddenDataSeen && !isZero(chunk.subarray(at))) {
      isHiddenDataSeen = true;
      handler.problem?.("", `has data after its end, from about byte ${offset} on`);
    }
    offset += chunk.length - at;
    at = chunk.length;
  }

  function step(): void | Promise<void> {
    if (skipLeft > 0) {
      const count = Math.min(skipLeft, chunk.length - at);
      at += count;
      offset += count;
      skipLeft -= count;
      return;
    }
    if (sink !== undefined) return data(sink);
    if (state === "header") {
      const block = take(BLOCK);
      return block === undefined ? undefined : header(block);
    }
    if (state === "head") return readHead(current as Described);
    if (state === "record") return readRecord();
    if (state === "map") return extraMap();
    if (state === "leading-map") return readLeadingMap(current as Described);
    return after();
  }

  return {
    async push(bytes) {
      chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
      at = 0;
      while (at < chunk.length) {
        const pending = step();
        if (pending !== undefined) await pending;
      }
    },
    unwanted: () => skipLeft,
    skip(bytes) {
      skipLeft -= bytes;
      offset += bytes;
    },
    end() {
      if (skipLeft > 0 || sink !== undefined || carried > 0 || !/^(?:header|after)$/.test(state))
        throw damaged("it ends within an entry");
    },
  };
}

/** What a zstd frame begins with, as https://www.rfc-editor.org/rfc/rfc8878 §3.1 lays it out. */
export interface FrameHeader {
  /** Bytes of the header, the magic number included. */
  readonly length: number;
  readonly isSkippable: boolean;
  /** Of what follows a skippable frame's header. */
  readonly skip: number;
  /** Bytes that come out; not known of a stream. */
  readonly contentSize: number | undefined;
  readonly hasChecksum: boolean;
  readonly windowSize: number;
  readonly hasDictionary: boolean;
}

/** The longest header: magic, descriptor, window, dictionary, content size. */
export const MAX_FRAME_HEADER = 18;

const SIZES_OF_DICTIONARY = [0, 1, 2, 4] as const;

/** @returns `undefined` where more bytes are needed, `broken` where it is no frame */
export function frameHeader(bytes: Buffer): FrameHeader | "broken" | undefined {
  if (bytes.length < 8) return undefined;
  const magic = bytes.readUInt32LE(0);
  if (magic >>> 4 === 0x184d2a5) return skippable(bytes.readUInt32LE(4));
  if (magic !== 0xfd2fb528) return "broken";
  const descriptor = bytes[4] as number;
  const isSingleSegment = (descriptor & 0x20) !== 0;
  const dictionary = SIZES_OF_DICTIONARY[(descriptor & 3) as 0 | 1 | 2 | 3];
  const sizeFlag = descriptor >> 6;
  const sizeLength = sizeFlag === 0 ? (isSingleSegment ? 1 : 0) : 1 << sizeFlag;
  const at = 5 + (isSingleSegment ? 0 : 1) + dictionary;
  const length = at + sizeLength;
  if (bytes.length < length) return undefined;
  const contentSize = sizeAt(bytes, at, sizeLength);
  const window = bytes[5] as number;
  const base = 2 ** (10 + (window >> 3));
  return {
    length,
    isSkippable: false,
    skip: 0,
    contentSize,
    hasChecksum: (descriptor & 4) !== 0,
    windowSize: isSingleSegment ? (contentSize ?? 0) : base + (base / 8) * (window & 7),
    hasDictionary: dictionary > 0 && !isZero(bytes.subarray(at - dictionary, at)),
  };
}

function isZero(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0);
}

function sizeAt(bytes: Buffer, at: number, length: number): number | undefined {
  if (length === 0) return undefined;
  if (length === 1) return bytes[at];
  if (length === 2) return bytes.readUInt16LE(at) + 256;
  if (length === 4) return bytes.readUInt32LE(at);
  return bytes.readUInt32LE(at) + bytes.readUInt32LE(at + 4) * 2 ** 32;
}

function skippable(skip: number): FrameHeader {
  return {
    length: 8,
    isSkippable: true,
    skip,
    contentSize: 0,
    hasChecksum: false,
    windowSize: 0,
    hasDictionary: false,
  };
}

/** A block of a frame: how many bytes follow its header of three, and whether it is the last. */
export function blockHeader(bytes: Buffer): { readonly skip: number; readonly isLast: boolean } {
  const value = bytes.readUIntLE(0, 3);
  const isRepeated = ((value >> 1) & 3) === 1;
  return { skip: isRepeated ? 1 : value >> 3, isLast: (value & 1) === 1 };
}

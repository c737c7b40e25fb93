import { verifiedBytes } from "../../content/verified.ts";
import type { Descriptor } from "../../descriptor.ts";
import { StoreError } from "../../error.ts";
import { pause } from "../pause.ts";
import type { RegistryResponse, RegistrySession } from "../session.ts";
import {
  abandon,
  brokeOff,
  finishUrl,
  nextLocation,
  type OpenBlob,
  pushScope,
  type UploadSession,
} from "./upload-session.ts";

const CHUNK = 16 * 1024 * 1024;
/** A registry that wants larger ones gets the blob in one request. */
const LARGEST_CHUNK = 128 * 1024 * 1024;
const TRIES = 4;

/**
 * Sends a blob in chunks: https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pushing-a-blob-in-chunks
 * One chunk is in memory at a time; one that breaks off goes on where the registry says that it is.
 *
 * @returns `false` where the registry takes no chunks, or drops all but the first: the blob is to be sent whole.
 * @throws StoreError
 */
export async function uploadInChunks(
  session: RegistrySession,
  begun: UploadSession,
  descriptor: Descriptor,
  open: OpenBlob,
  what: string,
  chunk = CHUNK,
): Promise<boolean> {
  const size = Math.max(chunk, begun.chunkMinLength);
  let location = begun.location;
  let sent = 0;
  let isCounted = size <= LARGEST_CHUNK;
  const source = verifiedBytes(descriptor, "its source", open());
  for await (const piece of isCounted ? pieces(source, size) : []) {
    const next = await sendChunk(session, { location, sent, piece, what });
    isCounted = next !== undefined;
    if (next === undefined) break;
    location = next;
    sent += piece.length;
  }
  if (!isCounted) {
    await abandon(session, location, what);
    return false;
  }
  const response = await session.request({
    method: "PUT",
    target: finishUrl(location, descriptor.digest),
    headers: { "content-type": "application/octet-stream" },
    body: "",
    scopes: [pushScope(session)],
    what,
  });
  if (response.status === 201 || response.status === 204) return true;
  throw session.failure(response, what);
}

interface Chunk {
  readonly location: URL;
  /** Bytes before this chunk. */
  readonly sent: number;
  readonly piece: Uint8Array;
  readonly what: string;
}

/** That of the request itself, which another one may not meet with; 416 says that the chunk is not the next one. */
function isRefusal(status: number): boolean {
  return status >= 400 && status < 500 && ![401, 403, 408, 413, 416, 429].includes(status);
}

/** Where the next chunk goes; `undefined` where this one was not counted, and the blob is to be sent whole. */
async function sendChunk(
  session: RegistrySession,
  { location, sent, piece, what }: Chunk,
): Promise<URL | undefined> {
  const end = sent + piece.length;
  let [at, target] = [sent, location];
  for (let tried = 1; at < end; tried++) {
    const response = await patch(session, target, piece.subarray(at - sent), at, what);
    if (response !== undefined && response.status >= 200 && response.status < 300) {
      const counted = countedBytes(response);
      if (counted !== undefined && counted !== end) return undefined;
      return nextLocation(response) ?? target;
    }
    // Some registries take a blob whole only, and say so in one way or another.
    if (response !== undefined && isRefusal(response.status)) return undefined;
    if (tried === TRIES) throw giveUp(session, response, what);
    await pause(session, 100 * tried);
    const status = await session.request({
      ...{ method: "GET", target, scopes: [pushScope(session)], what },
    });
    if (isRefusal(status.status)) return undefined;
    if (status.status !== 204 && status.status !== 200) throw session.failure(status, what);
    const counted = countedBytes(status) ?? 0;
    // `0-0` stands for one byte and for none.
    at = counted === 1 ? 0 : counted;
    if (at < sent || at > end) return undefined;
    target = nextLocation(status) ?? target;
  }
  return target;
}

async function patch(
  session: RegistrySession,
  target: URL,
  bytes: Uint8Array,
  start: number,
  what: string,
): Promise<RegistryResponse | undefined> {
  try {
    return await session.request({
      method: "PATCH",
      target,
      headers: {
        "content-type": "application/octet-stream",
        "content-range": `${start}-${start + bytes.length - 1}`,
      },
      body: bytes,
      timeoutMs: 60_000 + bytes.length / 100,
      scopes: [pushScope(session)],
      what,
    });
  } catch (error) {
    if (brokeOff(error)) return undefined;
    throw error;
  }
}

/** How many bytes the registry has, by `Range: 0-<end>`. */
function countedBytes({ headers }: RegistryResponse): number | undefined {
  const end = /^(?:bytes=)?0-(\d{1,15})$/.exec(headers["range"] ?? "")?.[1];
  return end === undefined ? undefined : Number(end) + 1;
}

function giveUp(session: RegistrySession, response: RegistryResponse | undefined, what: string) {
  return response === undefined
    ? new StoreError("unreachable", `The upload of ${what} broke off ${TRIES} times`)
    : session.failure(response, what);
}

/** Pieces of one size, the last one shorter. Each is valid until the next is taken. */
async function* pieces(
  source: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<Uint8Array> {
  const piece = Buffer.allocUnsafe(size);
  let filled = 0;
  for await (const bytes of source) {
    for (let at = 0; at < bytes.length; ) {
      const taken = Math.min(size - filled, bytes.length - at);
      piece.set(bytes.subarray(at, at + taken), filled);
      filled += taken;
      at += taken;
      if (filled === size) {
        yield piece;
        filled = 0;
      }
    }
  }
  if (filled > 0) yield piece.subarray(0, filled);
}

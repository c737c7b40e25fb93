import { verifiedBytes } from "../../content/verified.ts";
import type { Descriptor } from "../../descriptor.ts";
import { StoreError } from "../../error.ts";
import { pause } from "../pause.ts";
import type { RegistryResponse, RegistrySession } from "../session.ts";
import { type Rereadable, rereadable } from "./reread.ts";
import {
  abandon,
  finishUrl,
  nextLocation,
  type OpenBlob,
  pushScope,
  sendBytes,
  type UploadSession,
} from "./upload-session.ts";

/** A chunk is streamed, not kept; registries spend time on each. */
const LARGE_CHUNK = 1024 * 1024 * 1024;
/** After a break, or where something on the way takes no request that large. */
const CHUNK = 16 * 1024 * 1024;
const TRIES = 4;

/**
 * Sends a blob in chunks: https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pushing-a-blob-in-chunks
 * One that breaks off goes on where the registry says that it is, in smaller ones.
 *
 * @param chunk Bytes of every chunk, in place of large and smaller ones.
 * @returns `false` where the registry takes no chunks, or drops all but the first: the blob is to be sent whole.
 * @throws StoreError
 */
export async function uploadInChunks(
  session: RegistrySession,
  begun: UploadSession,
  descriptor: Descriptor,
  open: OpenBlob,
  what: string,
  chunk?: number,
): Promise<boolean> {
  const { size } = descriptor;
  const source = rereadable(
    () => verifiedBytes(descriptor, "its source", open()),
    size,
    begun.ownsBytes,
  );
  try {
    const { target, isTaken } = await sendChunks(session, begun, size, source, what, chunk);
    if (!isTaken) {
      await abandon(session, target, what);
      return false;
    }
    const response = await session.request({
      method: "PUT",
      target: finishUrl(target, descriptor.digest),
      headers: { "content-type": "application/octet-stream" },
      body: "",
      scopes: [pushScope(session)],
      what,
    });
    if (response.status === 201 || response.status === 204) return true;
    throw session.failure(response, what);
  } finally {
    await source.close();
  }
}

/** That of the request itself, which another one may not meet with; 416 says that the chunk is not the next one. */
function isRefusal(status: number): boolean {
  return status >= 400 && status < 500 && ![401, 403, 408, 413, 416, 429].includes(status);
}

/** Where the upload is by then; not taken is it where a chunk was not counted, and the blob is to be sent whole. */
async function sendChunks(
  session: RegistrySession,
  begun: UploadSession,
  size: number,
  source: Rereadable,
  what: string,
  chunk: number | undefined,
): Promise<{ readonly target: URL; readonly isTaken: boolean }> {
  let length = Math.max(chunk ?? LARGE_CHUNK, begun.chunkMinLength);
  let target = begun.location;
  let [at, tried] = [0, 0];
  while (at < size) {
    const end = Math.min(at + length, size);
    const response = await patch(session, target, source, [at, end], what);
    if (response !== undefined && response.status >= 200 && response.status < 300) {
      const counted = countedBytes(response);
      if (counted !== undefined && counted !== end) return { target, isTaken: false };
      target = nextLocation(response) ?? target;
      [at, tried] = [end, 0];
      continue;
    }
    // Some registries take a blob whole only, and say so in one way or another.
    if (response !== undefined && isRefusal(response.status)) return { target, isTaken: false };
    tried++;
    if (tried === TRIES) throw giveUp(session, response, what);
    await pause(session, 100 * tried);
    const status = await session.request({
      ...{ method: "GET", target, scopes: [pushScope(session)], what },
    });
    if (isRefusal(status.status)) return { target, isTaken: false };
    if (status.status !== 204 && status.status !== 200) throw session.failure(status, what);
    const counted = countedBytes(status) ?? 0;
    // `0-0` stands for one byte and for none.
    const has = counted === 1 ? 0 : counted;
    if (has < at || has > end) return { target, isTaken: false };
    at = has;
    target = nextLocation(status) ?? target;
    length = Math.max(chunk ?? CHUNK, begun.chunkMinLength);
  }
  return { target, isTaken: true };
}

async function patch(
  session: RegistrySession,
  target: URL,
  source: Rereadable,
  [start, end]: readonly [number, number],
  what: string,
): Promise<RegistryResponse | undefined> {
  const headers = { "content-range": `${start}-${end - 1}` };
  const read = () => source.range(start, end);
  const request = { method: "PATCH", target, headers, what } as const;
  const response = await sendBytes(session, request, end - start, read);
  return response instanceof StoreError ? undefined : response;
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

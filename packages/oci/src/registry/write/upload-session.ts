import { Readable } from "node:stream";
import { StoreError } from "../../error.ts";
import type { RegistryRequest, RegistryResponse, RegistrySession } from "../session.ts";

/** The bytes of a blob, anew each time. */
export type OpenBlob = () => AsyncIterable<Uint8Array>;

/** A session of an upload: https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pushing-blobs */
export interface UploadSession {
  readonly location: URL;
  /** `OCI-Chunk-Min-Length` */
  readonly chunkMinLength: number;
  /** Whether the pieces of the source are nobody else's: those of a store are. */
  readonly ownsBytes: boolean;
}

export function pushScope({ reference }: RegistrySession): string {
  return `repository:${reference.repository}:pull,push`;
}

/** Whether a request's answer did not come, or not all of it. Not for errors of the bytes' source. */
export function brokeOff(error: unknown): error is StoreError {
  return error instanceof StoreError && /^(unreachable|truncated)$/.test(error.failure);
}

/** Where an upload goes on; it may be relative to what was asked. */
export function nextLocation({ headers, url }: RegistryResponse): URL | undefined {
  const { location } = headers;
  return location !== undefined && URL.canParse(location, url.href)
    ? new URL(location, url)
    : undefined;
}

/** What ends an upload. Nothing of the query that the registry gave is changed. */
export function finishUrl(location: URL, digest: string): URL {
  const { href, search } = location;
  return new URL(`${href}${search === "" ? "?" : "&"}digest=${encodeURIComponent(digest)}`);
}

/** Ends a session that nothing more comes to, where the registry lets it. */
export async function abandon(
  session: RegistrySession,
  location: URL,
  what: string,
): Promise<void> {
  await session
    .request({ method: "DELETE", target: location, tries: 1, scopes: [pushScope(session)], what })
    .catch(() => {});
}

/**
 * Streams bytes as the body of one try.
 *
 * @returns The failure where no answer came. @throws what the source of the bytes throws.
 */
export async function sendBytes(
  session: RegistrySession,
  request: Pick<RegistryRequest, "method" | "target" | "what" | "headers">,
  size: number,
  open: OpenBlob,
): Promise<RegistryResponse | StoreError> {
  const streams: Readable[] = [];
  let cause: unknown;
  try {
    return await session.request({
      ...request,
      headers: {
        "content-type": "application/octet-stream",
        "content-length": String(size),
        ...request.headers,
      },
      sendFrom: () => {
        const bytes = Readable.from(open(), { objectMode: false });
        bytes.on("error", (error) => {
          cause = error;
        });
        streams.push(bytes);
        return bytes;
      },
      // A session takes one body; another try needs another one.
      tries: 1,
      timeoutMs: 60_000 + size / 100,
      scopes: [pushScope(session)],
    });
  } catch (error) {
    // What the source could not give is no failure of the registry.
    if (cause !== undefined || !brokeOff(error)) throw cause ?? error;
    return new StoreError("unreachable", error.message, { cause: error });
  } finally {
    for (const stream of streams) stream.destroy();
  }
}

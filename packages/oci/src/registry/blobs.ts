import { release } from "../compression/feeding.ts";
import { verifiedBytes } from "../content/verified.ts";
import type { Descriptor } from "../descriptor.ts";
import { StoreError } from "../error.ts";
import { pause } from "./pause.ts";
import type { RegistryResponse, RegistrySession } from "./session.ts";

/** What is read in one piece, and tried again as a whole. */
const SMALL_BYTES = 4 * 1024 * 1024;
/** An error's body has room beside a blob of no bytes. */
const LEAST_BYTES = 64 * 1024;
const SMALL_TIMEOUT_MS = 120_000;
/** Of pieces that are handed on: each is a way through files, threads or sockets. */
const PIECE_BYTES = 256 * 1024;
/** Sockets give up to 64 KiB at a time. Buffers of so many bytes are never part of Node's shared pool. */
const OWN_BYTES = 16 * 1024;
/** How often a connection may break before so many more bytes have come. */
const TRIES = 4;
const PROGRESS_BYTES = 4 * 1024 * 1024;
const STALL_MS = 30_000;
/** In that time: 10 kB/s. */
const STALL_BYTES = 300_000;

/**
 * The bytes of a blob, verified, in pieces that are nobody else's. A large one streams; where the connection breaks or stalls, it goes on
 * from there, by a range or where the registry gives none behind the bytes that have come.
 * https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-blobs
 *
 * @throws StoreError
 */
export function readBlob(
  session: RegistrySession,
  descriptor: Descriptor,
): AsyncGenerator<Uint8Array> {
  const source =
    descriptor.size <= SMALL_BYTES ? small(session, descriptor) : large(session, descriptor);
  return verifiedBytes(
    descriptor,
    session.name,
    pieces(source, Math.min(Math.max(descriptor.size, 1), PIECE_BYTES)),
  );
}

async function* small(session: RegistrySession, descriptor: Descriptor) {
  const what = `The blob ${descriptor.digest} of ${session.name}`;
  const response = await ask(session, descriptor, what, {
    maxBytes: Math.max(descriptor.size, LEAST_BYTES),
    timeoutMs: SMALL_TIMEOUT_MS,
  }).catch((error) => {
    // Nobody sends more than was asked for by mistake.
    if (!(error instanceof StoreError) || error.failure !== "malformed") throw error;
    throw new StoreError("digest-mismatch", error.message, { cause: error });
  });
  if (response.status !== 200) throw session.failure(response, what);
  mustBePlain(response, what);
  yield response.body;
}

async function* large(session: RegistrySession, descriptor: Descriptor) {
  const { digest, size } = descriptor;
  const what = `The blob ${digest} of ${session.name}`;
  let at = 0;
  let [tried, from] = [0, 0];
  for (;;) {
    const more = at === 0 ? undefined : { range: `bytes=${at}-` };
    const response = await ask(session, descriptor, what, { streams: true }, more);
    const { stream, status } = response;
    let reason = "it ended";
    try {
      // Where a whole comes in place of a range, what is there already is passed over.
      let known = judge(session, response, at, size, what);
      for await (const bytes of stream === undefined ? [response.body] : unstalled(stream)) {
        const fresh = bytes.subarray(Math.min(known, bytes.length));
        known -= bytes.length - fresh.length;
        at += fresh.length;
        yield fresh;
      }
      // A range may be shorter than what was asked for.
      if (at >= size || status === 200) return;
    } catch (error) {
      if (error instanceof StoreError) throw error;
      reason = error instanceof Error ? error.message : String(error);
    } finally {
      stream?.destroy();
    }
    if (at - from >= PROGRESS_BYTES) [tried, from] = [0, at];
    tried++;
    if (tried === TRIES)
      throw new StoreError(
        "truncated",
        `${what} broke off ${TRIES} times near byte ${at} of ${size} (${reason})`,
      );
    session.context.logger.info(`${what} broke off at byte ${at} (${reason}); going on from there`);
    await pause(session, 100 * tried);
  }
}

async function ask(
  session: RegistrySession,
  { digest }: Descriptor,
  what: string,
  limits: Pick<Parameters<RegistrySession["request"]>[0], "maxBytes" | "timeoutMs" | "streams">,
  headers: Readonly<Record<string, string>> = {},
): Promise<RegistryResponse> {
  return await session.request({
    target: `${session.reference.repository}/blobs/${digest}`,
    what,
    headers: { "accept-encoding": "identity", ...headers },
    ...limits,
  });
}

function mustBePlain({ headers }: RegistryResponse, what: string): void {
  const encoding = headers["content-encoding"] ?? "identity";
  if (encoding === "identity") return;
  throw new StoreError(
    "failed",
    `${what} came packed (${encoding.slice(0, 40)}), which nobody asked for`,
    { hint: "Look for a proxy on the way that compresses answers." },
  );
}

/** How many bytes of the answer are there already. RFC 9110 section 14.4 @throws StoreError */
function judge(
  session: RegistrySession,
  response: RegistryResponse,
  at: number,
  size: number,
  what: string,
): number {
  const { status, headers } = response;
  if (status === 416 && at > 0)
    throw new StoreError("truncated", `${what} is truncated: it ends before byte ${at} of ${size}`);
  if (status !== 200 && (status !== 206 || at === 0)) throw session.failure(response, what);
  mustBePlain(response, what);
  const range = headers["content-range"] ?? "";
  const [, start, total = "*"] =
    status === 200
      ? ["", "0", headers["content-length"]]
      : (/^bytes (\d{1,16})-\d{1,16}\/(\d{1,16}|\*)$/.exec(range) ?? []);
  if (status === 206 && Number(start ?? -1) !== at)
    throw new StoreError(
      "failed",
      `${what}: the bytes from ${at} on were asked for, and "${range.slice(0, 100)}" came`,
    );
  if (total !== "*" && Number(total) !== size)
    throw new StoreError(
      Number(total) < size ? "truncated" : "digest-mismatch",
      `${what} has ${total} bytes; its descriptor says ${size}`,
    );
  return status === 200 ? at : 0;
}

type Stream = NonNullable<RegistryResponse["stream"]>;

/** Ends a stream that hardly anything comes from, while somebody waits for it. */
export async function* unstalled(stream: Stream): AsyncGenerator<Uint8Array> {
  let [came, isAwaited] = [0, true];
  const timer = setInterval(() => {
    if (isAwaited && came < STALL_BYTES)
      stream.destroy(new Error(`only ${came} bytes came in ${STALL_MS / 1000} s`));
    came = 0;
  }, STALL_MS);
  try {
    for await (const bytes of stream as AsyncIterable<Buffer>) {
      came += bytes.length;
      isAwaited = false;
      yield bytes;
      isAwaited = true;
    }
  } finally {
    clearInterval(timer);
  }
}

/** Pieces of one size, the last one shorter, each with memory of its own; that of what is read is given back. */
async function* pieces(
  source: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<Uint8Array> {
  let piece = Buffer.allocUnsafeSlow(size);
  let filled = 0;
  for await (const bytes of source) {
    for (let at = 0; at < bytes.length; ) {
      const taken = Math.min(size - filled, bytes.length - at);
      piece.set(bytes.subarray(at, at + taken), filled);
      filled += taken;
      at += taken;
      if (filled === size) {
        yield piece;
        piece = Buffer.allocUnsafeSlow(size);
        filled = 0;
      }
    }
    if (bytes.length >= OWN_BYTES) release(bytes);
  }
  if (filled > 0) yield piece.subarray(0, filled);
}

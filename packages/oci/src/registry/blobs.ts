import { createReadStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { verifiedBytes } from "../content/verified.ts";
import type { Descriptor } from "../descriptor.ts";
import { StoreError } from "../error.ts";
import type { RegistryResponse, RegistrySession } from "./session.ts";

/** Bytes of one request: what is in memory, and what is lost where a connection breaks. */
const PART_BYTES = 4 * 1024 * 1024;
/** An error's body has room beside a blob of no bytes. */
const LEAST_BYTES = 64 * 1024;
const PART_TIMEOUT_MS = 120_000;
/** Where the first answer is the whole blob. */
const WHOLE_TIMEOUT_MS = 300_000;

export interface BlobReader {
  read(descriptor: Descriptor): AsyncGenerator<Uint8Array>;
  close(): Promise<void>;
}

/**
 * Blobs in parts of 4 MiB, each tried again by itself, so that an outage costs one part. Where a registry gives the whole in place of a
 * part, it goes through a private temporary file. https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-blobs
 */
export function blobReader(session: RegistrySession): BlobReader {
  let folder: Promise<string> | undefined;
  let files = 0;
  const newFile = async () => {
    folder ??= mkdtemp(join(session.context.environment["RUNNER_TEMP"] || tmpdir(), "assay-blob-"));
    files += 1;
    return join(await folder, String(files));
  };
  return {
    read: (descriptor) =>
      verifiedBytes(descriptor, session.name, parts(session, descriptor, newFile)),
    async close() {
      if (folder !== undefined) await rm(await folder, { recursive: true, force: true });
      folder = undefined;
    },
  };
}

async function* parts(
  session: RegistrySession,
  { digest, size }: Descriptor,
  newFile: () => Promise<string>,
): AsyncGenerator<Uint8Array> {
  const what = `The blob ${digest} of ${session.name}`;
  const target = `${session.reference.repository}/blobs/${digest}`;
  const isWhole = size <= PART_BYTES;
  const file = isWhole ? undefined : await newFile();
  const ask = async (start: number): Promise<RegistryResponse> => {
    const end = Math.min(start + PART_BYTES, size) - 1;
    return await session
      .request({
        target,
        what,
        headers: {
          "accept-encoding": "identity",
          ...(isWhole ? {} : { range: `bytes=${start}-${end}` }),
        },
        maxBytes: Math.max(size, LEAST_BYTES),
        timeoutMs: start === 0 ? WHOLE_TIMEOUT_MS : PART_TIMEOUT_MS,
        ...(file === undefined ? {} : { saveTo: file }),
      })
      .catch((error) => {
        // Nobody sends more than was asked for by mistake.
        if (!(error instanceof StoreError) || error.failure !== "malformed") throw error;
        throw new StoreError("digest-mismatch", error.message, { cause: error });
      });
  };
  for (let at = 0, next = ask(0); ; ) {
    const response = await next;
    const { status } = response;
    const encoding = response.headers["content-encoding"] ?? "identity";
    if (encoding !== "identity")
      throw new StoreError(
        "failed",
        `${what} came packed (${encoding.slice(0, 40)}), which nobody asked for`,
        {
          hint: "Look for a proxy on the way that compresses answers.",
        },
      );
    if (status === 200) {
      if (file === undefined) yield response.body;
      else yield* saved(file, at);
      return;
    }
    if (status === 416 && !isWhole)
      throw new StoreError(
        "truncated",
        `${what} is truncated: it ends before byte ${at} of ${size}`,
      );
    if (status !== 206 || isWhole) throw session.failure(response, what);
    checkRange(response, at, size, what);
    at += response.body.length;
    if (at >= size) {
      yield response.body;
      return;
    }
    next = ask(at);
    // Asked for while the part before is worked on; nobody may want it any more.
    next.catch(() => {});
    yield response.body;
  }
}

async function* saved(file: string, start: number): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(file, { start }) as AsyncIterable<Buffer>;
  } finally {
    await rm(file, { force: true });
  }
}

/** RFC 9110 section 14.4 */
function checkRange(
  { headers, body }: RegistryResponse,
  at: number,
  size: number,
  what: string,
): void {
  const found = headers["content-range"] ?? "";
  const [, start, total] = /^bytes (\d{1,16})-\d{1,16}\/(\d{1,16}|\*)$/.exec(found) ?? [];
  if (
    start === undefined ||
    Number(start) !== at ||
    body.length === 0 ||
    body.length > PART_BYTES
  ) {
    throw new StoreError(
      "failed",
      `${what}: the bytes from ${at} on were asked for, and "${found.slice(0, 100)}" came with ${body.length} bytes`,
    );
  }
  if (total !== "*" && Number(total) !== size) {
    throw new StoreError(
      Number(total) < size ? "truncated" : "digest-mismatch",
      `${what} has ${total} bytes; its descriptor says ${size}`,
    );
  }
}

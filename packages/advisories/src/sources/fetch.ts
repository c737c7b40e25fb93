import { createReadStream, createWriteStream, mkdirSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip, gunzipSync } from "node:zlib";
import { type CheckContext, ExternalError, type HttpResponse } from "@assay/core";
import { openWindow } from "../archive/window.ts";
import { temporaryPath } from "../store/temporary.ts";
import { unwritable } from "../store/write.ts";

type Run = Pick<CheckContext, "http" | "signal">;

const MAX_ARCHIVE = 2 ** 31;
const MAX_TEXT = 64 * 2 ** 20;
/** As long as a run waits for a service at all. */
const TIMEOUT_MS = 300_000;

/** An answer of a source that is no data. */
export function notData(url: string, why: string): ExternalError {
  return new ExternalError(`${url} ${why}`, {
    hint: "Check that the address is OSV's bucket or a mirror of it, and not a page of a portal or proxy. A store or snapshot that is there is used with `offline`.",
  });
}

/** The text of a small answer, unpacked where a proxy left it packed without saying so. */
export function textOf(url: string, { body }: HttpResponse): string {
  if (body[0] !== 0x1f || body[1] !== 0x8b) return Buffer.from(body).toString();
  try {
    return gunzipSync(body, { maxOutputLength: MAX_TEXT }).toString();
  } catch {
    throw notData(url, "answered with gzip that can't be unpacked");
  }
}

export function jsonOf(url: string, response: HttpResponse): unknown {
  if (response.status !== 200) throw notData(url, `answered with status ${response.status}`);
  const text = textOf(url, response);
  try {
    return JSON.parse(text);
  } catch {
    throw notData(
      url,
      `answered with what is no JSON (${response.headers["content-type"] ?? "no content type"})`,
    );
  }
}

/**
 * Streams an archive into a file beside `beside`, which is gone when `use` is done.
 *
 * @throws ExternalError when there is none, or something else than a zip comes.
 */
export async function withArchive<T>(
  { http, signal }: Run,
  url: string,
  beside: string,
  use: (path: string) => Promise<T>,
): Promise<T> {
  const [path, unpacked] = ["zip", "gz.zip"].map((end) => temporaryPath(beside, end)) as [
    string,
    string,
  ];
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch (cause) {
    throw unwritable(path, cause);
  }
  try {
    const answer = await http.request({
      url,
      saveTo: path,
      maxBytes: MAX_ARCHIVE,
      timeoutMs: TIMEOUT_MS,
    });
    if (answer.status !== 200) throw notData(url, `answered with status ${answer.status}`);
    let start = startOf(path);
    const isPacked = start.startsWith("1f8b");
    if (isPacked) {
      await unpack(path, unpacked, signal).catch((cause) => {
        throw notData(
          url,
          `answered with gzip that can't be unpacked (${String(cause.code ?? cause.message)})`,
        );
      });
      start = startOf(unpacked);
    }
    if (!/^504b(?:0304|0506)/.test(start))
      throw notData(
        url,
        `answered with what is no zip (${answer.headers["content-type"] ?? "no content type"})`,
      );
    return await use(isPacked ? unpacked : path);
  } finally {
    rmSync(path, { force: true });
    rmSync(unpacked, { force: true });
  }
}

function startOf(path: string): string {
  const file = openWindow(path);
  try {
    return file.at(0, Math.min(4, file.size)).toString("hex");
  } finally {
    file.close();
  }
}

async function unpack(path: string, target: string, signal: AbortSignal): Promise<void> {
  let size = 0;
  const limited = async function* (source: AsyncIterable<Buffer>) {
    for await (const chunk of source) {
      size += chunk.length;
      if (size > MAX_ARCHIVE) throw new Error(`more than ${MAX_ARCHIVE} bytes`);
      yield chunk;
    }
  };
  await pipeline(createReadStream(path), createGunzip(), limited, createWriteStream(target), {
    signal,
  });
}

import type { TarHandler, TarLimits } from "./entry.ts";
import { tarParser } from "./parser.ts";

/** Reads a tar to its end, as it comes. @throws UsageError where it is no tar, ends early or is beyond the limits */
export async function readTar(
  source: AsyncIterable<Uint8Array>,
  handler: TarHandler,
  limits?: TarLimits,
): Promise<void> {
  const parser = tarParser(handler, limits);
  for await (const bytes of source) await parser.push(bytes);
  parser.end();
}

const WINDOW = 64 * 1024;

/**
 * Reads a tar that lies somewhere where one can jump: what nobody wants is not read, so that an index of an archive of many GB takes no time.
 *
 * @param read Gives fewer bytes than asked for only at the end.
 */
export async function readTarAt(
  read: (offset: number, length: number) => Promise<Uint8Array>,
  size: number,
  handler: TarHandler,
  limits?: TarLimits,
): Promise<void> {
  const parser = tarParser(handler, limits);
  for (let at = 0; at < size; ) {
    const jump = Math.min(parser.unwanted(), size - at);
    if (jump > 0) {
      parser.skip(jump);
      at += jump;
      continue;
    }
    const bytes = await read(at, Math.min(WINDOW, size - at));
    if (bytes.length === 0) break;
    await parser.push(bytes);
    at += bytes.length;
  }
  parser.end();
}

import { UsageError } from "@assay/core";

/** Passes bytes on, and keeps the error of the source apart from those of the decoder. */
export async function* catching(
  source: AsyncIterable<Uint8Array>,
  caught: (error: unknown) => void,
) {
  try {
    for await (const bytes of source) yield bytes;
  } catch (error) {
    caught(error);
    throw error;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  Z_BUF_ERROR: "it ends too early",
  Z_DATA_ERROR: "it is damaged",
  ZSTD_error_checksum_wrong: "its checksum is wrong",
  ZSTD_error_frameParameter_windowTooLarge:
    "it was made with a window of over 128 MiB (`--long=28` or more), which no reader has to support",
};

/** What the decoder says, in other words. */
export function asBroken(error: unknown, name: string): unknown {
  const { code = "", message = "" } = error as { code?: string; message?: string };
  if (!/^(?:Z_|ZSTD_|ERR_ZLIB|ERR_BUFFER_TOO_LARGE)/.test(code)) return error;
  const garbage = message.includes("incorrect header check");
  const reason = garbage ? "bytes follow its end that are not compressed" : REASONS[code];
  return new UsageError(`${name} can't be decompressed: ${reason ?? message}`, {
    hint: "Build or pull it again: a container runtime refuses such a layer as well.",
    cause: error,
  });
}

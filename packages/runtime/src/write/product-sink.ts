import { createHash } from "node:crypto";
import { dirname } from "node:path";
import type { ProductSink, ReportedArtifact } from "@assay/core";
import { clearLeft, writeInside } from "./write-files.ts";

/** A sink that writes below `root`, and the list of what it has written so far. */
export interface RecordingSink extends ProductSink {
  readonly written: readonly ReportedArtifact[];
}

/** @param root Absolute path of the working directory. */
export function productSink(root: string): RecordingSink {
  const written: ReportedArtifact[] = [];
  const cleared = new Set<string>();
  return {
    written,
    async write({ path, mediaType, bytes }) {
      const hash = createHash("sha256");
      let size = 0;
      const counted = function* () {
        for (const part of bytes instanceof Uint8Array ? [bytes] : bytes) {
          hash.update(part);
          size += part.byteLength;
          yield part;
        }
      };
      const folder = dirname(await writeInside(root, path, counted()));
      if (!cleared.has(folder)) clearLeft(folder);
      cleared.add(folder);
      written.push({ name: path, mediaType, sha256: hash.digest("hex"), size });
    },
  };
}

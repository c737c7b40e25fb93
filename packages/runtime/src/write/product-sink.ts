import { createHash } from "node:crypto";
import type { ProductSink, ReportedArtifact } from "@assay/core";
import { writeInside } from "./write-files.ts";

/** A sink that writes below `root`, and the list of what it has written so far. */
export interface RecordingSink extends ProductSink {
  readonly written: readonly ReportedArtifact[];
}

/** @param root Absolute path of the working directory. */
export function productSink(root: string): RecordingSink {
  const written: ReportedArtifact[] = [];
  return {
    written,
    async write({ path, mediaType, bytes }) {
      await writeInside(root, path, bytes);
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      written.push({ name: path, mediaType, sha256, size: bytes.byteLength });
    },
  };
}

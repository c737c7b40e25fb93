import { createHash } from "node:crypto";
import type { ActRecord } from "@assay/core";

export function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** What is now at a place where it was sent to. */
export function uploaded(
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  destination: string,
  notes: readonly string[] = [],
  act: "uploaded" | "kept" = "uploaded",
): ActRecord {
  return {
    act,
    subject: { name, digests: { sha256: sha256Of(bytes) } },
    signer: {},
    logEntries: [],
    destination,
    ...(notes.length > 0 && { notes }),
  };
}

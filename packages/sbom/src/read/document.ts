import { repeatedField, UsageError } from "@assay/core";
import type { SbomDocument } from "../model.ts";
import { type Unread, unreadFields } from "./fields.ts";
import { readSource, type Source } from "./source.ts";

export type { Unread } from "./fields.ts";

export interface ReadDocument {
  readonly source: Source;
  readonly document: SbomDocument;
  /** What the document says that the model has no place for: every field of it, with how often it is there. Sorted by path. */
  readonly unread: readonly Unread[];
}

/**
 * Reads a document of any format that is known into the one model.
 *
 * @param path As people call it, for messages.
 * @throws UsageError as `readSource`, and when components are nested too deeply or a field stands twice in one object
 */
export async function readDocument(path: string, bytes: Uint8Array): Promise<ReadDocument> {
  const source = readSource(path, bytes);
  const repeated = source.syntax === "json" ? repeatedField(source.text) : undefined;
  if (repeated !== undefined) {
    throw new UsageError(
      `${path} gives ${JSON.stringify(repeated.slice(0, 100))} twice in one object: readers differ in which counts`,
      { hint: "Write the document again with the tool that made it, or report the fault there." },
    );
  }
  const unread = unreadFields();
  for (const name of source.foreign ?? []) unread.add(`<${name}>`);
  const document = await modelOf(path, source, unread);
  return { source, document, unread: unread.list() };
}

async function modelOf(
  path: string,
  { family, value }: Source,
  unread: ReturnType<typeof unreadFields>,
) {
  if (family === "CycloneDX")
    return (await import("./cyclonedx.ts")).readCycloneDx(path, value, unread);
  if (family === "SPDX") return (await import("./spdx.ts")).readSpdx(value, unread);
  return (await import("./spdx3.ts")).readSpdx3(value, unread);
}

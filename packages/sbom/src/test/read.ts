import { type ReadDocument, readDocument } from "../read/document.ts";

/** Reads a text, or an object as JSON. */
export function read(document: string | object): Promise<ReadDocument> {
  const text = typeof document === "string" ? document : JSON.stringify(document);
  return readDocument("bom", new TextEncoder().encode(text));
}

/** `path ×count`, a line each. */
export function unreadIn({ unread }: ReadDocument): readonly string[] {
  return unread.map(({ path, count }) => `${path} ×${count}`);
}

/** The UUID that stands in a document until its own is known (RFC 9562, section 5.9). */
export const NIL_UUID = "00000000-0000-0000-0000-000000000000";

/** Levels of objects and lists: far more than any document needs, far less than would exhaust the stack. */
export const MAX_DEPTH = 200;

/**
 * A JSON document in UTF-8, one field a line, two spaces a level, that bears a UUID made from all of it.
 *
 * Keys stand in the order in which `content` was put together, and fields that are `undefined` are left out: the engine's own
 * writer takes a fraction of the time of anything that sorts. Whoever builds the objects keeps their keys in order, and the tests
 * hold that against a writer that sorts.
 *
 * @param content A field of the top-level object, `field`, is a text that ends in `NIL_UUID`.
 * @param uuidOf Makes the UUID from the bytes of the document with that placeholder.
 */
export function jsonBytes(
  content: object,
  field: string,
  uuidOf: (bytes: Uint8Array) => string,
): Uint8Array {
  const bytes = Buffer.from(wellFormed(`${JSON.stringify(content, null, 2)}\n`));
  // In place: a document may have many megabytes.
  bytes.write(uuidOf(bytes), bytes.indexOf(`${NIL_UUID}"`, placeOf(field, bytes)), "latin1");
  return bytes;
}

/** The text of a field of the top-level object in what `jsonBytes` made. */
export function topLevelText(bytes: Uint8Array, field: string): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const start = placeOf(field, buffer);
  const line = buffer.toString("utf8", start + 1, buffer.indexOf("\n", start + 1));
  return JSON.parse(`{${line.replace(/,$/, "")}}`)[field];
}

/** A line break never stands in a JSON string: only the field itself begins like this. */
function placeOf(field: string, bytes: Buffer): number {
  return bytes.indexOf(`\n  ${JSON.stringify(field)}: "`);
}

/**
 * Half of a surrogate pair has no bytes in UTF-8. `JSON.stringify` escapes it (whole pairs it leaves alone), and strict readers
 * then refuse the whole document.
 */
export function wellFormed(json: string): string {
  if (!json.includes("\\ud")) return json;
  return json.replace(/\\(?:ud[89a-f][0-9a-f]{2}|.)/g, (written) =>
    written.length > 2 ? "\ufffd" : written,
  );
}

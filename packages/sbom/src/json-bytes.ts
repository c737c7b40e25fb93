/** A text field of the top-level object that is known only once all the rest is. */
export interface DerivedField {
  readonly name: string;
  /** Makes the value from the bytes of the document in which the field is empty. */
  derive(rest: Uint8Array): string;
}

/**
 * A JSON document in UTF-8, one field a line, two spaces a level, with one field whose value is made from the others.
 *
 * Keys stand in the order in which `content` was put together, and fields that are `undefined` are left out: the engine's own
 * writer takes a fraction of the time of anything that sorts. Whoever builds the objects keeps their keys in order, and the tests
 * hold that against a writer that sorts.
 *
 * @param content Holds the derived field as `""`, in its place.
 */
export function jsonBytes(content: object, { name, derive }: DerivedField): Uint8Array {
  const bytes = Buffer.from(wellFormed(`${JSON.stringify(content, null, 2)}\n`));
  // A line break never stands in a JSON string: only the field itself begins like this.
  const before = `\n  ${JSON.stringify(name)}: "`;
  const at = bytes.indexOf(before) + Buffer.byteLength(before);
  const value = JSON.stringify(derive(bytes)).slice(1, -1);
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(value), bytes.subarray(at)]);
}

/**
 * Half of a surrogate pair has no bytes in UTF-8. `JSON.stringify` escapes it (whole pairs it leaves alone), and strict readers
 * then refuse the whole document.
 */
function wellFormed(json: string): string {
  if (!json.includes("\\ud")) return json;
  return json.replace(/\\(?:ud[89a-f][0-9a-f]{2}|.)/g, (written) =>
    written.length > 2 ? "\ufffd" : written,
  );
}

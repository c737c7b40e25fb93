/** Where a value stands in a JSON document. */
export type Path = readonly (string | number)[];
export type Change = (value: never) => unknown;

/** A copy with one value replaced; `undefined` takes it out. */
export function changed(json: unknown, path: Path, change: Change): unknown {
  const copy = structuredClone(json);
  let holder = copy as Record<string | number, unknown>;
  for (const part of path.slice(0, -1)) holder = holder[part] as Record<string | number, unknown>;
  const last = path.at(-1) ?? "";
  holder[last] = change(holder[last] as never);
  return copy;
}

/** One bit in the middle of base64 bytes. */
export function flip(text: string): string {
  const bytes = Buffer.from(text, "base64");
  const middle = bytes.length >> 1;
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  return bytes.toString("base64");
}

import { isRecord } from "@assay/core";

/** Ranges by id in lower case. */
export function ranges(value: unknown): ReadonlyMap<string, string> {
  if (!isRecord(value)) return new Map();
  return new Map(
    Object.entries(value).map(([id, range]) => [
      id.toLowerCase(),
      typeof range === "string" ? range : "",
    ]),
  );
}

/** A metric and its value, as a vector writes them; `X` and `ND` (not defined) are left out. */
export type Metrics = ReadonlyMap<string, string>;

/** Metrics by name, with the values that each may have, one letter or word each: `AV:N A L P`. */
export type Definition = ReadonlyMap<string, readonly string[]>;

/** `AV:NALP AC:LH …`, or `E:U,POC,F,H` where values have several letters. */
export function define(text: string): Definition {
  return new Map(
    text.split(" ").map((each) => {
      const [name = "", values = ""] = each.split(":", 2);
      return [name, values.includes(",") ? values.split(",") : [...values]];
    }),
  );
}

/**
 * The metrics of a vector without its prefix: each of them once, in any order, and every one of the base. `undefined` where it is no
 * vector.
 */
export function readMetrics(
  text: string,
  base: Definition,
  optional: Definition,
): Metrics | undefined {
  const metrics = new Map<string, string>();
  for (const part of text.split("/")) {
    const [name = "", value = "", more] = part.split(":", 3);
    const isOptional = optional.has(name);
    const isUndefined = isOptional && (value === "X" || value === "ND");
    const isAllowed = (optional.get(name) ?? base.get(name))?.includes(value) || isUndefined;
    if (more !== undefined || !isAllowed || metrics.has(name)) return undefined;
    metrics.set(name, value);
  }
  for (const name of base.keys()) if (!metrics.has(name)) return undefined;
  for (const [name, value] of metrics) if (value === "X" || value === "ND") metrics.delete(name);
  return metrics;
}

/** Weights by metric and value: `AV:N.85,A.62`. */
export function weights(text: string): (metrics: Metrics, name: string, table?: string) => number {
  const all = new Map(
    text.split(" ").map((each) => {
      const [name = "", values = ""] = each.split(":", 2);
      const pairs = values.split(",").map((pair) => {
        const [, value = "", weight] = /^([A-Z]+)([\d.]+)$/.exec(pair) ?? [];
        return [value, Number(weight)] as const;
      });
      return [name, new Map(pairs)] as const;
    }),
  );
  // A metric that is not defined changes nothing.
  return (metrics, name, table = name) => all.get(table)?.get(metrics.get(name) ?? "") ?? 1;
}

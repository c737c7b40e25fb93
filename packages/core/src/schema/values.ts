import { type Issue, type Schema, schemaOf } from "./schema.ts";

const typed = (expected: string): { readonly issues: readonly Issue[] } => ({
  issues: [{ code: "invalid_type", expected, path: [] }],
});

/** Any text, as it is. */
export const string = schemaOf({ type: "string" }, (value) =>
  typeof value === "string" ? { value } : typed("string"),
);

/** A text without the white space around it, of which something is left. */
export const text = schemaOf({ type: "string", minLength: 1 }, (value) => {
  if (typeof value !== "string") return typed("string");
  const trimmed = value.trim();
  return trimmed === ""
    ? { issues: [{ code: "too_small", origin: "string", limit: 1, path: [] }] }
    : { value: trimmed };
});

export const boolean = schemaOf({ type: "boolean" }, (value) =>
  typeof value === "boolean" ? { value } : typed("boolean"),
);

/** A whole number within bounds, both included. */
export function integer(
  minimum = Number.MIN_SAFE_INTEGER,
  maximum = Number.MAX_SAFE_INTEGER,
): Schema {
  return schemaOf({ type: "integer", minimum, maximum }, (value) => {
    if (typeof value !== "number" || !Number.isFinite(value)) return typed("number");
    if (!Number.isInteger(value)) return typed("int");
    const origin = "number";
    if (value < minimum)
      return { issues: [{ code: "too_small", origin, limit: minimum, path: [] }] };
    return value > maximum
      ? { issues: [{ code: "too_big", origin, limit: maximum, path: [] }] }
      : { value };
  });
}

/** One of some values of one type. */
export function oneOf(values: readonly (string | number)[]): Schema {
  return schemaOf({ type: typeof values[0], enum: values }, (value) =>
    (values as readonly unknown[]).includes(value)
      ? { value }
      : { issues: [{ code: "invalid_value", values, path: [] }] },
  );
}

/** A text of a form. @param message What follows "is <value>: ". */
export function matching(pattern: RegExp, message: string, format?: string): Schema {
  const json = { type: "string", ...(format !== undefined && { format }), pattern: pattern.source };
  return schemaOf(json, string.check).refine((value: string) =>
    pattern.test(value) ? [] : [{ message, ofFormat: true }],
  );
}

/** A day of the calendar, `YYYY-MM-DD`. */
export const date = matching(
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/,
  "Invalid ISO date",
  "date",
).refine((value: string) => {
  const day = new Date(`${value}T00:00:00Z`);
  const isDay = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
  return isDay ? [] : [{ message: "Invalid ISO date", ofFormat: true }];
});

export const email = matching(
  /^(?:[\w'+-]+\.)*[\w'+-]*[\w+-]@(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/,
  "Invalid email address",
  "email",
);

/** An absolute URL. */
export const url = schemaOf({ type: "string", format: "uri" }, (value) =>
  typeof value === "string" ? { value: value.trim() } : typed("string"),
).refine((value: string) =>
  URL.canParse(value) ? [] : [{ message: "Invalid URL", ofFormat: true }],
);

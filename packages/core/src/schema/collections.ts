import { isRecord } from "../platform/record.ts";
import { type Checked, type Issue, type Schema, schemaOf } from "./schema.ts";

/** The schemas of an object's keys. */
export type Shape = Readonly<Record<string, Schema>>;

/** A list of at least `least` items. */
export function list(item: Schema, least = 0): Schema {
  const json = { type: "array", items: item.json, ...(least > 0 && { minItems: least }) };
  return schemaOf(json, (value) => {
    if (!Array.isArray(value)) return typed("array");
    if (value.length < least)
      return { issues: [{ code: "too_small", origin: "array", limit: least, path: [] }] };
    const checked = value.map((each: unknown, index) => within(index, item.check(each)));
    const issues = checked.flatMap((each) => each.issues ?? []);
    const content = checked.map((each) => each.value);
    return issues.length > 0 ? { value: content, issues } : { value: content };
  });
}

/** A mapping with these keys and no other; those of optional schemas may be left out. */
export function object(shape: Shape): Schema {
  const entries = Object.entries(shape);
  const required = entries.flatMap(([key, { isOptional }]) => (isOptional ? [] : [key]));
  const json = {
    type: "object",
    properties: Object.fromEntries(entries.map(([key, schema]) => [key, schema.json])),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  };
  return schemaOf(json, (value) => {
    if (!isRecord(value)) return typed("object");
    const given = entries.filter(([key, { isOptional }]) => !isOptional || has(value, key));
    const checked = given.map(
      ([key, schema]) =>
        [key, within(key, schema.check(has(value, key) ? value[key] : undefined))] as const,
    );
    const issues = checked.flatMap(([, each]) => each.issues ?? []);
    const keys = Object.keys(value).filter((key) => !Object.hasOwn(shape, key));
    if (keys.length > 0) issues.push({ code: "unrecognized_keys", keys, path: [] });
    const content = Object.fromEntries(checked.map(([key, each]) => [key, each.value]));
    return issues.length > 0 ? { value: content, issues } : { value: content };
  });
}

/** A mapping of any keys to values of one form. */
export function map(item: Schema): Schema {
  return schemaOf({ type: "object", additionalProperties: item.json }, (value) => {
    if (!isRecord(value)) return typed("record");
    return object(Object.fromEntries(Object.keys(value).map((key) => [key, item]))).check(value);
  });
}

/** The first of some forms that fits. */
export function either(...options: readonly Schema[]): Schema {
  return schemaOf({ anyOf: options.map(({ json }) => json) }, (value) => {
    const errors: (readonly Issue[])[] = [];
    for (const option of options) {
      const checked = option.check(value);
      if (checked.issues === undefined) return checked;
      errors.push(checked.issues);
    }
    return { issues: [{ code: "invalid_union", errors, path: [] }] };
  });
}

/** A key that is there without a value is `null`, and that is a mistake; `undefined` is never read from a file. */
function has(value: Readonly<Record<string, unknown>>, key: string): boolean {
  return Object.hasOwn(value, key) && value[key] !== undefined;
}

function within(key: PropertyKey, checked: Checked): Checked {
  if (checked.issues === undefined) return checked;
  return {
    ...checked,
    issues: checked.issues.map((issue) => ({ ...issue, path: [key, ...issue.path] })),
  };
}

function typed(expected: string): Checked {
  return { issues: [{ code: "invalid_type", expected, path: [] }] };
}

import { formatPlace, nearest } from "@assay/core";
import type { Issue, JsonSchema } from "@assay/core/schema";
import { keysAt } from "./json-schema.ts";
import type { KeyPath, YamlDocument } from "./yaml-document.ts";

/** Nobody fixes more at once, and a hostile file must not make us write a book. */
const MAX_LINES = 50;

/**
 * The mistakes that a schema found, as `path:line:column: …` lines in the order of the file. Each says which key, what was
 * found and what is allowed.
 *
 * @param jsonSchema The same schema as JSON Schema, for the names of the keys that are allowed.
 */
export function explainIssues(
  issues: readonly Issue[],
  document: YamlDocument,
  jsonSchema: JsonSchema,
): readonly string[] {
  const lines = issues
    .slice(0, MAX_LINES)
    .flatMap((issue) => linesOf(issue, [], document, jsonSchema))
    .sort((a, b) => a.line - b.line || a.column - b.column)
    .map(({ text }) => text);
  return lines.length < MAX_LINES
    ? lines
    : [...lines.slice(0, MAX_LINES), "There are more mistakes than are listed here."];
}

interface Line {
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

function linesOf(
  issue: Issue,
  base: KeyPath,
  document: YamlDocument,
  jsonSchema: JsonSchema,
): Line[] {
  const path = [...base, ...issue.path];
  const line = (keys: KeyPath, text: string): Line => {
    const place = document.place(keys);
    return {
      line: place.startLine ?? 0,
      column: place.startColumn ?? 0,
      text: `${formatPlace(place)}: ${text}`,
    };
  };
  if (issue.code === "unrecognized_keys") {
    const known = keysAt(jsonSchema, path);
    return issue.keys
      .slice(0, MAX_LINES)
      .map((key) => line([...path, key], unknownKey(key, path, known)));
  }
  if (issue.code === "invalid_union") {
    // The alternative that got furthest into the value is the one that was meant.
    const [closest] = [...issue.errors].sort((a, b) => depth(b) - depth(a) || a.length - b.length);
    if (closest !== undefined && depth(closest) > 0) {
      return closest.flatMap((inner) => linesOf(inner, path, document, jsonSchema));
    }
  }
  if (issue.code === "custom") return [line(path, `${name(path)}: ${issue.message}`)];
  return [line(path, `${name(path)} ${explain(issue, valueAt(document.value, path))}`)];
}

function depth(issues: readonly Issue[]): number {
  return Math.max(
    0,
    ...issues.map((issue) => issue.path.length + (issue.code === "unrecognized_keys" ? 1 : 0)),
  );
}

function unknownKey(key: string, path: KeyPath, known: readonly string[]): string {
  const near = nearest(key, known);
  const where = path.length === 0 ? "" : ` in ${name(path)}`;
  const allowed = known.length === 0 ? "" : `; allowed are ${[...known].sort().join(", ")}`;
  return `there is no key \`${key.slice(0, 100)}\`${where}${near === undefined ? allowed : `; did you mean \`${near}\`?`}`;
}

function explain(
  issue: Exclude<Issue, { code: "custom" | "unrecognized_keys" }>,
  value: unknown,
): string {
  switch (issue.code) {
    case "invalid_type":
      return value === undefined
        ? `is missing; it must be ${typeName(issue.expected)}`
        : `is ${show(value)}; it must be ${typeName(issue.expected)}`;
    case "invalid_value": {
      const allowed = issue.values.map(String);
      const near = typeof value === "string" ? nearest(value, allowed) : undefined;
      const meant = near === undefined ? "" : `; did you mean "${near}"?`;
      const rule = allowed.length === 1 ? allowed[0] : `one of ${allowed.join(", ")}`;
      return value === undefined
        ? `is missing; it must be ${rule}`
        : `is ${show(value)}; it must be ${rule}${meant}`;
    }
    case "too_small":
      return `is ${show(value)}; it must ${sized(issue.origin, "at least", issue.limit)}`;
    case "too_big":
      return `is ${show(value)}; it must ${sized(issue.origin, "at most", issue.limit)}`;
    case "invalid_union": {
      const types = issue.errors.flat().flatMap((inner) => {
        if (inner.code === "invalid_type") return [typeName(inner.expected)];
        return inner.code === "invalid_value" ? inner.values.map(String) : [];
      });
      return `is ${show(value)}; it must be ${[...new Set(types)].join(" or ") || "of another form"}`;
    }
    case "invalid_format":
      return `is ${show(value)}: ${issue.message}`;
  }
}

function sized(origin: string, bound: string, size: number): string {
  if (origin === "string") return `have ${bound} ${size} character${size === 1 ? "" : "s"}`;
  if (origin === "array") return `have ${bound} ${size} item${size === 1 ? "" : "s"}`;
  return `be ${bound} ${size}`;
}

const TYPE_NAMES: ReadonlyMap<string, string> = new Map([
  ["string", "text"],
  ["int", "a whole number"],
  ["number", "a number"],
  ["boolean", "true or false"],
  ["array", "a list"],
  ["object", "a mapping of keys to values"],
  ["record", "a mapping of keys to values"],
]);

function typeName(type: string): string {
  return TYPE_NAMES.get(type) ?? type;
}

/** What was found, short enough for one line. */
function show(value: unknown): string {
  if (value === null) return "empty";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  if (typeof value === "object") return "a mapping";
  const text = JSON.stringify(value) ?? String(value);
  const kind =
    typeof value === "string" ? "" : ` (${typeof value === "number" ? "a number" : "a switch"})`;
  return `${text.length > 80 ? `${text.slice(0, 80)}…` : text}${kind}`;
}

/** `licenses.exceptions[0].package`. */
function name(path: KeyPath): string {
  if (path.length === 0) return "the file";
  const text = path.reduce<string>(
    (all, key) =>
      typeof key === "number"
        ? `${all}[${key}]`
        : all === ""
          ? String(key)
          : `${all}.${String(key)}`,
    "",
  );
  return `\`${text}\``;
}

export function valueAt(value: unknown, path: KeyPath): unknown {
  return path.reduce<unknown>(
    (current, key) =>
      typeof current === "object" && current !== null && Object.hasOwn(current, key)
        ? (current as Record<PropertyKey, unknown>)[key]
        : undefined,
    value,
  );
}

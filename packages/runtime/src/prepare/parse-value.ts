import { resolve } from "node:path";
import type { InputSpec, ListInput, PathInput } from "@assay/core";
import { isInside, nearest } from "@assay/core";

/** A value of the right type, or what is wrong with it as a clause that follows the input's name. */
export type Parsed = { readonly value: unknown } | { readonly problem: string };

/**
 * Reads one value by its declaration. `raw` is text from an action input, an option or a variable, or a value of the
 * config file; a list of strings is taken as it is, a text is split by `splitList`.
 *
 * @param root Absolute path of the folder that paths may not lead out of: those of the config file never, others unless they
 * are declared `outside`.
 */
export function parseValue(
  spec: InputSpec,
  raw: unknown,
  { root, fromConfig = false }: { readonly root: string; readonly fromConfig?: boolean },
): Parsed {
  switch (spec.type) {
    case "string":
      if (typeof raw !== "string") return wrong(spec, raw, "must be text");
      return raw.trim() === "" && spec.allowEmpty !== true
        ? wrong(spec, raw, "must not be empty")
        : { value: raw };
    case "path":
      return parsePath(spec, raw, spec.outside === true && !fromConfig ? undefined : root);
    case "boolean":
      return parseBoolean(spec, raw);
    case "integer":
      return parseInteger(spec, raw);
    case "choice": {
      const text = typeof raw === "string" ? raw.trim() : raw;
      return typeof text === "string" && spec.choices.includes(text)
        ? { value: text }
        : wrong(spec, text, allowed(text, spec.choices));
    }
    case "list":
      return parseList(spec, raw);
  }
}

/** The items of a text that separates them with line breaks or commas. A comma within braces belongs to a pattern (`{a,b}`). */
export function splitList(text: string): string[] {
  const items: string[] = [];
  let item = "";
  let depth = 0;
  for (const character of text) {
    if (character === "{") depth += 1;
    else if (character === "}") depth = Math.max(0, depth - 1);
    if (character === "\n" || (character === "," && depth === 0)) {
      items.push(item);
      item = "";
      depth = 0;
    } else item += character;
  }
  return [...items, item].map((part) => part.trim()).filter((part) => part !== "");
}

function parsePath(spec: PathInput, raw: unknown, root: string | undefined): Parsed {
  if (typeof raw !== "string") return wrong(spec, raw, "must be a path");
  if (raw.trim() === "") return wrong(spec, raw, "must not be empty");
  if (raw.includes("\0")) return { problem: "has a NUL character; a path must not" };
  if (root !== undefined && !isInside(root, resolve(root, raw))) {
    return wrong(spec, raw, "must not lead out of the working directory");
  }
  return { value: raw };
}

/** As YAML writes them: all lower case, capitalised or all upper case. */
const TRUE = ["true", "True", "TRUE", "yes", "Yes", "YES"];
const FALSE = ["false", "False", "FALSE", "no", "No", "NO"];

function parseBoolean(spec: InputSpec, raw: unknown): Parsed {
  if (typeof raw === "boolean") return { value: raw };
  const text = typeof raw === "string" ? raw.trim() : "";
  if (TRUE.includes(text)) return { value: true };
  if (FALSE.includes(text)) return { value: false };
  return wrong(spec, raw, "must be true or false (or yes, no)");
}

function parseInteger(spec: InputSpec & { type: "integer" }, raw: unknown): Parsed {
  const text = typeof raw === "number" ? String(raw) : typeof raw === "string" ? raw.trim() : "";
  const value = /^-?\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  return value >= spec.minimum && value <= spec.maximum
    ? { value }
    : wrong(spec, raw, `must be a whole number from ${spec.minimum} to ${spec.maximum}`);
}

function parseList(spec: ListInput, raw: unknown): Parsed {
  const items = typeof raw === "string" ? splitList(raw) : raw;
  if (!Array.isArray(items) || !items.every((item) => typeof item === "string")) {
    return wrong(spec, raw, "must be a list of texts");
  }
  const { choices } = spec;
  if (choices === undefined) return { value: items };
  const unknown = items.filter((item) => !choices.includes(item));
  return unknown.length === 0
    ? { value: [...new Set(items)] }
    : {
        problem: unknown
          .map((item) => `${found(spec, item)}; each ${allowed(item, choices)}`)
          .join(" "),
      };
}

function wrong(spec: InputSpec, raw: unknown, rule: string): Parsed {
  return { problem: `${found(spec, raw)}; it ${rule}` };
}

/** Names what was found, cut to one readable line; a secret is never shown, not even in part. */
function found(spec: InputSpec, raw: unknown): string {
  if (spec.secret === true) return "has a wrong value (not shown, for it is a secret)";
  const text = typeof raw === "string" ? raw : (JSON.stringify(raw) ?? String(raw));
  const line = JSON.stringify(text.length > 100 ? `${text.slice(0, 100)}…` : text);
  return spec.type === "list" ? `holds ${line}` : `is ${line}`;
}

function allowed(raw: unknown, choices: readonly string[]): string {
  const near = typeof raw === "string" ? nearest(raw, choices) : undefined;
  const rule = `must be one of ${choices.join(", ")}`;
  return near === undefined ? rule : `${rule}; did you mean "${near}"?`;
}

import { CORE, unknownTag } from "./properties.ts";
import { note, type Part, type Properties, type Scan } from "./scan.ts";

type Value = string | number | boolean | null;

const NULL = /^(?:~|null|Null|NULL|)$/;
const TRUE = /^(?:true|True|TRUE)$/;
const FALSE = /^(?:false|False|FALSE)$/;
const INTEGER = /^(?:[-+]?\d+|0o[0-7]+|0x[\da-fA-F]+)$/;
const FLOAT = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;
const INFINITY = /^[-+]?\.(?:inf|Inf|INF)$/;
const NAN = /^\.(?:nan|NaN|NAN)$/;
/** What the first character of a value that is no text can be. */
const STARTS = /^(?:[-+.\d~nNtTfF]|$)/;

/** What a scalar stands for by the core schema: https://yaml.org/spec/1.2.2/#103-core-schema */
export function coreValue<N>(scan: Scan<N>, part: Part<N>, properties?: Properties): Value {
  const { text, style } = part;
  const tag = properties?.tag;
  if (properties === undefined || tag === undefined)
    return style === "plain" && STARTS.test(text) ? resolved(text) : text;
  const name = tag.startsWith(CORE) ? tag.slice(CORE.length) : "";
  if (tag === "!" || name === "str") return text;
  if (!/^(?:int|float|bool|null)$/.test(name)) {
    unknownTag(scan, properties);
    return text;
  }
  const value = resolved(text);
  const type = value === null ? "null" : typeof value === "boolean" ? "bool" : typeof value;
  if (
    type !== (name === "int" || name === "float" ? "number" : name) ||
    (name === "int" && !INTEGER.test(text))
  )
    note(scan, part.start, `this is tagged !!${name} and is no such value`);
  return value;
}

function resolved(text: string): Value {
  if (NULL.test(text)) return null;
  if (TRUE.test(text)) return true;
  if (FALSE.test(text)) return false;
  if (INTEGER.test(text))
    return text.startsWith("0o") ? Number.parseInt(text.slice(2), 8) : Number(text);
  if (FLOAT.test(text)) return Number(text);
  if (INFINITY.test(text)) return text.startsWith("-") ? -Infinity : Infinity;
  return NAN.test(text) ? Number.NaN : text;
}

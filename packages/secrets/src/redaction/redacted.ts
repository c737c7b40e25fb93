import { createHash } from "node:crypto";
import { inspect } from "node:util";

/** A secret's value: nothing that prints, joins or serialises it shows more than its shape. */
export interface Redacted {
  /** The plain text. Each caller is a place to review. */
  reveal(): string;
  /** SHA-256 in hex over the rule and the value: equal secrets of one rule have equal hashes. */
  hash(ruleId: string): string;
  /** What people may see, such as `ghp_… (40 characters)`. */
  preview(): string;
  toString(): string;
  toJSON(): string;
}

/** Below this length a shown beginning would be too much of the secret. */
const MIN_SHOWN_LENGTH = 16;
const SHOWN = 4;

export function redacted(value: string): Redacted {
  const preview = () => {
    const count = `${value.length} character${value.length === 1 ? "" : "s"}`;
    const begin = value.slice(0, SHOWN);
    // A beginning that is not plain ASCII could break a terminal or a table.
    const shown = value.length >= MIN_SHOWN_LENGTH && /^[\w./+=:-]+$/.test(begin);
    return shown ? `${begin}… (${count})` : `(${count})`;
  };
  const shape = {
    reveal: () => value,
    hash: (ruleId: string) => createHash("sha256").update(`${ruleId}\0${value}`).digest("hex"),
    preview,
    toString: preview,
    toJSON: preview,
  };
  // `console.log` and assertion messages go through here.
  Object.defineProperty(shape, inspect.custom, { value: preview });
  return shape;
}

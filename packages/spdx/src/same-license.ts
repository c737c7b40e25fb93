import { keyOf } from "./allow-list.ts";
import type { DeclaredLicense } from "./declared.ts";
import type { Expression } from "./expression.ts";

/** Whether two declared values say the same licence: current ids, without regard to case, order and repetition. */
export function isSameLicense(a: DeclaredLicense, b: DeclaredLicense): boolean {
  return licenseKey(a.expression) === licenseKey(b.expression);
}

/** Equal for expressions that differ only in spelling, order and repetition of their operands. */
export function licenseKey(expression: Expression): string {
  switch (expression.kind) {
    case "and":
    case "or": {
      const keys = [...new Set(expression.operands.map(licenseKey))].sort();
      const [only] = keys;
      if (only !== undefined && keys.length === 1) return only;
      return `(${keys.join(` ${expression.kind} `)})`;
    }
    case "license":
    case "reference":
      return keyOf(expression);
    case "word":
      return expression.word.toLowerCase();
    default:
      // Quoted, so that free text can't pass for an expression.
      return JSON.stringify(expression.text.trim().replaceAll(/\s+/g, " "));
  }
}

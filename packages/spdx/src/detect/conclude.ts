import type { DeclaredLicense } from "../declared.ts";
import type { Expression } from "../expression.ts";
import { printExpression } from "../expression.ts";

/**
 * What the texts that lie beside a package let conclude, as an expression: what it declares, where its texts bear that out; the texts' own
 * licence, where it declares nothing or only a family ("BSD"). Nothing where text and declaration differ: neither is believed. Nothing
 * either beside a text that is not known: it may take back what the others grant.
 *
 * @param texts the licences of each file; see `detectLicenses`
 */
export function concludeLicense(
  declared: DeclaredLicense | undefined,
  texts: readonly (readonly string[])[],
): string | undefined {
  const found = new Set(texts.flat());
  const isUnknown = texts.some((ids) => ids.length === 0);
  if (found.size === 0 || isUnknown || declared?.kind === "invalid") return undefined;
  if (declared === undefined || declared.kind === "undeclared") {
    // Nobody says whether several files are a choice.
    const [first = [], ...others] = texts;
    const isOne = others.every((ids) => ids.join() === first.join());
    const name = declared?.text.toLowerCase() ?? "";
    // "BSD License" is the name of several: of the one that the text is, too.
    const isMeant = name === "" || first.every((id) => name.includes(familyOf(id)));
    return isOne && isMeant ? [...first].sort().join(" AND ") : undefined;
  }
  const { expression } = declared;
  if (expression.kind === "family") {
    const [only, ...others] = expression.members.filter((id) => found.has(id));
    return others.length === 0 && found.size === 1 ? only : undefined;
  }
  const declaredIds = new Set(termsOf(expression));
  const isMore = [...found].some((id) => !declaredIds.has(id));
  return !isMore && isBorneOut(expression, found) ? printExpression(expression) : undefined;
}

/** `bsd` of `BSD-3-Clause`. */
function familyOf(id: string): string {
  return (id.split("-", 1)[0] ?? id).toLowerCase();
}

function termsOf(expression: Expression): readonly string[] {
  return expression.kind === "or" || expression.kind === "and"
    ? expression.operands.flatMap(termsOf)
    : [printExpression(expression)];
}

/** Of a choice one text is enough: packages often hold one only. */
function isBorneOut(expression: Expression, found: ReadonlySet<string>): boolean {
  switch (expression.kind) {
    case "or":
      return expression.operands.some((each) => isBorneOut(each, found));
    case "and":
      return expression.operands.every((each) => isBorneOut(each, found));
    default:
      return found.has(printExpression(expression));
  }
}

import { parseExpression } from "./parser.ts";
import type { Expression } from "./tree.ts";
import { ExpressionError } from "./tree.ts";

/** One `${{ }}` of a text. Offsets are those of the text; the end is after `}}`. */
export interface Template {
  readonly start: number;
  readonly end: number;
  readonly expression?: Expression;
  /** Why there is no expression. */
  readonly problem?: string;
}

/** The templates of a text, in order: one ends at the first `}}` that is not within quotes. Never throws. */
export function templatesIn(text: string): readonly Template[] {
  const templates: Template[] = [];
  for (let start = text.indexOf("${{"); start >= 0; ) {
    const end = endOf(text, start + 3);
    if (end === undefined) {
      templates.push({ start, end: text.length, problem: "the template is not closed" });
      break;
    }
    templates.push({ start, end, ...parsed(text.slice(start + 3, end - 2), start + 3) });
    start = text.indexOf("${{", end);
  }
  return templates;
}

function endOf(text: string, from: number): number | undefined {
  let quoted = false;
  for (let at = from; at < text.length; at += 1) {
    const char = text[at];
    if (char === "'") quoted = !quoted;
    else if (!quoted && char === "}" && text[at - 1] === "}" && at > from) return at + 1;
  }
  return undefined;
}

function parsed(text: string, base: number): Pick<Template, "expression" | "problem"> {
  try {
    return { expression: parseExpression(text, base) };
  } catch (error) {
    if (error instanceof ExpressionError) return { problem: error.message };
    throw error;
  }
}

import type { Expression, OpaqueTerm, Span } from "./expression.ts";
import { legacyMeaning, slashedChoice } from "./legacy.ts";
import { parseExpression } from "./parser.ts";
import type { Problem } from "./tokenizer.ts";
import { MAX_EXPRESSION_LENGTH } from "./tokenizer.ts";

/** A declared licence, brought into one shape. */
export interface DeclaredLicense {
  /**
   * - `expression`: can be evaluated.
   * - `invalid`: meant as an expression and broken; unknown as a whole.
   * - `undeclared`: says nothing that can be used; only the licence text could tell. Unknown as long as nobody reads it.
   */
  readonly kind: "expression" | "invalid" | "undeclared";
  /** What was declared, as text for people; `""` where nothing was. May hold any character. */
  readonly text: string;
  /** Always there: what can't be decided is an opaque term with the verdict `unknown`. */
  readonly expression: Expression;
  /** What was not as SPDX wants it, each a clause without a full stop. */
  readonly warnings: readonly string[];
  /** What is broken in an invalid expression. */
  readonly problem?: Problem;
  /** The file that `SEE LICENSE IN` names. */
  readonly file?: string;
}

export interface DeclaredOptions {
  /** Ids joined by a slash are a choice, as in Cargo.toml. */
  readonly slashIsOr?: boolean | undefined;
}

/**
 * Understands one declared value of any shape: a string; an object with `type` or `name`; a list of these, which means OR in
 * package.json (https://docs.npmjs.com/cli/configuring-npm/package-json#license); or nothing.
 *
 * Never throws and never guesses: names are looked up whole in a closed table.
 */
export function normalizeDeclared(
  value: unknown,
  { slashIsOr = false }: DeclaredOptions = {},
): DeclaredLicense {
  const choice = slashIsOr && typeof value === "string" ? slashedChoice(value) : undefined;
  if (choice !== undefined) {
    return {
      ...normalizeText(choice),
      warnings: ["ids are joined with a slash in the place of OR"],
    };
  }
  if (Array.isArray(value)) return normalizeList(value);
  if (typeof value === "string") return normalizeText(value);
  if (value === undefined || value === null) return undeclared("", "no licence is declared");
  if (typeof value !== "object") {
    return undeclared(String(value), `a ${typeof value} is declared in the place of a licence`);
  }
  return normalizeObject(value);
}

const MAX_MEMBERS = 64;
const OPERATOR_WORD = /(?:^|[\s()])(?:and|or|with)(?:$|[\s()])/i;
const GLUED_OPERATOR = /[a-z0-9](?:AND|OR|WITH)(?:[\s(]|$)|(?:^|[\s)])(?:AND|OR|WITH)[A-Z0-9]/;

/** The packages of a project declare a handful of texts between them. */
const KNOWN_TEXTS = 256;
const KNOWN_TEXT_LENGTH = 256;
const knownTexts = new Map<string, DeclaredLicense>();

function normalizeText(text: string): DeclaredLicense {
  const known = knownTexts.get(text);
  if (known !== undefined) return known;
  const license = understandText(text);
  if (text.length <= KNOWN_TEXT_LENGTH && knownTexts.size < KNOWN_TEXTS) {
    knownTexts.set(text, license);
  }
  return license;
}

function understandText(text: string): DeclaredLicense {
  if (text.trim() === "") return undeclared("", "the declared licence is empty");
  const parsed = parseExpression(text);
  if (parsed.ok) {
    return { kind: "expression", text: text.trim(), expression: parsed.expression, warnings: [] };
  }
  if (text.length > MAX_EXPRESSION_LENGTH) return invalid(text, parsed.problem);
  const meaning = legacyMeaning(text);
  if (meaning !== undefined) return fromLegacy(text.trim(), meaning);
  const reference = /^see licen[cs]e in (\S.*)$/i.exec(text.trim());
  if (reference !== null) {
    const file = reference[1] ?? "";
    return { ...undeclared(text.trim(), "the licence is in a file of its own"), file };
  }
  return looksLikeExpression(text)
    ? invalid(text.trim(), parsed.problem)
    : undeclared(text.trim(), "it is free text and no SPDX expression");
}

function fromLegacy(
  text: string,
  meaning: NonNullable<ReturnType<typeof legacyMeaning>>,
): DeclaredLicense {
  const span = whole(text);
  switch (meaning.kind) {
    case "ambiguous":
      return undeclared(text, "several licences have that name");
    case "family":
      return {
        kind: "expression",
        text,
        expression: { kind: "family", text, members: meaning.members, span },
        warnings: ["a name without a version is declared in the place of an SPDX id"],
      };
    case "denied":
      return {
        kind: "expression",
        text,
        expression: { kind: "opaque", text, verdict: "deny", reason: meaning.reason, span },
        warnings: [],
      };
    case "expression": {
      const parsed = parseExpression(meaning.text);
      if (!parsed.ok) return invalid(text, parsed.problem);
      const warnings = [`a legacy spelling is declared in the place of ${meaning.text}`];
      return { kind: "expression", text, expression: parsed.expression, warnings };
    }
  }
}

function normalizeObject(value: object): DeclaredLicense {
  const { type, name, url } = value as { type?: unknown; name?: unknown; url?: unknown };
  const text = [type, name, url].find((part) => typeof part === "string" && part.trim() !== "");
  if (typeof text !== "string") return undeclared("", "the declared object names no licence");
  const inner = normalizeText(text);
  return { ...inner, warnings: ["an object is declared in the place of text", ...inner.warnings] };
}

function normalizeList(values: readonly unknown[]): DeclaredLicense {
  if (values.length === 0) return undeclared("", "the declared list is empty");
  if (values.length > MAX_MEMBERS) {
    return undeclared("", `the declared list has ${values.length} members`);
  }
  const members = values.map((value) =>
    Array.isArray(value) ? undeclared("", "a list stands in the list") : normalizeDeclared(value),
  );
  const text = members.map((member) => member.text).join(" OR ");
  const broken = members.find((member) => member.kind === "invalid");
  if (broken?.problem !== undefined) return invalid(text, broken.problem);
  const [only] = members;
  const warnings = [
    ...new Set([
      "a list is declared in the place of text; its members are taken as OR",
      ...members.flatMap((member) => member.warnings),
    ]),
  ];
  if (only !== undefined && members.length === 1) return { ...only, warnings };
  const operands = members.flatMap(({ expression }) =>
    expression.kind === "or" ? expression.operands : [expression],
  );
  const kind = members.every((member) => member.kind === "undeclared")
    ? "undeclared"
    : "expression";
  return { kind, text, expression: { kind: "or", operands, span: whole(text) }, warnings };
}

/** Whether a text was meant as an expression: then text detection must not mend it silently. */
function looksLikeExpression(text: string): boolean {
  return /[()+,/]/.test(text) || OPERATOR_WORD.test(text) || GLUED_OPERATOR.test(text);
}

function undeclared(text: string, reason: string): DeclaredLicense {
  return { kind: "undeclared", text, expression: unknown(text, reason), warnings: [] };
}

function invalid(text: string, problem: Problem): DeclaredLicense {
  const expression = unknown(text, `it is no valid SPDX expression: ${problem.message}`);
  return { kind: "invalid", text, expression, warnings: [], problem };
}

function unknown(text: string, reason: string): OpaqueTerm {
  return { kind: "opaque", text, verdict: "unknown", reason, span: whole(text) };
}

function whole(text: string): Span {
  return { start: 0, end: text.length };
}

import { currentForm } from "./deprecated.ts";
import type { Form, Span, Term } from "./expression.ts";
import { exceptionId, licenseId } from "./identifiers.ts";
import type { Problem, Token } from "./tokenizer.ts";

/** Prefixes count their case, tails don't. */
const LICENSE_REF = /^(?:DocumentRef-[A-Za-z0-9.-]+:)?LicenseRef-[A-Za-z0-9.-]+$/;
const ADDITION_REF = /^(?:DocumentRef-[A-Za-z0-9.-]+:)?AdditionRef-[A-Za-z0-9.-]+$/;
const WORDS: ReadonlyMap<string, "NONE" | "NOASSERTION" | "OTHER"> = new Map([
  ["none", "NONE"],
  ["noassertion", "NOASSERTION"],
  ["other", "OTHER"],
]);
const MAX_SHOWN = 64;

/** A simple licence and the exception behind `WITH`, where there is one. */
export function readTerm(license: Token, addition: Token | undefined): Term | Problem {
  const span: Span = { start: license.span.start, end: (addition ?? license).span.end };
  const exception = addition === undefined ? undefined : readException(addition);
  if (typeof exception === "object") return exception;
  const word = WORDS.get(license.text.toLowerCase());
  if (word !== undefined) {
    return exception === undefined
      ? { kind: "word", word, span }
      : { message: `an exception can't follow ${word}`, span };
  }
  const rest = exception === undefined ? {} : { exception };
  if (LICENSE_REF.test(license.text)) {
    return { kind: "reference", name: license.text, ...rest, span };
  }
  const orLater = license.text.endsWith("+");
  const id = licenseId(orLater ? license.text.slice(0, -1) : license.text);
  if (id === undefined) return unknownId(license);
  const written: Form = { id, orLater, ...rest };
  const form = currentForm(written);
  return typeof form === "string"
    ? { message: form, span }
    : { kind: "license", written, form, span };
}

function readException(token: Token): string | Problem {
  if (ADDITION_REF.test(token.text)) return token.text;
  return (
    exceptionId(token.text) ?? {
      message: `${shown(token)} is no SPDX exception id`,
      span: token.span,
    }
  );
}

function unknownId(token: Token): Problem {
  const message =
    token.text === "+"
      ? 'no white space can stand before "+"'
      : `${shown(token)} is no SPDX licence id`;
  return { message, span: token.span };
}

function shown(token: Token): string {
  return token.text.length > MAX_SHOWN ? `${token.text.slice(0, MAX_SHOWN)}…` : token.text;
}

export type { AllowEntry, AllowList } from "./allow-list.ts";
export { canBeAllowed, loadAllowList } from "./allow-list.ts";
export type { LicenseClass } from "./classes.ts";
export { classOf, classOfExpression, LICENSE_CLASSES } from "./classes.ts";
export type { DeclaredLicense } from "./declared.ts";
export { normalizeDeclared } from "./declared.ts";
export { concludeLicense } from "./detect/conclude.ts";
export type { DetectedLicenses } from "./detect/detect.ts";
export { detectLicenses } from "./detect/detect.ts";
export { MAX_LICENSE_TEXT } from "./detect/normalize.ts";
export type { Evaluation } from "./evaluate.ts";
export { evaluate } from "./evaluate.ts";
export type { TermVerdict, Verdict } from "./evaluate-term.ts";
export type {
  Compound,
  Expression,
  FamilyTerm,
  Form,
  LicenseTerm,
  OpaqueTerm,
  ReferenceTerm,
  Span,
  Term,
  WordTerm,
} from "./expression.ts";
export { printExpression, printTerm } from "./expression.ts";
export {
  DEPRECATED_LICENSE_IDS,
  EXCEPTION_IDS,
  exceptionId,
  LICENSE_IDS,
  licenseId,
} from "./identifiers.ts";
export { normalizeManifest } from "./manifest.ts";
export type { ParseResult } from "./parser.ts";
export { MAX_EXPRESSION_DEPTH, parseExpression } from "./parser.ts";
export { isSameLicense, licenseKey } from "./same-license.ts";
export type { Problem } from "./tokenizer.ts";
export { MAX_EXPRESSION_LENGTH } from "./tokenizer.ts";

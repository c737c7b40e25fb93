export const VEX_STATUSES = ["not_affected", "affected", "fixed", "under_investigation"] as const;
export type VexStatus = (typeof VEX_STATUSES)[number];

/** Of OpenVEX: https://github.com/openvex/spec/blob/main/OPENVEX-SPEC.md#status-justifications */
export const JUSTIFICATIONS = [
  "component_not_present",
  "vulnerable_code_not_present",
  "vulnerable_code_not_in_execute_path",
  "vulnerable_code_cannot_be_controlled_by_adversary",
  "inline_mitigations_already_exist",
] as const;
export type Justification = (typeof JUSTIFICATIONS)[number];

export interface VexProduct {
  /** Purls and other identifiers of one thing. */
  readonly ids: readonly string[];
  /** Those of its parts; where there are any, the statement is about them only. */
  readonly subcomponents: readonly string[];
  /** Of the package itself; every version that the purl means where it is not given. */
  isVersion?(version: string): boolean;
}

/** One statement, of whatever format. */
export interface VexStatement {
  /** All names of the vulnerability, in lower case; the first is the one to show. */
  readonly ids: readonly string[];
  readonly products: readonly VexProduct[];
  readonly status: VexStatus;
  readonly justification?: Justification | undefined;
  /** In the author's words: why it does not affect, or what is done. */
  readonly impact?: string | undefined;
  readonly action?: string | undefined;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly author: string;
  /** For people: `vex.openvex.json, statement 3`. */
  readonly source: string;
  /** Why it says nothing: a clause. It still takes the place of older ones, which it would have replaced. */
  readonly fault?: string | undefined;
}

/** What a document holds: `fault` where there is one that no statement can be made of. */
export interface VexDocument {
  readonly statements: readonly VexStatement[];
  readonly faults: readonly { readonly source: string; readonly why: string }[];
}

/** RFC 3339 to milliseconds; `undefined` for what is no instant. */
export function instant(value: unknown): number | undefined {
  const isOne =
    typeof value === "string" &&
    /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(?:\.\d{1,12})?(?:[Zz]|[+-]\d\d:\d\d)$/.test(value);
  const at = isOne ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? undefined : at;
}

export function textIn(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

export function textsIn(...values: readonly unknown[]): readonly string[] {
  return values.flatMap((value) => textIn(value) ?? []);
}

export function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

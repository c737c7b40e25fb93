import type { AllowEntry, AllowList } from "./allow-list.ts";
import { keyOf } from "./allow-list.ts";
import type { FamilyTerm, LicenseTerm, ReferenceTerm, Span, Term } from "./expression.ts";
import { printForm, printTerm } from "./expression.ts";
import { forbiddenNear } from "./hints.ts";
import { permittedIds, secondOpinion } from "./later-versions.ts";

/** `allow` > `unknown` > `deny`. */
export type Verdict = "allow" | "unknown" | "deny";

export interface TermVerdict {
  /** The term as it was written, in canonical case. */
  readonly text: string;
  readonly span: Span;
  readonly verdict: Verdict;
  /** A clause for people: "explicitly allowed". */
  readonly reason: string;
  /** The entry that allows it. */
  readonly entry?: AllowEntry;
  /** The entry that would allow it where a near one does not. A sentence. */
  readonly hint?: string;
}

/** Judges one term. Exact form first, then the versions that a declared "or later" permits. */
export function evaluateTerm(term: Term, allowList: AllowList): TermVerdict {
  const base = { text: printTerm(term), span: term.span };
  switch (term.kind) {
    case "license":
      return { ...base, ...judgeLicense(term, allowList) };
    case "reference":
      return { ...base, ...judgeReference(term, allowList) };
    case "word":
      return term.word === "NONE"
        ? { ...base, verdict: "deny", reason: "there is no licence" }
        : { ...base, verdict: "unknown", reason: "the source makes no statement" };
    case "family":
      return { ...base, ...judgeFamily(term, allowList) };
    case "opaque":
      return { ...base, verdict: term.verdict, reason: term.reason };
  }
}

type Judgement = Omit<TermVerdict, "text" | "span">;

function judgeLicense(term: LicenseTerm, allowList: AllowList): Judgement {
  const exact = allowList.byKey.get(keyOf(term));
  if (exact !== undefined) return explicitlyAllowed(exact, printForm(term.written));
  const suffix = term.form.exception === undefined ? "" : ` WITH ${term.form.exception}`;
  const steps = permittedIds(term.form)
    .flatMap((id) => {
      const entry = allowList.byKey.get(`${id}${suffix}`.toLowerCase());
      return entry === undefined ? [] : [{ id, entry }];
    })
    .sort((a, b) => a.entry.priority - b.entry.priority);
  const step = steps.find(({ id }) => isConfirmed(term, id));
  if (step !== undefined) {
    const { entry } = step;
    return { verdict: "allow", reason: `permits ${entry.text}, which is allowed`, entry };
  }
  const [disputed] = steps;
  if (disputed !== undefined) {
    return { verdict: "unknown", reason: `whether it permits ${disputed.id} is disputed` };
  }
  if (isAddition(term.form.exception)) return unlistedAddition(printForm(term.form));
  const hint = forbiddenNear(term, allowList);
  return { verdict: "deny", reason: "not allowed", ...(hint === undefined ? {} : { hint }) };
}

/** Our table says yes; a library that knows the family as well must not say no. */
function isConfirmed(term: LicenseTerm, id: string): boolean {
  try {
    return secondOpinion(term.form, id) !== false;
  } catch {
    return false;
  }
}

function judgeReference(term: ReferenceTerm, allowList: AllowList): Judgement {
  const exact = allowList.byKey.get(keyOf(term));
  if (exact !== undefined) return explicitlyAllowed(exact, printTerm(term));
  if (isAddition(term.exception)) return unlistedAddition(printTerm(term));
  return {
    verdict: "deny",
    reason: "not allowed",
    hint: `A licence of one's own is allowed only by an entry of the same name, "${printTerm(term)}".`,
  };
}

/** A name for several versions: denied where none of them is allowed, else nobody can tell. */
function judgeFamily(term: FamilyTerm, allowList: AllowList): Judgement {
  const allowed = term.members.find((id) => allowList.byKey.has(id.toLowerCase()));
  return allowed === undefined
    ? { verdict: "deny", reason: "no version of it is allowed" }
    : { verdict: "unknown", reason: `it names no version, and only some are allowed (${allowed})` };
}

function explicitlyAllowed(entry: AllowEntry, written: string): Judgement {
  return {
    verdict: "allow",
    reason:
      entry.text.toLowerCase() === written.toLowerCase()
        ? "explicitly allowed"
        : `explicitly allowed as ${entry.text}`,
    entry,
  };
}

function isAddition(exception: string | undefined): boolean {
  return exception?.includes("AdditionRef-") ?? false;
}

function unlistedAddition(text: string): Judgement {
  return {
    verdict: "unknown",
    reason: "the addition is not an SPDX one and may restrict",
    hint: `Add "${text}" to the allow list if it does not.`,
  };
}

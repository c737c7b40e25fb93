import { UsageError } from "@assay/core";
import { expect, test } from "vitest";
import { loadAllowList } from "./allow-list.ts";
import { normalizeDeclared } from "./declared.ts";
import { evaluate } from "./evaluate.ts";

const P = "Apache-2.0, MIT, BSD-2-Clause, BSD-3-Clause, ISC, MPL-2.0, Python-2.0, Unlicense";
const CLASSPATH = "GPL-2.0-only WITH Classpath-exception-2.0";
const RULES = [
  ["MIT OR GPL-3.0-only", P, "allow", "MIT"],
  ["MIT AND GPL-3.0-only", P, "deny"],
  ["(MIT OR GPL-2.0-only) AND Apache-2.0", P, "allow", "MIT AND Apache-2.0"],
  ["LGPL-2.1-only OR BSD-3-Clause AND MIT", P, "allow", "BSD-3-Clause AND MIT"],
  ["(MIT)OR(ISC)", P, "allow", "MIT"],
  ["mit", P, "allow", "MIT"],
  ["MIT or GPL-3.0-only", P, "allow", "MIT"],
  ["MIT Or GPL-3.0-only", P, "unknown"],
  ["MIT AND LicenseRef-foo", "MIT, LicenseRef-FOO", "allow", "MIT AND LicenseRef-FOO"],
  ["Apache-1.1+", P, "allow", "Apache-2.0"],
  ["MPL-1.1", P, "deny"],
  ["GPL-2.0-or-later", "GPL-3.0-only", "allow", "GPL-3.0-only"],
  ["GPL-2.0-only", "GPL-2.0-or-later", "deny"],
  ["GPL-2.0-only", "GPL-3.0-only", "deny"],
  ["GPL-2.0", "GPL-2.0-only", "allow", "GPL-2.0-only"],
  ["Apache 2.0 +", P, "unknown"],
  ["MIT+", P, "allow", "MIT"],
  ["LGPL-2.1", "LGPL-3.0", "deny"],
  ["CDDL-1.0", "CDDL-1.1", "deny"],
  [CLASSPATH, "GPL-2.0-only", "deny"],
  [CLASSPATH, CLASSPATH, "allow", CLASSPATH],
  ["GPL-2.0-only", CLASSPATH, "deny"],
  ["GPL-2.0-with-classpath-exception", CLASSPATH, "allow", CLASSPATH],
  ["Apache-2.0 WITH LLVM-exception OR Apache-2.0 OR MIT", P, "allow", "Apache-2.0"],
  ["MIT WITH FOO-exception", P, "unknown"],
  ["(MIT OR GPL-2.0-only) WITH Classpath-exception-2.0", P, "unknown"],
  ["LicenseRef-Acme", P, "deny"],
  ["DocumentRef-x:LicenseRef-A", "LicenseRef-A", "deny"],
  ["NONE", P, "deny"],
  ["MIT AND NOASSERTION", P, "unknown"],
  ["MIT OR NOASSERTION", P, "allow", "MIT"],
  ["StandardML-NJ", "SMLNJ", "allow", "SMLNJ"],
  ["BSD-2-Clause-FreeBSD", P, "deny"],
  ["UNLICENSED", P, "deny"],
  ["SEE LICENSE IN LICENSE.md", P, "detect"],
  ["BSD", P, "detect"],
  ["Apache 2", P, "warn-allow", "Apache-2.0"],
  ["MIT/Apache-2.0", P, "warn-allow", "Apache-2.0"],
  ["MIT, GPL", P, "unknown"],
  ["Not MIT", P, "detect"],
  ["MIT License with Commons Clause", P, "deny"],
  ["MIT AND", P, "unknown"],
  ["MIT\tAND\tISC", P, "allow", "MIT AND ISC"],
] as const;

test.each(RULES)("%j against %j: %s", (declared, allow, expected, choice?: string) => {
  const result = judged(declared, allow);
  expect(result.verdict).toBe(expected);
  expect(result.choice).toBe(choice);
});

test.each([
  ["MIT", "MIT OR Apache-2.0", "joins licences with OR"],
  ["MIT", "", "is empty"],
])("%j against the allow list %j is an error of the policy", (declared, allow, message) => {
  expect(() => judged(declared, allow)).toThrow(UsageError);
  expect(() => judged(declared, allow)).toThrow(message);
});

test.each([
  [CLASSPATH, "GPL-2.0-only", `add "${CLASSPATH}" to the allow list`],
  ["GPL-2.0-with-classpath-exception", "GPL-2.0-only", `add "${CLASSPATH}" to the allow list`],
  ["GPL-2.0-only", CLASSPATH, 'add "GPL-2.0-only" to the allow list'],
  ["GPL-2.0-only", "GPL-2.0-or-later", '"GPL-2.0-or-later" names that one form and is no range'],
  ["GPL-2.0-or-later", "GPL-3.0-or-later", '"GPL-3.0-or-later" names that one form'],
  ["LicenseRef-Acme", P, '"LicenseRef-Acme"'],
])("the hint of %j against %j names the entry that would do", (declared, allow, part) => {
  const hints = judged(declared, allow).terms.map((term) => term.hint);
  expect(hints.join("\n")).toContain(part);
});

test("every term is told with its place and why it counts as it does", () => {
  const text = "MIT AND (GPL-3.0-only OR NOASSERTION)";
  const { terms } = judged(text, P);
  expect(terms.map((term) => [text.slice(term.span.start, term.span.end), term.reason])).toEqual([
    ["MIT", "explicitly allowed"],
    ["GPL-3.0-only", "not allowed"],
    ["NOASSERTION", "the source makes no statement"],
  ]);
});

test("an OR takes the branch that is first in the allow list", () => {
  expect(judged("MIT OR ISC", "ISC, MIT").choice).toBe("ISC");
  expect(judged("MIT OR ISC", "MIT, ISC").choice).toBe("MIT");
});

/** The verdict in the words of the table: a warning makes `warn-allow`, an unusable value `detect`. */
function judged(declared: string, allow: string) {
  const allowList = loadAllowList(allow === "" ? [] : allow.split(", "));
  const license = normalizeDeclared(declared);
  const evaluation = evaluate(license.expression, allowList);
  const detect = license.kind === "undeclared" && evaluation.verdict === "unknown";
  const warned = license.warnings.length > 0 && evaluation.verdict === "allow";
  return {
    ...evaluation,
    verdict: detect ? "detect" : warned ? "warn-allow" : evaluation.verdict,
  };
}

import { expect, test } from "vitest";
import { loadAllowList } from "./allow-list.ts";
import { currentForm } from "./deprecated.ts";
import { evaluate } from "./evaluate.ts";
import { printForm } from "./expression.ts";
import { GNU_FAMILIES, OWN_FAMILIES, SHARED_FAMILIES } from "./families.ts";
import { DEPRECATED_LICENSE_IDS, EXCEPTION_IDS, LICENSE_IDS, licenseId } from "./identifiers.ts";
import { permittedIds, secondOpinion } from "./later-versions.ts";
import { parseExpression } from "./parser.ts";

const FAMILIES = [...SHARED_FAMILIES, ...OWN_FAMILIES];

test("every id and every exception is read, in lower case too", () => {
  expect(LICENSE_IDS.length).toBeGreaterThan(700);
  expect(EXCEPTION_IDS.length).toBeGreaterThan(60);
  for (const id of [...LICENSE_IDS, ...DEPRECATED_LICENSE_IDS]) {
    expect(parseExpression(id).ok, id).toBe(true);
    expect(licenseId(id.toLowerCase()), id).toBe(id);
  }
  for (const id of EXCEPTION_IDS) expect(parseExpression(`MIT WITH ${id}`).ok, id).toBe(true);
  for (const name of ["__proto__", "constructor", "toString", "hasOwnProperty"]) {
    expect(parseExpression(name).ok, name).toBe(false);
    expect(parseExpression(`MIT WITH ${name}`).ok, name).toBe(false);
  }
});

test("a plain id is allowed by itself alone, whatever its length and family", () => {
  const byFamily = [...FAMILIES, ...GNU_FAMILIES.map(gnuIds)];
  const short = LICENSE_IDS.filter((id) => id.length === 8 || id.length === 4);
  for (const family of [...byFamily, short]) {
    for (const declared of family) {
      for (const entry of family) {
        if (declared === entry || declared.endsWith("-or-later")) continue;
        expect(verdict(declared, entry), `${declared} against ${entry}`).toBe("deny");
        if (entry.endsWith("-only") || entry.endsWith("-or-later")) continue;
        expect(verdict(declared, `${entry}+`), `${declared} against ${entry}+`).toBe("deny");
      }
    }
  }
});

test("a declared + permits the same and the later versions, never an older one", () => {
  for (const family of FAMILIES) {
    for (const [from, declared] of family.entries()) {
      for (const [to, entry] of family.entries()) {
        const expected = to >= from ? "allow" : "deny";
        expect(verdict(`${declared}+`, entry), `${declared}+ against ${entry}`).toBe(expected);
        const range = to === from ? "allow" : "deny";
        expect(verdict(`${declared}+`, `${entry}+`), `${declared}+ against ${entry}+`).toBe(range);
      }
    }
  }
});

test("GNU -or-later permits each -only from its version on, and no other -or-later", () => {
  for (const { prefix, versions, variant } of GNU_FAMILIES) {
    for (const [from, version] of versions.entries()) {
      const declared = `${prefix}${version}${variant}-or-later`;
      for (const [to, other] of versions.entries()) {
        const expected = to >= from ? "allow" : "deny";
        expect(verdict(declared, `${prefix}${other}${variant}-only`), declared).toBe(expected);
        const same = to === from ? "allow" : "deny";
        expect(verdict(declared, `${prefix}${other}${variant}-or-later`), declared).toBe(same);
      }
    }
  }
});

test("all ids of the families are in the list", () => {
  for (const id of [...FAMILIES.flat(), ...GNU_FAMILIES.flatMap(gnuIds)]) {
    expect(licenseId(id), id).toBe(id);
  }
});

test("the second opinion agrees with the table wherever it has one", () => {
  let opinions = 0;
  const gnu = GNU_FAMILIES.flatMap(gnuIds).filter((id) => id.endsWith("-or-later"));
  const forms = [
    ...FAMILIES.flat().map((id) => ({ id, orLater: true })),
    ...gnu.map((id) => ({ id, orLater: false })),
  ];
  for (const form of forms) {
    for (const id of permittedIds(form)) {
      const opinion = secondOpinion(form, id);
      if (opinion !== undefined) opinions++;
      expect(opinion ?? true, `${printForm(form)} permits ${id}`).toBe(true);
    }
  }
  expect(opinions).toBeGreaterThan(100);
});

test("the library's slip over 8-character ids does not reach a verdict", () => {
  expect(secondOpinion({ id: "CDDL-1.0", orLater: true }, "CDDL-1.1")).toBeUndefined();
  expect(verdict("EUPL-1.0", "EUPL-1.1")).toBe("deny");
  expect(verdict("LGPL-2.1", "LGPL-3.0")).toBe("deny");
  expect(verdict("Ruby+", "Ruby")).toBe("allow");
});

test.each([
  ["GPL-2.0", "GPL-2.0-only"],
  ["GPL-2.0+", "GPL-2.0-or-later"],
  ["AGPL-1.0+", "AGPL-1.0-or-later"],
  ["GFDL-1.3", "GFDL-1.3-only"],
  ["LGPL-2.1 WITH Nokia-Qt-exception-1.1", "LGPL-2.1-only WITH Qt-LGPL-exception-1.1"],
  ["eCos-2.0", "GPL-2.0-or-later WITH eCos-exception-2.0"],
  ["wxWindows", "GPL-2.0-or-later WITH WxWindows-exception-3.1"],
  ["GPL-3.0-with-GCC-exception", "GPL-3.0-only WITH GCC-exception-3.1"],
  ["Nunit", "zlib-acknowledgement"],
  ["BSD-2-Clause-NetBSD", "BSD-2-Clause"],
  ["bzip2-1.0.5", "bzip2-1.0.5"],
  ["Net-SNMP", "Net-SNMP"],
])("%s is judged as %s", (written, current) => {
  const parsed = parseExpression(written);
  expect(
    parsed.ok && parsed.expression.kind === "license" && printForm(parsed.expression.form),
  ).toBe(current);
});

test("every deprecated id has a current form or stays itself", () => {
  const unmapped = DEPRECATED_LICENSE_IDS.filter((id) => {
    const form = currentForm({ id, orLater: false });
    return typeof form !== "string" && form.id === id;
  });
  expect(unmapped).toEqual(["BSD-2-Clause-FreeBSD", "Net-SNMP", "bzip2-1.0.5"]);
});

test.each(["GPL-2.0-only+", "GPL-2.0-or-later+", "eCos-2.0+", "wxWindows WITH LLVM-exception"])(
  "%s contradicts itself and is no expression",
  (text) => expect(parseExpression(text).ok).toBe(false),
);

function verdict(declared: string, entry: string): string {
  const parsed = parseExpression(declared);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return evaluate(parsed.expression, loadAllowList([entry])).verdict;
}

function gnuIds(family: (typeof GNU_FAMILIES)[number]): readonly string[] {
  return family.versions.flatMap((version) => [
    `${family.prefix}${version}${family.variant}-only`,
    `${family.prefix}${version}${family.variant}-or-later`,
  ]);
}

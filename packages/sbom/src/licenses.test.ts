import { expect, test } from "vitest";
import { licenseStatement } from "./licenses.ts";

test.each([
  ["MIT", { kind: "id", id: "MIT" }],
  ["mit", { kind: "id", id: "MIT" }],
  [
    { type: "ISC", url: "https://x.example" },
    { kind: "id", id: "ISC" },
  ],
  [["MIT", "Apache-2.0"], { kind: "expression", text: "MIT OR Apache-2.0", references: [] }],
  ["(MIT AND (ISC))", { kind: "expression", text: "MIT AND ISC", references: [] }],
  ["Apache-2.0+", { kind: "expression", text: "Apache-2.0+", references: [] }],
  [
    "LicenseRef-x OR MIT",
    { kind: "expression", text: "LicenseRef-x OR MIT", references: ["LicenseRef-x"] },
  ],
  ["DocumentRef-a:LicenseRef-x", { kind: "name", name: "DocumentRef-a:LicenseRef-x" }],
  ["UNLICENSED", { kind: "name", name: "UNLICENSED" }],
  ["SEE LICENSE IN x.txt", { kind: "name", name: "SEE LICENSE IN x.txt" }],
  ["GPL", { kind: "name", name: "GPL" }],
  ["MIT OR", { kind: "name", name: "MIT OR" }],
  ["NOASSERTION", undefined],
  ["", undefined],
  [undefined, undefined],
])("%j", (declared, statement) => {
  expect(licenseStatement(declared)).toEqual(statement);
});

test("free text is cut", () => {
  const long = "our own terms ".repeat(1000);
  expect(licenseStatement(long)).toEqual({ kind: "name", name: long.slice(0, 1000) });
});

import { expect, test } from "vitest";
import { violationsOf } from "../../test/repository.ts";
import { vexValid } from "./valid.ts";

const openVex = (...statements: object[]) =>
  JSON.stringify(
    {
      "@context": "https://openvex.dev/ns/v0.2.0",
      "@id": "https://a.org/vex",
      author: "a",
      timestamp: "2026-01-01T00:00:00Z",
      version: 1,
      statements: statements.map((each) => ({
        vulnerability: { name: "CVE-1" },
        products: [{ "@id": "pkg:npm/a@1" }],
        ...each,
      })),
    },
    undefined,
    "\t",
  );
const judge = async (text: string, path = "a.openvex.json") =>
  (await violationsOf(vexValid, { [path]: text })).map(({ place, message }) => [
    place?.startLine,
    message,
  ]);

test("OpenVEX that keeps its rules is fine", async () => {
  expect(
    await judge(
      openVex(
        { status: "not_affected", justification: "component_not_present" },
        { status: "not_affected", impact_statement: "Not called." },
        { status: "affected", action_statement: "Update." },
        { status: "fixed" },
        { status: "under_investigation" },
      ),
      ".vex/a.json",
    ),
  ).toEqual([]);
});

test("statuses that lack what they need have their place", async () => {
  const found = await judge(
    openVex(
      { status: "not_affected" },
      { status: "affected", products: [] },
      { status: "fixed", justification: "because" },
      { status: "unknown" },
    ),
  );
  expect(found.map(([, message]) => message)).toEqual([
    "The document is not valid: CVE-1: `not_affected` needs a `justification` or an `impact_statement`.",
    "The document is not valid: CVE-1: it names no `products`.",
    "The document is not valid: CVE-1: `affected` needs an `action_statement`.",
    'The document is not valid: CVE-1: the justification "because" is none of OpenVEX.',
    "The document is not valid: CVE-1: only `not_affected` may have a `justification`.",
    'The document is not valid: CVE-1: the status is "unknown"; not_affected, affected, fixed, under_investigation are allowed.',
  ]);
  expect(found[0]?.[0]).toBe(17);
});

test("CycloneDX and CSAF", async () => {
  const analysis = (value: object) =>
    JSON.stringify({ bomFormat: "CycloneDX", vulnerabilities: [{ id: "CVE-2", analysis: value }] });
  expect(await judge(analysis({ state: "not_affected", detail: "Why." }), "vex.json")).toEqual([]);
  expect(await judge(analysis({ state: "not_affected" }), "a.vex.cdx.json")).toEqual([
    [1, "The document is not valid: CVE-2: `not_affected` needs a `justification` or a `detail`."],
  ]);
  const csaf = {
    document: { category: "csaf_vex", csaf_version: "2.0", publisher: {}, title: "a" },
    vulnerabilities: [{ cve: "CVE-3", product_status: { known_affected: ["a"] } }],
  };
  expect(await judge(JSON.stringify(csaf), "vex/c.json")).toEqual([
    [1, "The document is not valid: `tracking` is missing."],
    [1, "The document is not valid: CVE-3: `known_affected` needs `remediations`."],
  ]);
});

test("what is no JSON, or no VEX at all; other files and test data are not looked at", async () => {
  expect((await judge('{ "a": ')).length).toBe(1);
  expect((await judge("{}")).map(([, message]) => message)).toEqual([
    "The file is neither OpenVEX, CycloneDX nor CSAF, as its name says.",
  ]);
  expect(await judge("{}", "convex.json")).toEqual([]);
  expect(await judge("{}", "testdata/vex.json")).toEqual([]);
});

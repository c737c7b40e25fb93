import { describe, expect, it } from "vitest";
import { judged, vulnerable } from "../test/exceptions.ts";

type Fields = Record<string, unknown>;

const RANGES = "`versions` of `affects` has more than exact versions and `vers` ranges of a purl";

const bom = (vulnerabilities: unknown, parts: Fields = {}) =>
  JSON.stringify({
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    metadata: {
      timestamp: "2026-11-01T00:00:00Z",
      authors: [{ name: "Ann" }],
      component: {
        type: "application",
        name: "shop",
        "bom-ref": "shop",
        purl: "pkg:github/acme/shop",
      },
    },
    components: [
      {
        "bom-ref": "a",
        components: [{ type: "library", "bom-ref": "left", purl: "pkg:npm/left@1.2.3" }],
      },
    ],
    vulnerabilities,
    ...parts,
  });
const vulnerability = (analysis: Fields | undefined, parts: Fields = {}) => ({
  id: "CVE-2026-1",
  analysis,
  affects: [{ ref: "left" }],
  ...parts,
});
const run = (text: string) =>
  judged(
    { files: { "vex.cdx.json": text }, vex: { vex: ["vex.cdx.json"], documents: [] } },
    vulnerable(),
  );

describe("the analysis of a CycloneDX vulnerability", () => {
  it.each([
    ["not_affected", "code_not_reachable", "not_affected", "vulnerable_code_not_in_execute_path"],
    ["false_positive", "code_not_present", "not_affected", "vulnerable_code_not_present"],
    ["not_affected", "protected_at_perimeter", "not_affected", "inline_mitigations_already_exist"],
    ["resolved", undefined, "fixed", undefined],
    ["resolved_with_pedigree", undefined, "fixed", undefined],
  ])("%s (%s) suppresses as %s", async (state, justification, status, expected) => {
    const { applied, findings } = await run(bom([vulnerability({ state, justification })]));
    expect(applied[0]).toMatchObject({ by: "vex", status, owner: "Ann" });
    expect(applied[0]?.justification).toBe(expected);
    expect(findings).toEqual([]);
  });

  it.each([
    [{ state: "in_triage", detail: "looking" }, "under_investigation", "looking"],
    [
      { state: "exploitable", response: ["update", "workaround_available"] },
      "affected",
      "update, workaround_available",
    ],
  ])("%j is an acknowledgement", async (analysis, status, note) => {
    const { applied, acknowledged } = await run(bom([vulnerability(analysis)]));
    expect(applied).toEqual([undefined]);
    expect(acknowledged[0]).toEqual({
      by: "Ann",
      at: "2026-11-01T00:00:00.000Z",
      status,
      source: "vex.cdx.json, vulnerability 1",
      note,
    });
  });

  it("absent says nothing, and is no fault", async () => {
    const { applied, findings } = await run(bom([vulnerability(undefined)]));
    expect([applied, findings]).toEqual([[undefined], []]);
  });

  it.each([
    [
      vulnerability({ state: "not_affected" }),
      "`not_affected` needs a `justification` or a `detail`",
    ],
    [vulnerability({ state: "fine" }), "its `analysis.state` is none of CycloneDX"],
    [vulnerability({ state: "resolved" }, { affects: [] }), "it names nothing that it affects"],
    [vulnerability({ state: "resolved" }, { id: undefined }), "it has no `id`"],
    [
      vulnerability(
        { state: "resolved" },
        { affects: [{ ref: "left", versions: [{ range: "vers:pypi/*" }] }] },
      ),
      RANGES,
    ],
    [
      vulnerability(
        { state: "resolved" },
        { affects: [{ ref: "left", versions: [{ range: "<2" }, { version: "1.2.3" }] }] },
      ),
      RANGES,
    ],
  ])("without what it needs is reported and not applied: %j", async (each, why) => {
    const { applied, findings } = await run(bom([each]));
    expect(applied).toEqual([undefined]);
    expect(findings).toEqual([
      `vex-faulty vex.cdx.json: vex.cdx.json, vulnerability 1 does not count: ${why}`,
    ]);
  });

  it("its own time goes before the document's, and the newest counts", async () => {
    const detail = "x";
    const { applied } = await run(
      bom([
        vulnerability({ state: "resolved", detail, lastUpdated: "2026-11-02T00:00:00Z" }),
        vulnerability({ state: "exploitable", detail }),
      ]),
    );
    expect(applied[0]?.status).toBe("fixed");
  });
});

describe("what it affects", () => {
  it.each([
    [{ ref: "left" }, true],
    [{ ref: "pkg:npm/left" }, true],
    [{ ref: "urn:cdx:0b0c/1#pkg%3Anpm%2Fleft%401.2.3" }, true],
    [{ ref: "shop" }, true],
    [{ ref: "left", versions: [{ version: "1.2.3" }] }, true],
    [{ ref: "left", versions: [{ version: "1.2.4" }] }, false],
    [{ ref: "left", versions: [{ range: "vers:npm/>=1|<2" }] }, true],
    [{ ref: "left", versions: [{ version: "3.0.0" }, { range: "vers:npm/*" }] }, true],
    [{ ref: "left", versions: [{ range: "vers:npm/>=1.3|<2" }] }, false],
    [{ ref: "right" }, false],
  ])("%j is for it: %s", async (affected, expected) => {
    const { applied, findings } = await run(
      bom([vulnerability({ state: "resolved" }, { affects: [affected] })]),
    );
    expect(findings).toEqual([]);
    expect(applied[0] !== undefined).toBe(expected);
  });

  it("an alias among the references names the vulnerability too", async () => {
    const parts = { id: "VENDOR-1", references: [{ id: "GHSA-aaaa-bbbb-cccc" }] };
    const { applied } = await run(bom([vulnerability({ state: "resolved" }, parts)]));
    expect(applied[0]?.by).toBe("vex");
  });
});

it.each([
  [bom([], { specVersion: "1.3" }), "versions 1.4 to 1.7"],
  [bom([], { bomFormat: "other" }), "versions 1.4 to 1.7"],
  [bom({}), "is no list"],
])("a document that can't be read is reported", async (text, why) => {
  const { findings } = await run(text);
  expect(findings).toHaveLength(1);
  expect(findings[0]).toContain(why);
});

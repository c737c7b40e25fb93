import { VERSION } from "@assay/core";
import { describe, expect, it } from "vitest";
import { readExceptions } from "../ignores/read.ts";
import { exceptionsContext, judged, vulnerable } from "../test/exceptions.ts";
import { vexDocuments } from "./documents.ts";

const entry = {
  id: "CVE-2026-1",
  package: "left",
  reason: "never called",
  owner: "@acme/platform",
  expires: "2026-12-10",
};
const other = vulnerable({
  component: { name: "right" },
  group: { id: "CVE-2026-2", canonicalId: "CVE-2026-2", ids: ["CVE-2026-2"] },
});
const vex = JSON.stringify({
  "@context": "https://openvex.dev/ns/v0.2.0",
  "@id": "https://acme.example/vex/1",
  author: "Acme",
  timestamp: "2026-11-01T00:00:00Z",
  version: 1,
  statements: [
    {
      vulnerability: { name: "CVE-2026-2" },
      products: ["pkg:npm/right"],
      status: "under_investigation",
      status_notes: "looking",
    },
  ],
});

const HEAD = { sha: "f".repeat(40), committedAt: "2026-11-20T10:00:00Z" };
const ORIGIN = { serverUrl: "https://github.com", repository: "Acme/Shop" };

async function made(
  parts: Parameters<typeof vulnerable>[0] = {},
  justification?: "vulnerable_code_not_present",
  known: typeof ORIGIN | null = ORIGIN,
  today?: string,
) {
  const origin = known ?? undefined;
  const found = [vulnerable(parts), vulnerable({ ...parts, path: "web/package-lock.json" }), other];
  const options = { vex: ["v.json"], documents: ["openvex", "cyclonedx"] } as const;
  const context = exceptionsContext({ "v.json": vex }, today === undefined ? {} : { today });
  const ignores = [{ ...entry, justification }];
  const exceptions = await readExceptions(
    context,
    { ignores, vex: options, isWhole: true, origin },
    found,
  );
  const repository = { origin, folder: "", head: HEAD, absent: [], notices: [] };
  const inventory = { graphs: [], skipped: [] };
  const artifacts = await vexDocuments(
    context,
    options,
    { repository, inventory },
    found,
    exceptions,
  );
  return artifacts.map(({ name, bytes }) => ({ name, text: Buffer.from(bytes).toString() }));
}
const parsed = async (...options: Parameters<typeof made>) =>
  (await made(...options)).map(({ text }) => JSON.parse(text));

describe("vex.openvex.json", () => {
  it("says affected of what is accepted, each package once, and what VEX says", async () => {
    const [document] = await parsed();
    expect(document).toEqual({
      "@context": "https://openvex.dev/ns/v0.2.0",
      "@id": expect.stringMatching(/^https:\/\/github\.com\/Acme\/Shop\/vex-[0-9a-f]{64}$/),
      author: "https://github.com/Acme/Shop",
      timestamp: "2026-11-20T10:00:00Z",
      version: 1,
      statements: [
        {
          vulnerability: { name: "CVE-2026-1", aliases: ["GHSA-aaaa-bbbb-cccc"] },
          products: [
            {
              "@id": "pkg:github/acme/shop",
              subcomponents: [{ "@id": "pkg:npm/left@1.2.3" }],
            },
          ],
          status: "affected",
          action_statement: "Accepted until 2026-12-10 by @acme/platform: never called",
        },
        {
          vulnerability: { name: "CVE-2026-2" },
          timestamp: "2026-11-01T00:00:00.000Z",
          products: [
            {
              "@id": "pkg:github/acme/shop",
              subcomponents: [{ "@id": "pkg:npm/right@1.2.3" }],
            },
          ],
          status: "under_investigation",
          status_notes: "looking",
        },
      ],
      tooling: `Assay ${VERSION}`,
    });
  });

  it("says not_affected of an ignore with a justification, and is read again as that", async () => {
    const [file] = await made({}, "vulnerable_code_not_present");
    const files = { "vex.openvex.json": file?.text ?? "" };
    const { applied, findings } = await judged(
      { files, vex: { vex: ["vex.openvex.json"], documents: [] } },
      vulnerable(),
    );
    expect(applied[0]).toMatchObject({
      by: "vex",
      status: "not_affected",
      justification: "vulnerable_code_not_present",
      reason: "never called",
    });
    expect(findings).toEqual([]);
  });

  it("names the dependency itself where no repository is known", async () => {
    const [document] = await parsed({}, undefined, null);
    expect(document["@id"]).toMatch(/^https:\/\/openvex\.dev\/docs\/public\/vex-[0-9a-f]{64}$/);
    expect(document.statements[0].products).toEqual([{ "@id": "pkg:npm/left@1.2.3" }]);
  });
});

it("the same commit gives the same bytes on another day, other content other ids", async () => {
  const first = await made();
  expect(await made({}, undefined, ORIGIN, "2026-12-02T08:00:00Z")).toEqual(first);
  const ids = [first, await made({}, "vulnerable_code_not_present")].map(([openVex, cdx]) => [
    JSON.parse(openVex?.text ?? "")["@id"],
    JSON.parse(cdx?.text ?? "").serialNumber,
  ]);
  expect(new Set(ids.flat()).size).toBe(4);
});

it("vulnerabilities.cdx.json has packages, ratings with their source, analysis and references", async () => {
  const vector = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N";
  const [, document] = await parsed({
    fixed: "1.2.4",
    group: {
      severity: {
        level: "high",
        score: 7.5,
        vector,
        decidedBy: "CVSS 3.1 of CVE-2026-1",
        dropped: [],
      },
      summary: "It leaks",
      published: "2026-10-01T00:00:00Z",
      references: ["https://example.com/1"],
    },
  });
  const { serialNumber, ...rest } = document;
  expect(serialNumber).toMatch(
    /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/,
  );
  expect(rest).toEqual({
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: {
      timestamp: "2026-11-20T10:00:00Z",
      tools: { components: [{ type: "application", name: "assay", version: VERSION }] },
      component: {
        type: "application",
        "bom-ref": "root",
        name: "Acme/Shop",
        purl: "pkg:github/acme/shop",
      },
    },
    components: ["left", "right"].map((name) => ({
      type: "library",
      "bom-ref": `pkg:npm/${name}@1.2.3`,
      name,
      version: "1.2.3",
      scope: "required",
      purl: `pkg:npm/${name}@1.2.3`,
    })),
    vulnerabilities: [
      {
        id: "CVE-2026-1",
        source: { name: "NVD", url: "https://nvd.nist.gov/vuln/detail/CVE-2026-1" },
        references: [
          {
            id: "GHSA-aaaa-bbbb-cccc",
            source: {
              name: "GitHub",
              url: "https://github.com/advisories/GHSA-aaaa-bbbb-cccc",
            },
          },
        ],
        ratings: [
          {
            source: { name: "CVSS 3.1 of CVE-2026-1" },
            score: 7.5,
            severity: "high",
            method: "CVSSv31",
            vector,
          },
        ],
        description: "It leaks",
        recommendation: "Upgrade to 1.2.4.",
        advisories: [{ url: "https://example.com/1" }],
        published: "2026-10-01T00:00:00Z",
        analysis: {
          state: "exploitable",
          response: ["will_not_fix"],
          detail: "Accepted until 2026-12-10 by @acme/platform: never called",
        },
        affects: [{ ref: "pkg:npm/left@1.2.3" }],
      },
      {
        id: "CVE-2026-2",
        source: { name: "NVD", url: "https://nvd.nist.gov/vuln/detail/CVE-2026-2" },
        ratings: [
          {
            source: { name: "the label of GHSA-aaaa-bbbb-cccc" },
            severity: "high",
            method: "other",
          },
        ],
        analysis: {
          state: "in_triage",
          detail: "looking",
          lastUpdated: "2026-11-01T00:00:00.000Z",
        },
        affects: [{ ref: "pkg:npm/right@1.2.3" }],
      },
    ],
  });
});

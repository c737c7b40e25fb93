import { describe, expect, it } from "vitest";
import { judged, vulnerable } from "../test/exceptions.ts";

type Fields = Record<string, unknown>;

const PURL = "pkg:npm/left@1.2.3";
const statement = (parts: Fields = {}): Fields => ({
  vulnerability: { name: "CVE-2026-1" },
  products: [{ "@id": PURL }],
  status: "not_affected",
  justification: "vulnerable_code_not_present",
  ...parts,
});
const openVex = (statements: unknown, parts: Fields = {}): string =>
  JSON.stringify({
    "@context": "https://openvex.dev/ns/v0.2.0",
    "@id": "https://acme.example/vex/1",
    author: "Acme Security",
    timestamp: "2026-11-01T00:00:00Z",
    version: 1,
    statements,
    ...parts,
  });
const vexInputs = (...paths: string[]) => ({ vex: paths, documents: [] });
const run = (text: string, ...found: ReturnType<typeof vulnerable>[]) =>
  judged(
    { files: { "vex.openvex.json": text }, vex: vexInputs("vex.openvex.json") },
    ...(found.length === 0 ? [vulnerable()] : found),
  );
const isApplied = async (parts: Fields, ...found: ReturnType<typeof vulnerable>[]) => {
  const { applied, findings } = await run(openVex([statement(parts)]), ...found);
  expect(findings).toEqual([]);
  return applied.map((each) => each !== undefined);
};

describe("the status of a statement", () => {
  it("not_affected suppresses, with its author and words", async () => {
    const { applied, acknowledged, findings } = await run(
      openVex([statement({ impact_statement: "we never call it" })]),
    );
    expect(applied).toEqual([
      {
        by: "vex",
        id: "CVE-2026-1",
        source: "vex.openvex.json, statement 1",
        reason: "we never call it",
        owner: "Acme Security",
        status: "not_affected",
        at: "2026-11-01T00:00:00.000Z",
        justification: "vulnerable_code_not_present",
      },
    ]);
    expect([acknowledged, findings]).toEqual([[undefined], []]);
  });

  it("fixed suppresses", async () => {
    expect(await isApplied({ status: "fixed", justification: undefined })).toEqual([true]);
  });

  it.each([
    ["affected", { action_statement: "upgrade in March" }, "upgrade in March"],
    ["under_investigation", { status_notes: "looking" }, "looking"],
  ])("%s is an acknowledgement and no suppression", async (status, parts, note) => {
    const text = openVex([statement({ status, justification: undefined, ...parts })]);
    const { applied, acknowledged, findings } = await run(text);
    expect(applied).toEqual([undefined]);
    expect(acknowledged).toEqual([
      {
        by: "Acme Security",
        at: "2026-11-01T00:00:00.000Z",
        status,
        source: "vex.openvex.json, statement 1",
        note,
      },
    ]);
    expect(findings).toEqual([]);
  });

  it.each([
    [
      { justification: undefined },
      "`not_affected` needs a `justification` or an `impact_statement`",
    ],
    [{ justification: "because" }, "its `justification` is none of OpenVEX"],
    [{ status: "affected", justification: undefined }, "`affected` needs an `action_statement`"],
    [{ status: "fine" }, "its `status` is none of OpenVEX"],
    [{ timestamp: "yesterday" }, "its `timestamp` is no instant"],
    [{ products: [] }, "it names no product"],
    [{ products: [{ "@id": 1 }] }, "it names no product"],
    [{ vulnerability: { aliases: ["CVE-2026-1"] } }, "its `vulnerability` has no name"],
  ])("without what it needs it is reported and not applied: %j", async (parts, why) => {
    const { applied, acknowledged, findings } = await run(openVex([statement(parts)]));
    expect([applied, acknowledged]).toEqual([[undefined], [undefined]]);
    expect(findings).toEqual([
      `vex-faulty vex.openvex.json: vex.openvex.json, statement 1 does not count: ${why}`,
    ]);
  });

  it("an impact statement is enough for not_affected", async () => {
    const parts = { justification: undefined, impact_statement: "never called" };
    expect(await isApplied(parts)).toEqual([true]);
  });

  it("malware is not excused", async () => {
    const malware = vulnerable({ group: { kind: "malware" } });
    const { applied, findings } = await run(openVex([statement()]), malware);
    expect(applied).toEqual([undefined]);
    expect(findings).toEqual([
      "vex-faulty vex.openvex.json: vex.openvex.json, statement 1 does not count: CVE-2026-1 is malware, and VEX knows no reviewers",
    ]);
  });
});

describe("statements that contradict each other", () => {
  const affected = { status: "affected", action_statement: "later", justification: undefined };
  const older = { timestamp: "2026-10-01T00:00:00Z" };
  const newer = { timestamp: "2026-11-30T00:00:00+01:00" };

  it.each([
    ["the newest wins wherever it stands", [newer, { ...affected, ...older }], true],
    ["the newest wins the other way round", [{ ...affected, ...newer }, older], false],
    ["of two of one time the later in the file", [affected, {}], true],
    ["of two of one time the later, affected", [{}, affected], false],
    ["its own time goes before the document's", [older, affected], false],
    ["the document's time is inherited", [{ ...affected, ...older }, {}], true],
    [
      "offsets of time zones count",
      [{ timestamp: "2026-11-29T23:30:00Z" }, { ...affected, ...newer }],
      true,
    ],
  ])("%s", async (_, statements, expected) => {
    const { applied } = await run(openVex(statements.map(statement)));
    expect(applied[0] !== undefined).toBe(expected);
  });

  it("one without a reason still takes back what was said before", async () => {
    const { applied } = await run(
      openVex([statement(older), statement({ ...affected, action_statement: undefined })]),
    );
    expect(applied).toEqual([undefined]);
  });

  it("a time in the future is no last word", async () => {
    const future = { timestamp: "2099-01-01T00:00:00Z" };
    const now = { ...affected, timestamp: "2026-12-01T12:00:00Z" };
    expect((await run(openVex([future, now].map(statement)))).applied).toEqual([undefined]);
  });

  it("files count together, in their order", async () => {
    const files = {
      "a.json": openVex([statement()]),
      "b.json": openVex([statement(affected)]),
    };
    const of = async (...paths: string[]) =>
      (await judged({ files, vex: vexInputs(...paths) }, vulnerable())).applied[0]?.source;
    expect(await of("a.json", "b.json")).toBeUndefined();
    expect(await of("b.json", "a.json", "missing.json")).toBe("a.json, statement 1");
  });
});

describe("what a statement is about", () => {
  it.each([
    [{ vulnerability: { name: "GHSA-aaaa-bbbb-cccc" } }, true],
    [{ vulnerability: { name: "VENDOR-1", aliases: ["cve-2026-1"] } }, true],
    [{ vulnerability: { name: "CVE-2026-2" } }, false],
    [{ products: [{ "@id": "pkg:npm/left" }] }, true],
    [{ products: [{ "@id": "x", identifiers: { purl: "pkg:npm/left@1.2.3" } }] }, true],
    [{ products: [{ "@id": "pkg:npm/left@1.2.4" }] }, false],
    [{ products: [{ "@id": "pkg:npm/*" }] }, false],
    [{ products: [{ "@id": "pkg:pypi/left" }] }, false],
    [{ products: [{ "@id": "pkg:npm/other" }, { "@id": PURL }] }, true],
  ])("names and purls, with and without a version: %j is for it: %s", async (parts, expected) =>
    expect(await isApplied(parts)).toEqual([expected]),
  );

  it("qualifiers that it does not have stand for all values, those that it has for themselves", async () => {
    const found = vulnerable({ component: { purl: "pkg:npm/left@1.2.3?vcs_url=git%2Bx" } });
    const of = (id: string) => isApplied({ products: [{ "@id": id }] }, found);
    expect(await of("pkg:npm/left@1.2.3")).toEqual([true]);
    expect(await of("pkg:npm/left?vcs_url=git%2Bx")).toEqual([true]);
    expect(await of("pkg:npm/left?vcs_url=git%2By")).toEqual([false]);
  });

  it.each([
    ["pkg:github/acme/shop", PURL, true],
    ["pkg:github/acme/shop", "pkg:npm/left", true],
    ["pkg:github/acme/shop", "pkg:npm/right", false],
    ["https://github.com/acme/shop", PURL, true],
    ["git+https://github.com/Acme/Shop.git", PURL, true],
    ["pkg:npm/shop", PURL, true],
    ["pkg:npm/shop@2.0.0", PURL, true],
    ["pkg:npm/shop@1.0.0", PURL, false],
    ["pkg:github/acme/other", PURL, false],
  ])("the product %s with the subcomponent %s is for it: %s", async (product, part, expected) => {
    const found = vulnerable();
    const shop = {
      ...found.component,
      id: "shop",
      name: "shop",
      version: "2.0.0",
      firstParty: true,
      purl: "pkg:github/acme/shop@f00#web",
    };
    const graph = { ...found.graph, components: [shop, found.component] };
    const products = [{ "@id": product, subcomponents: [{ "@id": part }] }];
    expect(await isApplied({ products }, { ...found, graph })).toEqual([expected]);
  });

  it("the repository without subcomponents stands for all of them", async () => {
    const of = (subcomponents: unknown) =>
      isApplied({ products: [{ "@id": "pkg:github/acme/shop", subcomponents }] });
    expect(await of(undefined)).toEqual([true]);
    expect(await of([])).toEqual([true]);
    // A part that can't be read must not become the whole.
    expect(await of([{ name: "left" }])).toEqual([false]);
  });

  it("a dependency as product with parts of its own is not the dependency", async () => {
    const products = [{ "@id": PURL, subcomponents: [{ "@id": "pkg:npm/right" }] }];
    expect(await isApplied({ products })).toEqual([false]);
  });

  it("a statement for one of two locked versions leaves the other open", async () => {
    const found = vulnerable();
    const old = { ...found.component, version: "1.0.0", purl: "pkg:npm/left@1.0.0" };
    const both = { ...found, entries: [{ component: found.component }, { component: old }] };
    expect(await isApplied({}, both)).toEqual([false]);
    expect(await isApplied({ products: [{ "@id": "pkg:npm/left" }] }, both)).toEqual([true]);
  });
});

it("OpenVEX 0.0.1 is read: texts for vulnerability, products and subcomponents", async () => {
  const old = (context: string) =>
    openVex(
      [
        statement({
          vulnerability: "CVE-2026-1",
          products: ["pkg:github/acme/shop"],
          subcomponents: [PURL],
        }),
      ],
      { "@context": context, version: "1" },
    );
  for (const context of ["https://openvex.dev/ns", "https://openvex.dev/ns/v0.0.1"])
    expect((await run(old(context))).applied[0]?.by).toBe("vex");
});

describe("a faulty document", () => {
  it.each([
    ["{", "is no JSON"],
    ["[]", "is no JSON object"],
    ['{"a":1,"a":2}', 'gives the field "a" twice'],
    [openVex([statement()], { "@context": "https://openvex.dev/ns/v9" }), "its `@context`"],
    [openVex([statement()], { "@context": undefined }), "its `@context`"],
    [openVex([statement()], { author: "" }), "it has no `author`"],
    [openVex([statement()], { "@id": undefined }), "it has no `@id`"],
    [openVex([statement()], { version: 0 }), "its `version`"],
    [openVex([statement()], { version: undefined }), "its `version`"],
    [openVex([statement()], { timestamp: "2026-13-01T00:00:00Z" }), "its `timestamp`"],
    [openVex({ 0: statement() }), "`statements` is no list"],
  ])("says nothing and is reported: %s", async (text, why) => {
    const { applied, findings } = await run(text);
    expect(applied).toEqual([undefined]);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatch(/^vex-faulty vex\.openvex\.json: No statement/);
    expect(findings[0]).toContain(why);
  });

  it("with 10^5 statements is read, and its faults are counted", async () => {
    const many = Array.from({ length: 100_000 }, (_, index) =>
      index === 5
        ? statement()
        : { ...statement(), vulnerability: { name: `CVE-1-${index}` }, status: "?" },
    );
    const { applied, findings } = await run(openVex(many));
    expect(applied[0]?.source).toBe("vex.openvex.json, statement 6");
    expect(findings).toHaveLength(21);
    expect(findings.at(-1)).toContain("99979 more of vex.openvex.json do not count");
  });

  it("with too many statements is refused", async () => {
    const { applied, findings } = await run(openVex(Array(200_001).fill(statement())));
    expect(applied).toEqual([undefined]);
    expect(findings[0]).toContain("there are more than 200000 statements");
  });

  it("with names of objects is read as any other", async () => {
    const text = openVex([statement()]).replace('"status"', '"__proto__":{"status":"x"},"status"');
    expect((await run(text)).applied[0]?.by).toBe("vex");
  });
});

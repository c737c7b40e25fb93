import { fixedClock, UsageError } from "@assay/core";
import { inventoryOf } from "@assay/inventory";
import { cleanUp } from "@assay/testkit";
import { afterAll, expect, test } from "vitest";
import { auditLicenses } from "./check.ts";
import {
  audit,
  contextAt,
  DEFAULTS,
  folderWith,
  only,
  packageLock,
  projectWith,
  reported,
  TODAY,
} from "./test/audit.ts";

afterAll(cleanUp);

const MIT = { version: "1.0.0", license: "MIT" };

test("a tree of allowed licences has no findings and says what it looked at", async () => {
  const result = await audit(await projectWith({ "node_modules/a": MIT, "node_modules/b": MIT }));
  expect(reported(result)).toEqual([]);
  expect(result.coverage.inspected).toEqual({
    lockfiles: 1,
    packages: 2,
    "first-party packages": 1,
  });
  expect(result.coverage.summary).toBe("2 packages of 1 lockfile, the whole tree");
});

test("a denied package is told with its place, way, terms and an entry to paste", async () => {
  const root = await projectWith({
    "node_modules/a": { ...MIT, dependencies: { b: "2.0.0" } },
    "node_modules/a/node_modules/b": { version: "2.0.0", license: "MIT AND GPL-3.0-only" },
  });
  const finding = only(await audit(root), "licenses.denied");
  expect(finding).toMatchObject({
    severity: "high",
    message: 'b@2.0.0 is under "MIT AND GPL-3.0-only" (strong copyleft), which is not allowed',
    location: { path: "package-lock.json", startLine: expect.any(Number) },
    subject: {
      purl: "pkg:npm/b@2.0.0",
      scope: "runtime",
      direct: false,
      paths: [["app@1.0.0", "a@1.0.0", "b@2.0.0"]],
    },
  });
  expect(finding.evidence).toEqual([
    { label: "MIT", value: "explicitly allowed" },
    { label: "GPL-3.0-only", value: "not allowed" },
    {
      label: "Exception to paste",
      verbatim: true,
      value: [
        "licenses:",
        "  exceptions:",
        '    - package: "b"',
        '      license: "MIT AND GPL-3.0-only"',
        '      reason: "why it is acceptable"',
        '      owner: "who answers for it"',
        '      expires: "2027-05-30"',
      ].join("\n"),
    },
  ]);
});

test("an entry to paste ends half a year from today, however old the documents' time is", async () => {
  const root = await projectWith({
    "node_modules/a": { version: "1.0.0", license: "GPL-3.0-only" },
  });
  const clock = { ...fixedClock(TODAY), now: fixedClock("2020-01-01T00:00:00Z").now };
  const result = await auditLicenses({ ...contextAt(root), clock }, DEFAULTS);
  const [entry] =
    only(result, "licenses.denied").evidence?.filter(({ verbatim }) => verbatim) ?? [];
  expect(entry?.value).toContain('expires: "2027-05-30"');
});

test("a hint of the evaluation leads the remediation", async () => {
  const license = "GPL-2.0-only WITH Classpath-exception-2.0";
  const root = await projectWith({ "node_modules/a": { version: "1.0.0", license } });
  const result = await audit(root, { allow: ["GPL-2.0-only"] });
  expect(only(result, "licenses.denied").remediation).toContain(`add "${license}"`);
});

test.each([
  ["SEE LICENSE IN LICENSE.md", "licenses.unknown"],
  ["BSD", "licenses.unknown"],
  [undefined, "licenses.unknown"],
  ["MIT AND", "licenses.invalid-expression"],
  ["MIT Or ISC", "licenses.invalid-expression"],
  ["UNLICENSED", "licenses.denied"],
  ["__proto__", "licenses.unknown"],
])("the declared licence %j leads to %s", async (license, rule) => {
  const entry = { version: "1.0.0", ...(license === undefined ? {} : { license }) };
  const root = await projectWith({ "node_modules/a": entry, "node_modules/ok": MIT });
  expect(reported(await audit(root))).toEqual([`${rule} a@1.0.0`]);
});

test("the severities of unknown and invalid are the user's", async () => {
  const root = await projectWith({
    "node_modules/a": { version: "1.0.0", license: "BSD" },
    "node_modules/b": { version: "1.0.0", license: "MIT AND" },
  });
  const result = await audit(root, { onUnknown: "low", onInvalid: "info" });
  expect(only(result, "licenses.unknown").severity).toBe("low");
  expect(only(result, "licenses.invalid-expression").severity).toBe("info");
});

test("a legacy spelling passes and is told", async () => {
  const root = await projectWith({ "node_modules/a": { version: "1.0.0", license: "Apache 2" } });
  expect(reported(await audit(root))).toEqual(["licenses.legacy-metadata a@1.0.0"]);
});

test("vendored crates say their licences, and a slash between two is a choice", async () => {
  const crate = (name: string, rest: string) =>
    `[package]\nname = "${name}"\nversion = "1.0.0"\n${rest}`;
  const root = await folderWith({
    "Cargo.toml": crate("app", '[dependencies]\na = "1"\nb = { path = "b" }\n'),
    "Cargo.lock": `version = 4\n[[package]]\nname = "a"\nversion = "1.0.0"\nsource = "registry+https://github.com/rust-lang/crates.io-index"\n[[package]]\nname = "app"\nversion = "1.0.0"\ndependencies = ["a", "b"]\n[[package]]\nname = "b"\nversion = "1.0.0"\n`,
    ".cargo/config.toml": '[source.v]\ndirectory = "vendor"\n',
    "vendor/a/Cargo.toml": crate("a", 'license = "BSL-1.0/AFL-3.0"\n'),
    "b/Cargo.toml": crate("b", 'license = "GPL-3.0-only"\n'),
  });
  const result = await audit(root, { allow: ["BSL-1.0"] });
  expect(reported(result)).toEqual(["licenses.denied b@1.0.0", "licenses.legacy-metadata a@1.0.0"]);
});

test.each([
  ["no lockfile", {}, ["inventory.nothing-found"]],
  ["a broken lockfile", { "package-lock.json": "{" }, ["inventory.broken-lockfile"]],
  [
    "a lockfile of another ecosystem",
    { "package-lock.json": packageLock({ "node_modules/a": MIT }), "Gopkg.lock": "" },
    ["inventory.unread-ecosystem"],
  ],
])(
  "%s is a finding of the inventory, and the audit repeats nothing",
  async (_name, files, expected) => {
    const root = await folderWith(files);
    const result = await audit(root);
    expect(reported(result)).toEqual([]);
    expect(result.coverage.skipped).toEqual([]);
    const isEmpty = result.coverage.inspected["lockfiles"] === 0;
    expect(result.coverage.nothingToDo).toBe(isEmpty ? "no lockfile was read" : undefined);
    const material = await inventoryOf(contextAt(root));
    expect(material.result.findings.map(({ ruleId }) => ruleId)).toEqual(expected);
  },
);

test("a project without dependencies passes", async () => {
  expect(reported(await audit(await projectWith({})))).toEqual([]);
});

test("scope runtime leaves development out, one package in several places counts once", async () => {
  const gpl = { version: "1.0.0", license: "GPL-3.0-only" };
  const root = await projectWith({
    "node_modules/tool": { ...gpl, dev: true },
    "node_modules/a": { ...MIT, dependencies: { x: "1.0.0" } },
    "node_modules/b": { ...MIT, dependencies: { x: "1.0.0" } },
    "node_modules/a/node_modules/x": gpl,
    "node_modules/b/node_modules/x": gpl,
  });
  const all = await audit(root);
  expect(reported(all)).toEqual(["licenses.denied tool@1.0.0", "licenses.denied x@1.0.0"]);
  expect(all.findings[1]?.relatedLocations).toHaveLength(1);
  const runtime = await audit(root, { scope: "runtime" });
  expect(reported(runtime)).toEqual(["licenses.denied x@1.0.0"]);
  expect(runtime.coverage.summary).toBe("3 of 4 packages of 1 lockfile: those in scope");
});

test("the repository's own packages are counted and not judged", async () => {
  const lock = packageLock(
    {
      "node_modules/own": { resolved: "packages/own", link: true },
      "packages/own": { version: "1.0.0", license: "UNLICENSED" },
    },
    { workspaces: ["packages/*"], dependencies: {}, devDependencies: {} },
  );
  const result = await audit(await folderWith({ "package-lock.json": lock }));
  expect(reported(result)).toEqual([]);
  expect(result.coverage.inspected).toMatchObject({ packages: 0, "first-party packages": 2 });
});

test("a wrong policy is an error before anything is read", async () => {
  const root = await folderWith({});
  await expect(audit(root, { allow: [] })).rejects.toThrow(UsageError);
  await expect(audit(root, { allow: ["MIT OR ISC"] })).rejects.toThrow("joins licences with OR");
});

test("hostile values end in bounded findings", async () => {
  const values = [
    "M".repeat(10_000),
    "(".repeat(100_000),
    "\u202Egpl\u0000\n| x |",
    { __proto__: null },
  ];
  const entries = Object.fromEntries(
    values.map((license, index) => [`node_modules/p${index}`, { version: "1.0.0", license }]),
  );
  const result = await audit(
    await projectWith({
      ...entries,
      "node_modules/__proto__x": { version: "1.0.0", license: "NOPE" },
    }),
  );
  expect(result.findings).toHaveLength(5);
  for (const { message, evidence = [], remediation = "" } of result.findings) {
    expect(message).not.toMatch(/[\r\n]/);
    expect(message.length).toBeLessThan(500);
    expect(remediation.length).toBeLessThan(1000);
    for (const { value } of evidence) expect(value.length).toBeLessThan(1500);
  }
  const pasted = result.findings.flatMap(({ evidence = [] }) =>
    evidence.filter(({ verbatim }) => verbatim).map(({ value }) => value),
  );
  expect(pasted.length).toBeGreaterThan(0);
  for (const value of pasted) expect(value).toMatch(/^[\n\x20-\x7e]*$/);
});

test("equal inputs give equal documents, which record the choice", async () => {
  const root = await projectWith({
    "node_modules/a": { version: "1.0.0", license: "(ISC OR MIT)" },
  });
  const [first, second] = [await audit(root), await audit(root)];
  expect(first).toEqual(second);
  const text = new TextDecoder().decode(first.artifacts[0]?.bytes);
  expect(JSON.parse(text).packages).toEqual([
    {
      name: "a",
      version: "1.0.0",
      purl: "pkg:npm/a@1.0.0",
      scope: "runtime",
      direct: true,
      license: "(ISC OR MIT)",
      source: "lockfile",
      location: "package-lock.json",
      verdict: "allow",
      choice: "MIT",
    },
  ]);
  expect(text).not.toContain(root);
  expect(text).not.toContain(TODAY.slice(0, 10));
});

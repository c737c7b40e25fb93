import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { openWorkspace } from "@assay/core";
import { cleanUp, temporaryFolder } from "@assay/testkit";
import { afterAll, expect, it } from "vitest";
import { addToLedger, closeInLedger } from "./acknowledge.ts";

afterAll(cleanUp);

const PATH = ".assay/acknowledgements.yml";
const ENTRY = { id: "GHSA-a", owner: "@octo/security", date: "2026-11-02T10:00:00Z" };

async function ledgerWith(text?: string) {
  const folder = await temporaryFolder();
  const file = join(folder, PATH);
  if (text !== undefined) {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  const workspace = await openWorkspace(folder);
  return {
    add: (entry: Parameters<typeof addToLedger>[2]) => addToLedger(workspace, PATH, entry),
    close: (id: string, name?: string) =>
      closeInLedger(
        workspace,
        PATH,
        { id, ...(name && { package: name }) },
        "2026-12-01T00:00:00Z",
      ),
    read: () => readFile(file, "utf8"),
    files: () => readdir(dirname(file)),
  };
}

it("makes the file, and adds to it", async () => {
  const ledger = await ledgerWith();
  await ledger.add(ENTRY);
  await ledger.add({ ...ENTRY, id: "b", package: "ant@<2", ticket: "SEC-1", note: 'a "note": #1' });
  const text = await ledger.read();
  expect(text.replace(/^#.*\n/gm, "")).toBe(
    `- id: "GHSA-a"
  owner: "@octo/security"
  date: "2026-11-02T10:00:00Z"
- id: "b"
  package: "ant@<2"
  owner: "@octo/security"
  date: "2026-11-02T10:00:00Z"
  ticket: "SEC-1"
  note: "a \\"note\\": #1"
`,
  );
  expect(await ledger.files()).toEqual(["acknowledgements.yml"]);
});

it.each([
  ["comments and order", "# first\n- {owner: a, id: z, date: 2026-01-01} # kept\n\n# last\n"],
  ["no line break at the end", "- id: z\n  owner: a\n  date: 2026-01-01"],
  ["a list that is indented", "---\n  - id: z\n    owner: a\n    date: 2026-01-01\n"],
])("keeps %s", async (_, text) => {
  const ledger = await ledgerWith(text);
  await ledger.add(ENTRY);
  expect((await ledger.read()).startsWith(text)).toBe(true);
});

it("keeps the line breaks of Windows", async () => {
  const ledger = await ledgerWith("- id: z\r\n  owner: a\r\n  date: 2026-01-01\r\n");
  await ledger.add(ENTRY);
  expect((await ledger.read()).replaceAll("\r\n", "")).not.toContain("\n");
});

it("replaces an empty list", async () => {
  const ledger = await ledgerWith("# ours\n[]\n");
  await ledger.add(ENTRY);
  expect(await ledger.read()).toMatch(/^# ours\n\n?- id: "GHSA-a"\n/);
});

it.each([
  ["a broken file", "- id: [\n", "is not valid YAML"],
  ["a faulty one", "- id: z\n", "has 2 mistakes"],
  ["a mapping", "a: b\n", "has a mistake"],
  ["a list in brackets", "[{id: z, owner: a, date: 2026-01-01}]\n", ""],
  ["the same entry", "- {id: ghsa-A, owner: a, date: 2026-01-01}\n", "by a on 2026-01-01"],
])("refuses %s, and writes nothing", async (_, text, message) => {
  const ledger = await ledgerWith(text);
  await expect(ledger.add(ENTRY)).rejects.toThrow(message);
  expect(await ledger.read()).toBe(text);
  expect(await ledger.files()).toEqual(["acknowledgements.yml"]);
});

it.each([{ id: "" }, { owner: "a\nb" }, { date: "soon" }, { package: "pkg:" }])(
  "refuses the faulty entry %j",
  async (faulty) => {
    const ledger = await ledgerWith("# mine\n");
    await expect(ledger.add({ ...ENTRY, ...faulty })).rejects.toThrow("has a mistake");
    expect(await ledger.read()).toBe("# mine\n");
  },
);

it("closes an entry where it is fixed, and takes the id again after that", async () => {
  const ledger = await ledgerWith(
    "- date: 2026-01-01 # when\n  id: z\n  owner: a\n- id: y\n  owner: a\n  date: 2026-01-01\n",
  );
  await ledger.close("Z");
  await ledger.close("y");
  expect(await ledger.read()).toBe(
    '- date: 2026-01-01 # when\n  fixed: "2026-12-01T00:00:00Z"\n  id: z\n  owner: a\n- id: y\n  owner: a\n  date: 2026-01-01\n  fixed: "2026-12-01T00:00:00Z"\n',
  );
  await expect(ledger.close("z")).rejects.toThrow("has no open entry for `z`");
  await ledger.add({ ...ENTRY, id: "z" });
});

it("closes no entry when several are meant, or it is written in braces", async () => {
  const one = "- {id: z, owner: a, date: 2026-01-01}\n";
  const two = `- id: z\n  owner: a\n  date: 2026-01-01\n  package: ant\n- id: z\n  owner: a\n  date: 2026-01-01\n`;
  const ledger = await ledgerWith(two);
  await expect(ledger.close("z")).rejects.toThrow("2 open entries");
  await ledger.close("z", "ant");
  await ledger.close("z");
  const braces = await ledgerWith(one);
  await expect(braces.close("z")).rejects.toThrow();
  expect(await braces.read()).toBe(one);
});

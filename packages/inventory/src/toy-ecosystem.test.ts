import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ECOSYSTEMS } from "./ecosystems/index.ts";
import { inventoryFindings } from "./gaps.ts";
import { memorySource, readInventory } from "./index.ts";
import { toy } from "./test/toy/index.ts";

const TODAY = new Date("2026-12-01T12:00:00Z");
const SUM = "0a".repeat(32);

async function read(files: Record<string, string>) {
  const options = { ecosystems: [...ECOSYSTEMS, toy] };
  const inventory = await readInventory(memorySource(files), options);
  const findings = inventoryFindings(inventory, TODAY);
  return { ...inventory, rules: findings.map(({ ruleId }) => ruleId), findings };
}

test("a flat list is read without one false finding, and without an edge that it does not state", async () => {
  const { graphs, rules } = await read({
    "toys.lock": `toys 1\nball 1.0.0 ${SUM}\nbear 2.1.0\n`,
    "toys.txt": "ball\nbear\n",
  });
  expect(rules).toEqual([]);
  expect(graphs).toMatchObject([{ format: "toys-lock", ecosystem: "toy", edges: [] }]);
  const [ball, bear] = graphs[0]?.components ?? [];
  expect(ball).toMatchObject({ purl: "pkg:generic/ball@1.0.0", location: { startLine: 2 } });
  expect(ball?.artifacts).toEqual([{ hashes: [{ algorithm: "SHA-256", value: SUM }] }]);
  expect(bear?.direct).toBeUndefined();
});

test("what goes wrong is reported without a word of its own in the rules", async () => {
  const { findings } = await read({
    "a/toys.lock": "toys 2\n",
    "b/toys.lock": "toys 1\nball\n",
    "c/toys.txt": "ball\n",
    "d/toys.txt": "\n",
  });
  expect(findings.map(({ ruleId, location }) => `${ruleId} ${location?.path}`)).toEqual([
    "inventory.broken-lockfile a/toys.lock",
    "inventory.unlocked-manifest c/toys.txt",
    "inventory.incomplete b/toys.lock",
  ]);
  expect(findings[0]?.remediation).toContain("`toys lock`");
  expect(findings[1]?.remediation).toContain("Commit a `toys.lock`");
});

test("the page on adding an ecosystem shows this very code", () => {
  const page = readFileSync(new URL("../../../docs/adding/ecosystem.md", import.meta.url), "utf8");
  const shown = page.replaceAll(/^ {3}/gm, "");
  for (const file of ["index.ts", "list.ts"]) {
    const code = readFileSync(new URL(`./test/toy/${file}`, import.meta.url), "utf8");
    expect(shown, file).toContain(code.trim());
  }
});

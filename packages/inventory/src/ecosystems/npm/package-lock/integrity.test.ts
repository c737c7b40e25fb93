import { expect, test } from "vitest";
import { inventoryFindings } from "../../../gaps.ts";
import { memorySource, readInventory } from "../../../index.ts";

const SUM = `sha512-${Buffer.alloc(64, 1).toString("base64")}`;

test("packages without a checksum are told once, with their number and the first line", async () => {
  const packages = {
    "": { workspaces: ["packages/*"], dependencies: { a: "1", b: "1", c: "1", g: "*", f: "*" } },
    "node_modules/a": { version: "1.0.0", integrity: SUM },
    "node_modules/b": { version: "1.0.0" },
    "node_modules/c": { version: "1.0.0", resolved: "https://x.example/c/-/c-1.0.0.tgz" },
    "node_modules/a/node_modules/in": { version: "1.0.0", inBundle: true, peer: true },
    "node_modules/g": {
      version: "1.0.0",
      resolved: `git+ssh://git@github.com/o/g.git#${"a".repeat(40)}`,
    },
    "node_modules/f": { version: "1.0.0", resolved: "file:f.tgz" },
    "node_modules/m": { link: true, resolved: "packages/m" },
    "packages/m": { version: "1.0.0" },
  };
  const text = JSON.stringify({ lockfileVersion: 3, packages }, null, 1);
  const inventory = await readInventory(memorySource({ "package-lock.json": text }));
  const findings = inventoryFindings(inventory, new Date(0));
  const missing = findings.filter(({ ruleId }) => ruleId === "inventory.missing-integrity");
  expect(missing).toMatchObject([
    {
      severity: "low",
      message: "package-lock.json: 2 of 3 packages that are downloaded have no `integrity`",
      location: { startLine: text.split("\n").findIndex((line) => line.includes("modules/b")) + 1 },
    },
  ]);
});

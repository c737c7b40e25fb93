import type { Component, Inventory } from "@assay/inventory";
import { expect, test } from "vitest";
import { compareDocuments } from "../diff/compare.ts";
import type { SbomComponent } from "../model.ts";
import { documentWith, packageOf } from "../test/model.ts";
import { changesTable, wayTo } from "./table.ts";

type Given = Partial<SbomComponent> & { readonly name: string; readonly direct?: boolean };

/** An inventory in which each package says whether it is needed directly. */
function inventoryWith(given: readonly Given[]): Inventory {
  const components = given.map(({ name, version = "", direct }) => {
    const component: Pick<Component, "name" | "version" | "purl"> & { direct?: boolean } = {
      name,
      version,
      purl: packageOf({ name, version }).purl ?? "",
      ...(direct === undefined ? {} : { direct }),
    };
    return component as Component;
  });
  const graph = {
    path: "a.lock",
    format: "a",
    ecosystem: "npm",
    roots: [],
    components,
    edges: [],
    edgeCompleteness: "complete",
    covers: [],
    gaps: [],
  } as const;
  return { graphs: [graph], skipped: [] };
}

function table(before: readonly Given[], after: readonly Given[]) {
  const document = (given: readonly Given[]) =>
    documentWith({ components: given.map(({ direct, ...each }) => packageOf(each)) });
  const changes = compareDocuments(document(before), document(after));
  return changesTable(changes, [wayTo(inventoryWith(before)), wayTo(inventoryWith(after))]);
}

const license = (id: string) => ({ licenses: [{ statement: { kind: "id", id } }] }) as const;
const hash = (value: string) => ({ hashes: [{ algorithm: "SHA-512", value }] });

test("what a change does to packages is shown worst first", () => {
  const runtime = { version: "1.0.0", scope: "runtime" } as const;
  const found = table(
    [
      { name: "again", ...runtime, ...hash("01"), direct: true },
      { name: "down", version: "2.0.0", scope: "runtime" },
      { name: "gone", ...runtime, ...license("MIT"), direct: true },
      { name: "moved", version: "1.0.0", scope: "development", direct: false },
      { name: "same", ...runtime },
      { name: "up", ...runtime, ...license("MIT"), direct: false },
    ],
    [
      { name: "again", ...runtime, ...hash("02"), direct: true },
      { name: "down", version: "1.9.0", scope: "runtime" },
      { name: "far", ...runtime, direct: false },
      { name: "moved", version: "1.0.0", scope: "runtime", direct: true },
      { name: "new", ...runtime, ...license("ISC"), direct: true },
      { name: "same", ...runtime },
      { name: "tool", version: "1.0.0", scope: "development", direct: true },
      { name: "up", version: "1.1.0", scope: "runtime", ...license("GPL-3.0-only"), direct: false },
    ],
  );
  expect(found?.leftOut).toBe(0);
  expect(found?.table).toEqual({
    title:
      "Packages that the change touches: 1 with another hash, 1 downgraded, 1 with another licence, 3 added, 1 upgraded, 1 with another scope, 1 removed",
    open: true,
    columns: ["Change", "Package", "Before", "After", "Licence", "Needed"],
    rows: [
      ["hash changed", "again", "1.0.0", "1.0.0", "", "direct, runtime"],
      ["downgraded", "down", "2.0.0", "1.9.0", "", "runtime"],
      [
        "licence changed, upgraded",
        "up",
        "1.0.0",
        "1.1.0",
        "MIT → GPL-3.0-only",
        "indirect, runtime",
      ],
      ["added", "new", "", "1.0.0", "ISC", "direct, runtime"],
      ["added", "far", "", "1.0.0", "", "indirect, runtime"],
      ["added", "tool", "", "1.0.0", "", "direct, development"],
      ["scope changed", "moved", "1.0.0", "1.0.0", "", "direct, development → runtime"],
      ["removed", "gone", "1.0.0", "", "MIT", "direct, runtime"],
    ],
  });
});

test("nothing is shown where nothing changed", () => {
  expect(table([{ name: "a", version: "1" }], [{ name: "a", version: "1" }])).toBeUndefined();
});

test("the ecosystem is named where there are several, and the rows are bounded", () => {
  const many = Array.from({ length: 400 }, (_, index) => ({ name: `n${index}`, version: "1" }));
  const found = table([], [...many, { name: "flask", version: "3", purl: "pkg:pypi/flask@3" }]);
  expect(found?.table.rows).toHaveLength(300);
  expect(found?.leftOut).toBe(101);
  expect(found?.table.rows[0]?.[1]).toBe("flask (pypi)");
  expect(found?.table.rows[1]?.[1]).toBe("n0 (npm)");
});

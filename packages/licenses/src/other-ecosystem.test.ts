import { type Component, type InventoryMaterial, inventoryOf } from "@assay/inventory";
import { DEFAULT_ALLOW } from "@assay/spdx/default-allow";
import { cleanUp, temporaryFolder } from "@assay/testkit";
import { afterAll, expect, test } from "vitest";
import { auditLicenses } from "./check.ts";
import { contextAt, reported } from "./test/audit.ts";

afterAll(cleanUp);

const component = (name: string, license?: string): Component => ({
  id: `toys.lock#${name}`,
  name,
  version: "1.0.0",
  kind: "library",
  ecosystem: "toy",
  purl: `pkg:generic/${name}@1.0.0`,
  firstParty: false,
  scope: "runtime",
  artifacts: [],
  ...(license === undefined ? {} : { declaredLicense: license }),
  location: { path: "toys.lock" },
  installPath: `toybox/${name}`,
  aliases: [],
  flags: [],
});

test("packages of an ecosystem without edges and installed manifests are judged like any other", async () => {
  const context = contextAt(await temporaryFolder());
  const { repository, result, workspace } = await inventoryOf(contextAt(context.root));
  const material: InventoryMaterial = {
    repository,
    result,
    workspace,
    inventory: {
      graphs: [
        {
          path: "toys.lock",
          format: "list",
          ecosystem: "toy",
          roots: [],
          components: [
            component("ball", "MIT"),
            component("bear", "GPL-3.0-only"),
            component("car"),
          ],
          edges: [],
          edgeCompleteness: "unknown",
          covers: [],
          gaps: [],
        },
      ],
      skipped: [],
    },
  };
  await context.materials.once("inventory", async () => material);
  const severities = { onUnknown: "high", onInvalid: "high" } as const;
  const defaults = { allow: DEFAULT_ALLOW, mode: "auto", scope: "all", ...severities } as const;
  const audit = await auditLicenses(context, defaults);
  expect(reported(audit)).toEqual(["licenses.denied bear@1.0.0", "licenses.unknown car@1.0.0"]);
  expect(audit.findings[0]?.subject).toEqual({
    name: "bear",
    version: "1.0.0",
    purl: "pkg:generic/bear@1.0.0",
    ecosystem: "toy",
    scope: "runtime",
    paths: [],
  });
  expect(JSON.stringify(audit.findings)).not.toContain("npm");
});

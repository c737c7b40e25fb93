import {
  type CommandContext,
  createMaterials,
  fixedClock,
  silentLogger,
  silentProgress,
} from "@assay/core";
import { nodeProcesses } from "@assay/core/host";
import { sectionOf } from "@assay/runtime/config";
import { cleanUp, noSettingsFiles, temporaryFolder, writeFiles } from "@assay/testkit";
import { afterEach, expect, test } from "vitest";
import { sbomCommand } from "./command.ts";
import { SBOM_FORMATS } from "./options.ts";
import { EVERYTHING } from "./test/documents.ts";

afterEach(cleanUp);

const sbomSection = await sectionOf(sbomCommand);

const COMMON = {
  config: undefined,
  "working-directory": ".",
  "fail-on": "medium",
  rule: [],
  baseline: undefined,
  offline: true,
  "report-formats": [],
  "report-directory": undefined,
  token: undefined,
  comment: false,
  "comment-id": undefined,
  "upload-sarif": false,
} as const;

test("a run gives the result and the outputs", async () => {
  const root = await temporaryFolder();
  await writeFiles(root, EVERYTHING);
  const context: CommandContext = {
    root,
    event: null,
    remote: null,
    offline: true,
    http: { request: () => Promise.reject(new Error("no network")) },
    processes: nodeProcesses(),
    clock: fixedClock(0),
    logger: silentLogger,
    progress: silentProgress,
    materials: createMaterials(),
    settings: noSettingsFiles,
    products: { write: async () => {} },
    mask: () => {},
    signal: new AbortController().signal,
    environment: { PATH: process.env["PATH"] },
    config: { section: () => undefined, place: () => undefined },
  };
  const inputs = {
    ...COMMON,
    formats: SBOM_FORMATS,
    scope: "all",
    output: undefined,
    repository: undefined,
    ref: undefined,
    workspace: undefined,
    lockfile: [],
    "include-ci": false,
    enrich: "off",
    changes: undefined,
    "sign-key": undefined,
    "sign-key-password": undefined,
    "dependency-snapshot": false,
    "dependency-track-url": undefined,
    "dependency-track-project": undefined,
    "dependency-track-key": undefined,
    "dependency-track-wait": false,
    "release-asset": undefined,
    "workflow-artifact": undefined,
    matrix: undefined,
  } as const;
  const { results, outputs } = await sbomCommand.run(context, inputs);
  expect(outputs).toEqual({
    "cyclonedx-path": { artifact: "sbom.cdx.json" },
    "cyclonedx-xml-path": { artifact: "sbom.cdx.xml" },
    "spdx-path": { artifact: "sbom.spdx.json" },
    "spdx-tag-value-path": { artifact: "sbom.spdx" },
    "spdx-3-path": { artifact: "sbom.spdx3.json" },
    "component-count": 8,
    complete: true,
  });
  expect(results.map(({ check }) => check)).toEqual(["inventory", "sbom"]);
  const rules = results.flatMap(({ findings }) => findings.map(({ ruleId }) => ruleId));
  for (const rule of rules) expect(sbomCommand.rules).toHaveProperty([rule]);
});

test("the config section has exactly the keys that inputs read", () => {
  const keys = Object.values(sbomCommand.inputs)
    .map((input) => ("configKey" in input ? input.configKey : ""))
    .filter((key) => key.startsWith("sbom."));
  expect(sbomSection.schema.json.type).toBe("object");
  const known = {
    formats: ["spdx-2.3"],
    scope: "runtime",
    "include-ci": true,
    enrich: "caches",
    changes: false,
  };
  expect(Object.keys(known).map((key) => `sbom.${key}`)).toEqual(keys);
  expect(sbomSection.schema.check(known).issues).toBeUndefined();
  expect(sbomSection.schema.check({ ...known, other: 1 }).issues).toHaveLength(1);
  expect(sbomSection.schema.check({ formats: ["cyclonedx-9"] }).issues).toHaveLength(1);
});

import { memoryData, readRecord } from "@assay/advisories";
import type { CheckContext } from "@assay/core";
import { createMaterials, fixedClock, silentLogger, silentProgress } from "@assay/core";
import { nodeProcesses } from "@assay/core/host";
import { cleanUp, gitRepository, noSettingsFiles } from "@assay/testkit";
import { afterAll, expect, test } from "vitest";
import { advisory, lock, NOW, OPTIONS } from "../test/gate.ts";
import { explain } from "./explain.ts";

afterAll(cleanUp);

const RECORDS = [
  advisory("GHSA-aaaa", "left", "2.0.0", { aliases: ["CVE-2026-1"], summary: "Reads too far" }),
  advisory("GHSA-old", "left", "0.9.0"),
  advisory("GHSA-gone", "left", "9.0.0", { withdrawn: "2026-11-03T00:00:00Z" }),
];

async function explained(...what: readonly string[]) {
  const { root } = await gitRepository({
    "package-lock.json": lock({ left: "1.0.0", right: "1.0.0" }),
  });
  const context: CheckContext = {
    root,
    event: null,
    remote: null,
    offline: true,
    http: { request: () => Promise.reject(new Error("nothing may reach the network")) },
    processes: nodeProcesses(),
    clock: fixedClock(NOW),
    logger: silentLogger,
    progress: silentProgress,
    materials: createMaterials(),
    settings: noSettingsFiles,
    signal: new AbortController().signal,
    environment: { PATH: process.env["PATH"] },
  };
  const open = async () => memoryData(RECORDS.map(readRecord), NOW);
  const { findings, tables, coverage } = await explain(context, what, { ...OPTIONS, open });
  return {
    said: coverage.summary,
    findings: findings.map(({ message }) => message),
    rows: tables?.flatMap(({ title, rows }) => (title === "Advisory data" ? [] : rows)),
  };
}

test("an id of any database leads to the packages that it concerns", async () => {
  for (const id of ["CVE-2026-1", "ghsa-aaaa"])
    expect(await explained(id)).toEqual({
      said: `${id}: 1 package concerned`,
      findings: ["left@1.0.0 is affected by CVE-2026-1: Reads too far"],
      rows: [],
    });
  expect((await explained("GHSA-old")).said).toBe(
    "GHSA-old concerns no package that is locked here",
  );
});

test("a package is told with every record that names it, and why it is affected or not", async () => {
  const { said, findings, rows } = await explained("pkg:npm/left");
  expect(said).toBe("pkg:npm/left: 1 locked package, 1 finding");
  expect(findings).toHaveLength(1);
  expect(rows?.map((row) => row.slice(0, 3))).toEqual([
    ["left@1.0.0", "GHSA-aaaa", expect.stringMatching(/^affected: /)],
    ["left@1.0.0", "GHSA-old", "not affected"],
    ["left@1.0.0", "GHSA-gone", "withdrawn on 2026-11-03"],
  ]);
  expect((await explained("right")).rows).toEqual([["right", "", "no advisory names it", ""]]);
});

test("what is nowhere is an error", async () => {
  await expect(explained("middle")).rejects.toMatchObject({
    kind: "usage",
    message: 'No lockfile has a package "middle"',
  });
});

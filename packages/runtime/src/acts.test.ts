import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  ACT_INPUTS,
  ACTION_INPUTS,
  type ActFailure,
  type ActRecord,
  COMMON_OUTPUTS,
  type Command,
  defineCommand,
  ExternalError,
} from "@assay/core";
import { expect, test } from "vitest";
import { runIn } from "./test/execute.ts";

const DONE: ActRecord = {
  act: "signed",
  subject: { name: "a.zip", digests: { sha256: "00".repeat(32) } },
  signer: { keySha256: "11".repeat(32) },
  logEntries: [],
  product: "a.zip.proof",
};
const BAD_PROOF: ActFailure = {
  item: "b.zip",
  ruleId: "verify.digest-mismatch",
  kind: "policy",
  message: "b.zip is not what was signed.",
};
const SERVICE_DOWN: ActFailure = {
  item: "c.zip",
  ruleId: "sign.failed",
  kind: "external",
  message: "c.zip was not signed: the log is down.",
};

function act(records: readonly ActRecord[], failures: readonly ActFailure[], end?: Error): Command {
  return defineCommand({
    name: "seal",
    kind: "act",
    label: "Sealing",
    title: "Seal files",
    description: "Seals.",
    inputs: { ...ACT_INPUTS, ...ACTION_INPUTS },
    outputs: COMMON_OUTPUTS,
    permissions: [],
    rules: {},
    run: async ({ products }) => {
      for (const { product } of records) {
        if (product === undefined) continue;
        await products.write({ path: product, mediaType: "text/plain", bytes: Buffer.from("x") });
      }
      if (end !== undefined) throw end;
      const inspected = { files: records.length + failures.length };
      const coverage = { inspected, skipped: [], summary: "All files" };
      return { results: [], acts: [{ act: "seal", records, failures, coverage }], outputs: {} };
    },
  });
}

const folder = () => mkdtempSync(join(tmpdir(), "assay-acts-"));

test("records and products stand in the report, and what was done passes", async () => {
  const root = folder();
  const { report, exitCode } = await runIn(root, { command: act([DONE], []) });
  expect(exitCode).toBe(0);
  expect(report).toMatchObject({ outcome: "pass", headline: "Passes: Sealing: 1 file done." });
  expect(report.acts).toMatchObject([{ act: "seal", title: "Sealing", records: [DONE] }]);
  expect(report.artifacts).toMatchObject([{ name: "a.zip.proof", size: 1 }]);
  expect(readFileSync(join(root, "a.zip.proof"), "utf8")).toBe("x");
});

test.each([
  ["a proof that does not hold", [BAD_PROOF], 1, "fail"],
  ["a service that is down", [SERVICE_DOWN], 3, "error"],
  ["both: the service decides", [BAD_PROOF, SERVICE_DOWN], 3, "error"],
])("%s fails whatever the config file softens", async (_, failures, code, outcome) => {
  const root = folder();
  writeFileSync(
    join(root, "assay.yml"),
    "fail-on: never\nsuppressions:\n  - { rule: '*', path: '**', reason: r, owner: o, expires: '2099-01-01' }\n",
  );
  const { report, exitCode } = await runIn(root, { command: act([DONE], failures) });
  expect(exitCode).toBe(code);
  expect(report.outcome).toBe(outcome);
  expect(report.findings).toEqual([]);
});

test("an act beside checks fails the run by itself, under a title of its own", async () => {
  const { report, exitCode } = await runIn(folder(), {
    command: {
      ...act([], []),
      kind: "check",
      run: async () => {
        const coverage = { inspected: { files: 1 }, skipped: [], summary: "" };
        const result = { check: "seal", findings: [], artifacts: [], coverage };
        const upload = { act: "upload", title: "Uploads", records: [], failures: [SERVICE_DOWN] };
        return { results: [result], acts: [{ ...upload, coverage }], outputs: {} };
      },
    },
  });
  expect(exitCode).toBe(3);
  expect(report.headline).toBe("Error: 1 of 2 checks could not do its work (Uploads).");
});

test.each(["fail-on", "baseline"])("%s is no input of an act", async (name) => {
  const run = runIn(folder(), { command: act([DONE], []), explicit: { [name]: "critical" } });
  await expect(run).rejects.toMatchObject({
    kind: "usage",
    message: expect.stringContaining(name),
  });
});

test("an act that did nothing is an error", async () => {
  const { report, exitCode } = await runIn(folder(), { command: act([], []) });
  expect(exitCode).toBe(2);
  expect(report.outcome).toBe("error");
  expect(report.acts[0]?.failures).toMatchObject([{ message: "Sealing: nothing was done" }]);
});

test("what was written before an act ended early stays and is reported", async () => {
  const root = folder();
  const command = act([DONE], [], new ExternalError("The run was stopped"));
  const { report, exitCode } = await runIn(root, { command });
  expect(exitCode).toBe(3);
  expect(report.artifacts).toMatchObject([{ name: "a.zip.proof" }]);
  expect(readFileSync(join(root, "a.zip.proof"), "utf8")).toBe("x");
});

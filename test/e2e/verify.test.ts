import { generateKeyPairSync, sign } from "node:crypto";
import { cleanUp, gitRepository, runNode } from "@assay/testkit";
import { afterAll, describe, it } from "vitest";
import { CLI } from "./entries.ts";

afterAll(cleanUp);

const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
const signature = (text: string) =>
  sign("sha256", Buffer.from(text), privateKey).toString("base64");

const POLICY = `version: 1
signers: {release: {key: release.pub}}
rules:
  - match: {path: "dist/*.tgz"}
    require: [{signature: {of: [release]}}]
`;
const FILES = {
  "policy.yml": POLICY,
  "release.pub": publicKey.export({ type: "spki", format: "pem" }).toString(),
  "dist/a.tgz": "a",
  "dist/a.tgz.sig": signature("a"),
  "dist/b.tgz": "b",
  "dist/b.tgz.bundle": JSON.stringify({ base64Signature: signature("b") }),
};

async function assay(files: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const { root } = await gitRepository(files);
  const env = { PATH: process.env["PATH"] ?? "" };
  const run = await runNode([CLI, "verify", ...args, "--format=json"], { cwd: root, env });
  const [act] = run.stdout === "" ? [] : JSON.parse(run.stdout).acts;
  return { run, act };
}

describe("assay verify of a folder", () => {
  it.concurrent("by a policy, with signatures in older formats", async ({ expect }) => {
    const { run, act } = await assay(FILES, "dist", "--policy=policy.yml");
    expect([run.exitCode, act?.failures]).toEqual([0, []]);
    expect(act.records.map((record: { subject: { name: string } }) => record.subject.name)).toEqual(
      ["dist/a.tgz", "dist/b.tgz"],
    );
  });

  it.concurrent("fails on an extra file, by the rule that says so", async ({ expect }) => {
    const { run, act } = await assay({ ...FILES, "dist/x": "x" }, "dist", "--policy=policy.yml");
    expect(run.exitCode).toBe(1);
    expect(act.failures).toMatchObject([{ item: "dist/x", ruleId: "verify.no-policy-rule" }]);
  });

  it.concurrent("says where a policy is wrong", async ({ expect }) => {
    const files = { ...FILES, "policy.yml": POLICY.replace("of:", "off:") };
    const { run } = await assay(files, "dist", "--policy=policy.yml");
    expect([run.exitCode, run.stdout]).toEqual([2, expect.stringContaining("policy.yml:5:")]);
  });

  it.concurrent("by a key and nothing else", async ({ expect }) => {
    const { run } = await assay(FILES, "dist", "--key=release.pub");
    expect(run.exitCode).toBe(0);
  });
});

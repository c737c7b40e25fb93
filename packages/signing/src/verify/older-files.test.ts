import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { cleanUp, temporaryFolder } from "@assay/testkit";
import { afterAll, describe, expect, test } from "vitest";
import { rulesOf, verify } from "../test/run.ts";

afterAll(cleanUp);

const pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
const PEM = pair.publicKey.export({ format: "pem", type: "spki" }).toString();
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const signed = (text: string) =>
  sign("sha256", Buffer.from(text), pair.privateKey).toString("base64");
const TYPE = "application/vnd.in-toto+json";

function envelope(...contents: readonly string[]): string {
  const payload = JSON.stringify({
    _type: "https://in-toto.io/Statement/v1",
    subject: contents.map((content) => ({ digest: { sha256: sha256(content) } })),
    predicateType: "https://acme.test/v1",
  });
  const sig = signed(`DSSEv1 ${TYPE.length} ${TYPE} ${payload.length} ${payload}`);
  return JSON.stringify({
    payload: Buffer.from(payload).toString("base64"),
    payloadType: TYPE,
    signatures: [{ keyid: "", sig }],
  });
}

async function rules(
  files: Readonly<Record<string, string>>,
  patterns: readonly string[] = ["d"],
): Promise<readonly (string | undefined)[]> {
  const root = await temporaryFolder();
  await mkdir(join(root, "d"));
  await writeFile(join(root, "k.pub"), PEM);
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, "d", name)), { recursive: true });
    await writeFile(join(root, "d", name), text);
  }
  const result = await verify({ root }, { files: patterns, key: "k.pub" });
  return [
    ...rulesOf(result),
    ...result.records.map(({ subject, product }) => `${subject.name} by ${product}`),
  ];
}

describe("a signature beside a file, in an older format", () => {
  test.each<[string, string]>([
    ["f.sig", signed("f")],
    ["f.bundle", JSON.stringify({ base64Signature: signed("f") })],
    ["f.cosign.bundle", JSON.stringify({ base64Signature: signed("f"), cert: btoa(PEM) })],
    ["f.sig", JSON.stringify({ base64Signature: signed("f") })],
    ["f.intoto.jsonl", `${envelope("f")}\n`],
    ["multiple.intoto.jsonl", `${envelope("g", "f")}\n`],
    [`sha256:${sha256("f")}.jsonl`, envelope("f")],
    ["f.provenance", `[${envelope("f")}]`],
  ])("%s verifies it, and is no file to verify", async (name, text) => {
    expect(await rules({ f: "f", [name]: text })).toEqual([`d/f by d/${name}`]);
  });

  test.each<[string, string, string]>([
    ["f.sig", signed("g"), "verify.invalid-signature"],
    ["f.sig", "-----BEGIN PGP SIGNATURE-----", "verify.malformed-bundle"],
    ["f.bundle", JSON.stringify({ base64Signature: signed("g") }), "verify.invalid-signature"],
    ["f.intoto.jsonl", envelope("g"), "verify.digest-mismatch"],
    ["f.intoto.jsonl", "{}\n[]\n", "verify.malformed-bundle"],
    ["g.sig", signed("f"), "verify.no-bundle"],
    [`sha256:${sha256("g")}.jsonl`, envelope("f"), "verify.no-bundle"],
  ])("%s that is not about it: %s", async (name, text, rule) => {
    expect(await rules({ f: "f", [name]: text })).toContain(rule);
  });

  test("with its certificate beside it, and nothing that says when it was used", async () => {
    const pem = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
    for (const text of [pem, pem + pem, Buffer.from(pem).toString("base64")])
      expect(await rules({ f: "f", "f.sig": signed("f"), "f.pem": text })).toEqual([
        "verify.untrusted-timestamp",
      ]);
  });

  test.each(["f.pem", "x.sigstore.json", "f.x.sigstore.jsonl", "f.exe.sigstore"])(
    "does not hide a program that is called %s",
    async (name) => {
      const files = { f: "f", "f.sig": signed("f"), [name]: "#!/bin/sh\n" };
      const found = await rules(files);
      expect(
        found.filter((rule) => /^verify\.(?:no|malformed)-bundle$/.test(`${rule}`)),
      ).toHaveLength(1);
    },
  );

  test("does not hide a file that only looks like one", async () => {
    expect(await rules({ "f.sig": signed("f") })).toEqual(["verify.no-bundle"]);
    expect(await rules({ f: "f", "f.sig": signed("f"), "x.pem": "" })).toEqual([
      "verify.no-bundle",
      "d/f by d/f.sig",
    ]);
    const program = { f: "f", "f.sig": signed("f"), "f.bundle": "#!/bin/sh" };
    expect(await rules(program)).toEqual(["verify.no-bundle", "d/f by d/f.sig"]);
    expect(await rules({ ...program, "f.bundle.sig": signed("#!/bin/bash") })).toEqual([
      "verify.invalid-signature",
      "d/f by d/f.sig",
    ]);
  });
});

describe("a folder", () => {
  test("stands for all files in it: an extra one fails", async () => {
    const whole = { f: "f", "f.sig": signed("f"), g: "g", "g.sig": signed("g") };
    expect(await rules(whole)).toEqual(["d/f by d/f.sig", "d/g by d/g.sig"]);
    for (const extra of ["extra", "n/.git/x", ".git/x"])
      expect(await rules({ ...whole, [extra]: "x" }, ["d/"]), extra).toContain("verify.no-bundle");
  });

  test("that is the working directory is verified without its own repository", async () => {
    const files = { f: "f", "f.sig": signed("f"), "../.git/config": "x" };
    expect(await rules(files, [".", "!k.pub"])).toEqual(["d/f by d/f.sig"]);
  });

  test("without a file proves nothing", async () => {
    expect(await rules({})).toEqual(["verify.nothing-to-verify"]);
  });
});

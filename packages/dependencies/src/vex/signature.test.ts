import { createHash, generateKeyPairSync } from "node:crypto";
import { parsePrivateKey } from "@assay/sigstore/keys";
import { buildBundle, bundleBytes } from "@assay/sigstore/sign";
import { cleanUp, temporaryFolder, writeFiles } from "@assay/testkit";
import { afterAll, expect, it } from "vitest";
import { readExceptions } from "../ignores/read.ts";
import { exceptionsContext, judged, vulnerable } from "../test/exceptions.ts";

afterAll(cleanUp);

const FILE = "vex.openvex.json";
const openVex = (status: string, timestamp: string) =>
  JSON.stringify({
    "@context": "https://openvex.dev/ns/v0.2.0",
    "@id": "https://acme.example/vex/1",
    author: "Acme",
    timestamp,
    version: 1,
    statements: [
      {
        vulnerability: { name: "CVE-2026-1" },
        products: [{ "@id": "pkg:npm/left" }],
        status,
        action_statement: "x",
      },
    ],
  });
const fixed = openVex("fixed", "2026-11-01T00:00:00Z");

function pair() {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const text = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  return {
    vexKey: publicKey.export({ type: "spki", format: "pem" }).toString(),
    async sign(content: string) {
      const key = await parsePrivateKey(text, undefined, "key");
      const digest = createHash("sha256").update(content).digest();
      return Buffer.from(bundleBytes(await buildBundle(key, undefined, digest, [])));
    },
  };
}

it("where a key is named, only a document counts that it has signed", async () => {
  const { vexKey, sign } = pair();
  const vex = { vex: [FILE], documents: [], vexKey };
  const bundle = await sign(fixed);
  const of = (files: Record<string, string | Uint8Array>, options = vex) =>
    judged({ files, vex: options }, vulnerable());
  const good = await of({ [FILE]: fixed, [`${FILE}.sigstore.json`]: bundle });
  expect(good.applied[0]?.by).toBe("vex");
  expect(good.findings).toEqual([]);
  const refused: readonly Record<string, string | Uint8Array>[] = [
    { [FILE]: fixed },
    { [FILE]: `${fixed} `, [`${FILE}.sigstore.json`]: bundle },
    { [FILE]: fixed, [`${FILE}.sigstore.json`]: await pair().sign(fixed) },
    { [FILE]: fixed, [`${FILE}.sigstore.json`]: "{}" },
  ];
  for (const files of refused) {
    const { applied, findings } = await of(files);
    expect(applied).toEqual([undefined]);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toContain(`vex-untrusted ${FILE}: No statement of ${FILE} counts:`);
  }
});

it("an identity needs its issuer and a trusted root", async () => {
  const vex = { vex: [FILE], documents: [], vexIdentity: "ann@acme.example" };
  await expect(judged({ vex })).rejects.toThrow("vex-oidc-issuer");
  const issuer = { ...vex, vexOidcIssuer: "https://issuer.example" };
  await expect(judged({ vex: issuer })).rejects.toThrow("vex-trusted-root");
});

it("of a change from outside the base's count, and signed ones; an older one takes nothing back", async () => {
  const { vexKey, sign } = pair();
  const run = async (
    base: Record<string, string | Uint8Array>,
    head: Record<string, string>,
    key?: string,
  ) => {
    const root = await temporaryFolder();
    await writeFiles(root, head);
    const context = exceptionsContext(base);
    const settings = { ...context.settings, from: "base" as const };
    const vex = { vex: [FILE], documents: [], ...(key !== undefined && { vexKey: key }) };
    const found = vulnerable();
    const options = { vex, isWhole: true };
    const exceptions = await readExceptions({ ...context, root, settings }, options, [found]);
    return exceptions.of(found)?.status;
  };
  const signed = async (text: string) => ({
    [FILE]: text,
    [`${FILE}.sigstore.json`]: (await sign(text)).toString(),
  });
  expect(await run({}, { [FILE]: fixed })).toBeUndefined();
  expect(await run({ [FILE]: fixed }, {})).toBe("fixed");
  expect(await run({}, await signed(fixed), vexKey)).toBe("fixed");
  const affected = await signed(openVex("affected", "2026-11-05T00:00:00Z"));
  expect(await run(affected, await signed(fixed), vexKey)).toBeUndefined();
});

import { generateKeyPairSync, sign as signMessage } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parsePrivateKey } from "@assay/sigstore/keys";
import {
  cleanUp,
  type Served,
  startMiniSigstore,
  startMiniVault,
  temporaryFolder,
} from "@assay/testkit";
import { afterAll, expect, it } from "vitest";
import { readBundle, sign, verify } from "../test/run.ts";
import { signCommand } from "./command.ts";

afterAll(cleanUp);

const pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
const pem = (key: typeof pair.privateKey, type: "pkcs8" | "spki") =>
  key.export({ format: "pem", type } as { format: "pem"; type: "pkcs8" }).toString();

async function vaultWith(): Promise<Served> {
  const key = await parsePrivateKey(pem(pair.privateKey, "pkcs8"), undefined, "k");
  const release = {
    type: "ecdsa-p256",
    publicKey: pair.publicKey,
    sign: (digest: Buffer) => key.sign(digest),
  };
  return await startMiniVault({ keys: { release }, token: "hvs.token" });
}

async function scene() {
  const root = await temporaryFolder();
  for (const name of ["a.txt", "b.txt"]) await writeFile(join(root, name), name);
  await writeFile(join(root, "k.pub"), pem(pair.publicKey, "spki"));
  const vault = await vaultWith();
  const environment = { VAULT_ADDR: vault.url, VAULT_TOKEN: "hvs.token" };
  return { root, vault, environment };
}

it("a key in Vault signs a batch: its public half verifies, with a log and without, and one bit more does not", async () => {
  const { root, vault, environment } = await scene();
  const mini = await startMiniSigstore();
  await writeFile(join(root, "root.json"), mini.trustedRoot);
  const masked: string[] = [];
  const run = {
    root,
    environment,
    hosts: [vault.url, mini.url],
    mask: (secret: string) => masked.push(secret),
  };
  const options = {
    files: ["*.txt"],
    key: "hashivault://release",
    rekorUrls: [mini.rekorV2Url],
    rekorVersion: 2,
    tsaUrl: mini.tsaUrl,
    trustedRoot: "root.json",
  } as const;
  const signed = await sign(run, options);
  expect(signed.failures).toEqual([]);
  expect(signed.records.map(({ signer }) => Object.keys(signer))).toEqual([
    ["keySha256"],
    ["keySha256"],
  ]);
  expect(vault.journal).toEqual([
    "GET /v1/transit/keys/release",
    "POST /v1/transit/sign/release/sha2-256",
    "POST /v1/transit/sign/release/sha2-256",
  ]);
  expect(masked).toContain("hvs.token");
  const checked = { files: ["*.txt"], key: "k.pub", trustedRoot: "root.json", requireLog: true };
  expect((await verify({ root }, checked)).coverage.inspected).toEqual({ files: 2, verified: 2 });
  // What is valid is kept, and asks for no signature.
  expect((await sign(run, options)).coverage.inspected).toMatchObject({ kept: 2, signed: 0 });
  expect(vault.journal).toHaveLength(4);
  await writeFile(join(root, "a.txt"), "b");
  expect((await verify({ root }, checked)).coverage.inspected).toEqual({ files: 2, verified: 1 });
  await Promise.all([mini.close(), vault.close()]);
});

it("a key service that goes down ends in an external failure of each file, and no bundle", async () => {
  const { root, vault, environment } = await scene();
  await vault.close();
  const run = { root, environment, hosts: [vault.url] };
  await expect(sign(run, { files: ["*.txt"], key: "hashivault://release" })).rejects.toMatchObject({
    kind: "external",
    message: expect.stringMatching(/gave no answer/),
  });
  await expect(readBundle(root, "a.txt")).rejects.toThrow(/ENOENT/);
});

it("a signature of another key is refused before a bundle is written", async () => {
  const { root, vault, environment } = await scene();
  const other = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
  const bad = signMessage("sha256", Buffer.from("a.txt"), other).toString("base64");
  const run = { root, environment, hosts: [vault.url] };
  const first = sign(run, { files: ["a.txt"], key: "hashivault://none" });
  await expect(first).rejects.toThrow(/Vault refused with status 404/);
  vault.faults.push(
    {
      status: 200,
      body: {
        data: {
          type: "ecdsa-p256",
          latest_version: 3,
          keys: { 3: { public_key: pem(pair.publicKey, "spki") } },
        },
      },
    },
    { status: 200, body: { data: { signature: `vault:v3:${bad}` } } },
  );
  const { failures } = await sign(run, { files: ["a.txt"], key: "hashivault://release" });
  expect(failures).toMatchObject([
    { kind: "external", message: expect.stringMatching(/doesn't verify/) },
  ]);
  await expect(readBundle(root, "a.txt")).rejects.toThrow(/ENOENT/);
  await vault.close();
});

it("the hosts of a run are the service's, only where its key is one's", () => {
  const run = { root: "/", environment: { VAULT_ADDR: "https://vault.test" } };
  const hosts = (key: string) => signCommand.hosts?.({ key, "rekor-url": [] } as never, run);
  expect(hosts("hashivault://release")).toEqual(["vault.test"]);
  expect(hosts("k.key")).toEqual([]);
});

it("the host of Buildkite's agent is reached where no token is handed in", () => {
  const environment = {
    BUILDKITE_JOB_ID: "0190-1",
    BUILDKITE_AGENT_ACCESS_TOKEN: "agent",
    BUILDKITE_AGENT_ENDPOINT: "https://agent.acme.test/v3",
  };
  const hosts = (inputs: object) =>
    signCommand.hosts?.(
      {
        "fulcio-url": "https://fulcio.test",
        "rekor-url": ["https://rekor.test"],
        ...inputs,
      } as never,
      { root: "/", environment },
    );
  expect(hosts({})).toContain("agent.acme.test");
  expect(hosts({ "identity-token": "t" })).not.toContain("agent.acme.test");
  expect(hosts({ "identity-token-file": "t" })).not.toContain("agent.acme.test");
});

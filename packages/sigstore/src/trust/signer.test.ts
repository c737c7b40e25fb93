import { generateKeyPairSync } from "node:crypto";
import type { CheckContext } from "@assay/core";
import { cleanUp, noSettingsFiles, temporaryFolder, writeFiles } from "@assay/testkit";
import { afterAll, expect, test } from "vitest";
import { readTrustedKey } from "../keys/trusted-key.ts";
import { expectedSigner, readTrustedRoot } from "./signer.ts";

afterAll(cleanUp);

const pem = () =>
  generateKeyPairSync("ec", { namedCurve: "P-256" })
    .publicKey.export({ type: "spki", format: "pem" })
    .toString();
const OURS = pem();
const THEIRS = pem();
const ROOT = JSON.stringify({
  mediaType: "application/vnd.dev.sigstore.trustedroot+json;version=0.1",
});

async function contextOf(head: string, base: Readonly<Record<string, string>> = {}) {
  const root = await temporaryFolder();
  await writeFiles(root, { "keys/k.pub": THEIRS, "root.json": ROOT });
  const pull_request = {
    head: { repo: { full_name: head } },
    base: { repo: { full_name: "a/b" } },
  };
  const read = async (path: string) =>
    Object.hasOwn(base, path) ? Buffer.from(base[path] ?? "") : undefined;
  const context = {
    root,
    event: { name: "pull_request", payload: { pull_request } },
    environment: { KEY: THEIRS },
    settings: { ...noSettingsFiles, from: "base", read },
  };
  // Nothing else of a context is asked for.
  return context as unknown as CheckContext;
}

const shown = async (context: CheckContext, reference: string) =>
  (await readTrustedKey(context, reference)).key.export({ type: "spki", format: "pem" }).toString();

test("a fork's change is verified against the key of the base, not its own", async () => {
  const context = await contextOf("evil/b", { "keys/k.pub": OURS });
  expect(await shown(context, "keys/k.pub")).toBe(OURS);
  expect(await shown(context, `${context.root}/keys/../keys/k.pub`).catch(String)).not.toBe(THEIRS);
  const below = await contextOf("evil/b", { "../keys/k.pub": OURS });
  const working = { ...below, root: `${below.root}/packages` };
  expect(await shown(working, "../keys/k.pub")).toBe(OURS);
});

test("a key or root that the base does not have is an error, never the change's own", async () => {
  const context = await contextOf("evil/b");
  for (const read of [
    readTrustedKey(context, "keys/k.pub"),
    readTrustedRoot(context, "root.json", "trusted-root"),
  ]) {
    await expect(read).rejects.toMatchObject({
      kind: "usage",
      message: expect.stringContaining(
        "the branch that the change wants to go to has no such file",
      ),
    });
  }
});

test("what does not lie in the change's tree is read where it lies, and so is all of a change from inside", async () => {
  const fork = await contextOf("evil/b");
  expect(await shown(fork, "env://KEY")).toBe(THEIRS);
  expect(await shown(fork, OURS)).toBe(OURS);
  expect(await shown(await contextOf("a/b"), "keys/k.pub")).toBe(THEIRS);
});

test("who must have signed is said by a key, or by an identity with its issuer and root", async () => {
  const context = await contextOf("a/b");
  for (const signer of [
    {},
    { root: "root.json" },
    { subject: "ann@acme.example" },
    { subject: "ann@acme.example", issuer: "https://issuer.example" },
    { subject: "ann@acme.example", root: "root.json" },
    { subject: "ann@acme.example", key: "keys/k.pub" },
  ])
    await expect(expectedSigner(context, "vex", signer)).rejects.toMatchObject({
      kind: "usage",
      message:
        "Who must have signed is not clear: give `vex-key`, or `vex-identity` with `vex-oidc-issuer` and `vex-trusted-root`",
    });
  expect(await expectedSigner(context, "vex", { key: "keys/k.pub" })).toMatchObject({
    policy: { kind: "key" },
    name: "keys/k.pub",
  });
  expect(await expectedSigner(context, "vex", { key: OURS })).toMatchObject({
    name: "the given key",
  });
});

import { generateKeyPairSync } from "node:crypto";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { changed, cleanUp, type Path, startMiniSigstore, temporaryFolder } from "@assay/testkit";
import { afterAll, expect, test } from "vitest";
import { rulesOf, sign, verify } from "../../test/run.ts";

/* `TransparencyLogInstance.operator` of protobuf-specs, and client-spec 4.6: what counts towards a threshold. */

afterAll(cleanUp);

const LOGS: Path = ["tlogs"];

/** What a policy says of a file whose signature is in two logs, with these operators. */
async function judged(operators: readonly [string | undefined, string | undefined], logs: number) {
  const mini = await startMiniSigstore();
  const root = await temporaryFolder();
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  await writeFile(join(root, "k.pub"), publicKey.export({ type: "spki", format: "pem" }));
  const environment = { KEY: String(privateKey.export({ type: "pkcs8", format: "pem" })) };
  await writeFile(join(root, "f"), "content");
  // The same signature each time, for RSA's have nothing of chance.
  const bundles: unknown[] = [];
  for (const [rekorVersion, url] of [
    [1, mini.rekorV1Url],
    [2, mini.rekorV2Url],
  ] as const) {
    await sign(
      { root, environment, hosts: [mini.url] },
      { files: ["f"], key: "env://KEY", rekorUrls: [url], rekorVersion },
    );
    const made = join(root, "f.sigstore.json");
    bundles.push(JSON.parse(await readFile(made, "utf8")));
    await rm(made);
  }
  await mini.close();
  const entries: Path = ["verificationMaterial", "tlogEntries"];
  const both = bundles.flatMap(
    (bundle) =>
      (bundle as { verificationMaterial: { tlogEntries: unknown[] } }).verificationMaterial
        .tlogEntries,
  );
  await writeFile(
    join(root, "f.sigstore.json"),
    JSON.stringify(changed(bundles[0], entries, () => both)),
  );
  const trusted = changed(JSON.parse(mini.trustedRoot), LOGS, (list: object[]) =>
    list.map((log, at) => ({ ...log, ...(operators[at] && { operator: operators[at] }) })),
  );
  await writeFile(join(root, "root.json"), JSON.stringify(trusted));
  await writeFile(
    join(root, "policy.yml"),
    `version: 1
trust: {root: root.json}
signers:
  us: {key: k.pub}
rules:
  - match: {path: f}
    require:
      - {signature: {of: [us]}}
    logs: ${logs}
`,
  );
  return rulesOf(await verify({ root }, { files: ["f"], policy: "policy.yml" }));
}

test("operator: logs of different operators, or of none, count each: kept", async () => {
  expect(await judged(["a.test", "b.test"], 2)).toEqual([]);
  expect(await judged([undefined, undefined], 2)).toEqual([]);
});

test("operator: two logs of one operator count once: broken", async () => {
  expect(await judged(["a.test", "a.test"], 1)).toEqual([]);
  expect(await judged(["a.test", "a.test"], 2)).toEqual(["verify.log-entry-invalid"]);
});

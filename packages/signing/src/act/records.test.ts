import { createHash, generateKeyPairSync } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  cleanUp,
  MINI_IDENTITY,
  type MiniSigstore,
  startMiniSigstore,
  temporaryFolder,
} from "@assay/testkit";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { signCommand } from "../sign/command.ts";
import { keylessRun, sign, testContext, verify } from "../test/run.ts";
import { verifyCommand } from "../verify/command.ts";
import { shellWord } from "./verify-with.ts";

let mini: MiniSigstore;
let root: string;
const sha256 = (text: string | Buffer) => createHash("sha256").update(text).digest("hex");
const ISO = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

beforeAll(async () => {
  mini = await startMiniSigstore();
});
afterAll(async () => {
  await mini.close();
  await cleanUp();
});
beforeEach(async () => {
  root = await temporaryFolder();
  await writeFile(join(root, "a b.tgz"), "content");
  await writeFile(join(root, "root.json"), mini.trustedRoot);
});
const keyless = () => ({
  files: ["*.tgz"],
  tokenRequestUrl: mini.tokenUrl,
  fulcioUrl: mini.fulcioUrl,
  rekorUrls: [mini.rekorV1Url],
  trustedRoot: "root.json",
});

describe("a record", () => {
  const subject = { name: "a b.tgz", digests: { sha256: sha256("content") } };

  it("says what an identity signed, when by whose word, and where it is logged", async () => {
    const record = {
      subject,
      signer: { identity: MINI_IDENTITY, issuer: mini.issuer.url },
      time: { at: ISO, source: "transparency log" },
      logEntries: [{ log: "https://rekor1.mini.test", index: expect.stringMatching(/^\d+$/) }],
      product: "a b.tgz.sigstore.json",
    };
    const signed = await sign(keylessRun(root, mini), keyless());
    expect(signed.records).toEqual([{ act: "signed", ...record }]);
    const kept = await sign(keylessRun(root, mini), keyless());
    expect(kept.records).toEqual([{ act: "kept", ...record }]);
    const verified = await verify(
      { root },
      {
        files: ["*.tgz"],
        certificateIdentity: MINI_IDENTITY,
        certificateOidcIssuer: mini.issuer.url,
        trustedRoot: "root.json",
      },
    );
    expect(verified.records).toEqual([{ act: "verified", ...record }]);
  });

  it("says which key signed, with the digest that was signed beside SHA-256", async () => {
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-384" });
    await writeFile(join(root, "k.key"), privateKey.export({ format: "pem", type: "pkcs8" }));
    const run = { root, hosts: [mini.url] };
    const options = { files: ["*.tgz"], key: "k.key", tsaUrl: mini.tsaUrl };
    const { records } = await sign(run, options);
    const sha384 = createHash("sha384").update("content").digest("hex");
    expect(records).toMatchObject([
      {
        subject: { digests: { sha256: subject.digests.sha256, sha384 } },
        signer: { keySha256: sha256(publicKey.export({ format: "der", type: "spki" })) },
        logEntries: [],
        notes: [expect.stringContaining("no trusted root was given")],
      },
    ]);
    const rooted = await sign(run, { ...options, trustedRoot: "root.json" });
    expect(rooted.records[0]?.time).toEqual({ at: ISO, source: "timestamp authority" });
  });

  it("without a trusted root names a log by the address that was asked", async () => {
    const { records } = await sign(keylessRun(root, mini), {
      ...keyless(),
      trustedRoot: undefined,
    });
    expect(records[0]?.logEntries).toMatchObject([{ log: mini.rekorV1Url }]);
  });
});

describe("the command for whoever verifies", () => {
  it("names identity, trusted root and bundle, quoted for a shell", async () => {
    const signed = await sign(keylessRun(root, mini), keyless());
    const who = `--certificate-identity ${MINI_IDENTITY} --certificate-oidc-issuer ${mini.issuer.url} --trusted-root root.json`;
    expect(signed.verifyWith).toEqual([
      { tool: "assay", command: `assay verify ${who} -- '*.tgz'` },
      {
        tool: "cosign",
        command: `cosign verify-blob --bundle 'a b.tgz.sigstore.json' ${who} 'a b.tgz'`,
      },
    ]);
  });

  it("names the public key, and no tool that can't read the signature", async () => {
    for (const [curve, tools] of [
      ["P-256", ["assay", "cosign"]],
      ["P-521", ["assay"]],
    ] as const) {
      const { privateKey } = generateKeyPairSync("ec", { namedCurve: curve });
      await writeFile(join(root, "k.key"), privateKey.export({ format: "pem", type: "pkcs8" }));
      const signed = await sign({ root }, { files: ["a b.tgz"], key: "k.key", replace: true });
      expect(signed.verifyWith?.map(({ tool }) => tool)).toEqual(tools);
      expect(signed.verifyWith?.[0]?.command).toBe("assay verify --key k.pub -- 'a b.tgz'");
    }
  });

  it("says what stands for a file that the run did not name", async () => {
    const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const pem = privateKey.export({ format: "pem", type: "pkcs8" });
    await writeFile(join(root, "k.pem"), pem);
    await writeFile(join(root, "k.key"), pem);
    const noticesOf = async (key: string) =>
      (await sign({ root }, { files: ["a b.tgz"], key, replace: true })).notices;
    expect(await noticesOf("k.pem")).toEqual([
      "In the commands to verify with, `cosign.pub` stands for the public half of the key.",
    ]);
    expect(await noticesOf("k.key")).toEqual([]);
    const options = { ...keyless(), trustedRoot: undefined, replace: true };
    const unrooted = await sign(keylessRun(root, mini), options);
    expect(unrooted.notices?.join()).toContain("`trusted_root.json` stands for the trusted root");
  });

  it("gives cosign no word that begins with a dash but its options", async () => {
    await writeFile(join(root, "-x.tgz"), "content");
    const { verifyWith } = await sign(keylessRun(root, mini), { ...keyless(), files: ["-x.tgz"] });
    const command = verifyWith?.find(({ tool }) => tool === "cosign")?.command;
    expect(command).toMatch(/--bundle \.\/-x\.tgz\.sigstore\.json .* \.\/-x\.tgz$/);
  });

  it("gives cosign values that begin with a dash as part of their option", async () => {
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    await writeFile(join(root, "k.key"), privateKey.export({ format: "pem", type: "pkcs8" }));
    await writeFile(join(root, "-k.pub"), publicKey.export({ format: "pem", type: "spki" }));
    await sign({ root }, { files: ["a b.tgz"], key: "k.key" });
    const { verifyWith } = await verify({ root }, { files: ["a b.tgz"], key: "-k.pub" });
    const command = verifyWith?.find(({ tool }) => tool === "cosign")?.command;
    expect(command).toContain(" --key=-k.pub --insecure-ignore-tlog ");
  });

  it("names nothing that was not signed", async () => {
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    await writeFile(join(root, "k.key"), privateKey.export({ format: "pem", type: "pkcs8" }));
    await writeFile(join(root, "k.pub"), publicKey.export({ format: "pem", type: "spki" }));
    const given = { files: ["*.tgz", "missing.bin", "*.none", "!x.tgz"], key: "k.key" };
    const commandOf = ({ verifyWith }: Awaited<ReturnType<typeof sign>>) =>
      verifyWith?.[0]?.command;
    const all = "assay verify --key k.pub -- '*.tgz' '!x.tgz'";
    expect(commandOf(await sign({ root }, given))).toBe(all);
    expect(commandOf(await verify({ root }, { ...given, key: "k.pub" }))).toBe(all);
    // One whose place is taken is not signed: the others stand there by their names.
    await writeFile(join(root, "c.tgz"), "content");
    await mkdir(join(root, "c.tgz.sigstore.json"));
    const some = await sign({ root }, given);
    expect(some.failures.map(({ item }) => item)).toContain("c.tgz");
    expect(commandOf(some)).toBe("assay verify --key k.pub -- 'a b.tgz'");
  });

  it("names one file where many would make it too long to read", async () => {
    const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    await writeFile(join(root, "k.key"), privateKey.export({ format: "pem", type: "pkcs8" }));
    const files = Array.from({ length: 30 }, (_, index) => `${index}-${"x".repeat(40)}`);
    for (const name of files) await writeFile(join(root, name), "content");
    const { verifyWith, records } = await sign({ root }, { files, key: "k.key" });
    expect(records).toHaveLength(30);
    expect(verifyWith?.[0]?.command).toBe(
      `assay verify --key k.pub -- ${records[0]?.subject.name}`,
    );
  });

  it.each([
    ["plain-1.2_x/@ref:a=b", "plain-1.2_x/@ref:a=b"],
    ["", "''"],
    ["a'b", String.raw`'a'\''b'`],
    ['$(x) `y` "z" \\ ; & | > * ? ~ #', "'$(x) `y` \"z\" \\ ; & | > * ? ~ #'"],
    ["a\nb", "'a\nb'"],
  ])("%j as one word", (text, word) => {
    expect(shellWord(text)).toBe(word);
  });
});

describe("the commands", () => {
  it("are acts: nothing that softens a finding is an input of theirs", () => {
    for (const command of [signCommand, verifyCommand]) {
      expect(command.kind).toBe("act");
      for (const name of ["fail-on", "baseline", "rule"]) {
        expect(Object.keys(command.inputs)).not.toContain(name);
      }
    }
  });

  it("give their records as one line of JSON", async () => {
    const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const KEY = privateKey.export({ format: "pem", type: "pkcs8" }).toString();
    const defaults = Object.fromEntries(
      Object.entries(signCommand.inputs).map(([name, spec]) => [
        name,
        "default" in spec ? spec.default : undefined,
      ]),
    );
    const inputs = { ...defaults, files: ["*.tgz"], key: "env://KEY" };
    const outcome = await signCommand.run(
      testContext({ root, environment: { KEY } }),
      inputs as unknown as Parameters<typeof signCommand.run>[1],
    );
    expect(outcome.results).toEqual([]);
    expect(outcome.outputs).toMatchObject({
      "signed-count": 1,
      "kept-count": 0,
      "failed-count": 0,
      "bundle-paths": "a b.tgz.sigstore.json",
    });
    const records = String(outcome.outputs.records);
    expect(records).not.toContain("\n");
    expect(JSON.parse(records)).toEqual(outcome.acts?.[0]?.records);
  });
});

import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { publicKeyFrom } from "@assay/sigstore/keys";
import { changed, cleanUp, type Path, temporaryFolder, writeFiles } from "@assay/testkit";
import { afterEach, describe, expect, test } from "vitest";
import { runSbom } from "../check.ts";
import { cycloneDxDocument } from "../cyclonedx/document.ts";
import type { SbomFormat } from "../options.ts";
import { contextAt } from "../test/context.ts";
import { cycloneDxErrors } from "../test/cyclonedx-schema.ts";
import { documentOf, EVERYTHING, HOSTILE, ORIGIN } from "../test/documents.ts";
import { validateDocument } from "../validate/document.ts";
import { canonicalJson } from "./canonical.ts";
import { documentSigner } from "./sign.ts";
import { checkSignature } from "./verify.ts";

afterEach(cleanUp);

const ec = (namedCurve: string) => generateKeyPairSync("ec", { namedCurve });
const pem = (key: KeyObject) => key.export({ format: "pem", type: "pkcs8" }).toString();
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const checked = (signed: string, key?: KeyObject) =>
  checkSignature(
    { syntax: "json", value: JSON.parse(signed), text: signed },
    key && publicKeyFrom(key),
  );

async function signer(KEY: string, signKeyPassword?: string) {
  const places = { root: "/", environment: { KEY } };
  const formats: readonly SbomFormat[] = ["cyclonedx-1.6", "cyclonedx-1.7"];
  return documentSigner(places, { formats, signKey: "env://KEY", signKeyPassword });
}

describe("a document that is signed", () => {
  test.each([
    ["ES256", ec("P-256")],
    ["ES384", ec("P-384")],
    ["ES512", ec("P-521")],
    ["RS256", generateKeyPairSync("rsa", { modulusLength: 2048 })],
    ["Ed25519", generateKeyPairSync("ed25519")],
  ])("by %s is valid, the same bytes each time, and else as it was", async (algorithm, pair) => {
    const { sign } = await signer(pem(pair.privateKey));
    for (const files of [EVERYTHING, HOSTILE]) {
      const document = await documentOf(files, { origin: ORIGIN });
      for (const spec of ["1.6", "1.7"] as const) {
        const plain = cycloneDxDocument(document, spec);
        const bytes = sign(`cyclonedx-${spec}`, plain);
        expect(sign(`cyclonedx-${spec}`, plain)).toEqual(bytes);
        const { signature, ...rest } = JSON.parse(text(bytes));
        expect(`${JSON.stringify(rest, null, 2)}\n`).toBe(text(plain));
        expect(Object.keys(JSON.parse(text(bytes)))).toEqual(
          Object.keys(JSON.parse(text(bytes))).toSorted(),
        );
        const publicKey = pair.publicKey.export({ format: "jwk" });
        expect(signature).toEqual({ algorithm, publicKey, value: expect.any(String) });
        expect(cycloneDxErrors(JSON.parse(text(bytes)), spec)).toEqual([]);
        expect((await validateDocument("bom.json", bytes)).problems).toEqual([]);
        expect(checked(text(bytes), pair.publicKey)).toEqual({
          notices: [`\`signature\` (${algorithm}) holds, and is by the key of \`--key\`.`],
          problems: [],
        });
        expect(checked(text(bytes), ec("P-256").publicKey).problems).toHaveLength(1);
      }
    }
  });

  test("does not hold with a change in any place", async () => {
    const { sign } = await signer(pem(ec("P-256").privateKey));
    const plain = cycloneDxDocument(await documentOf(EVERYTHING, { origin: ORIGIN }));
    const signed = JSON.parse(text(sign("cyclonedx-1.6", plain)));
    const paths = pathsOf(signed);
    expect(paths.length).toBeGreaterThan(150);
    for (const path of paths) {
      const broken = changed(signed, path, (value: unknown) => `${value}x`);
      const { problems, notices } = checked(JSON.stringify(broken));
      if (path.join(".") === "signature.algorithm")
        expect(notices.join()).toContain("not verified");
      else expect(problems, path.join(".")).toHaveLength(1);
    }
  });

  test("is signed with its own signature object in the payload, and without the value", async () => {
    const pair = generateKeyPairSync("ed25519");
    const plain = cycloneDxDocument(await documentOf(EVERYTHING));
    const signed = JSON.parse(
      text((await signer(pem(pair.privateKey))).sign("cyclonedx-1.6", plain)),
    );
    const { value, ...core } = signed.signature;
    const payload = canonicalJson({ ...signed, signature: core });
    expect(value).toBe(sign(null, payload, pair.privateKey).toString("base64url"));
  });
});

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) =>
    pathsOf(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

describe("the key", () => {
  const { privateKey } = ec("P-256");

  test("that is encrypted is opened by its password, and by no other", async () => {
    const encrypted = privateKey
      .export({ format: "pem", type: "pkcs8", cipher: "aes-256-cbc", passphrase: "right" })
      .toString();
    expect((await signer(encrypted, "right")).notices).toEqual([]);
    for (const password of ["wrong", undefined])
      await expect(signer(encrypted, password)).rejects.toMatchObject({
        kind: "usage",
        message: "The password does not open env://KEY",
      });
  });

  test("itself is not taken in place of where it is, and not shown", async () => {
    const signKey = pem(privateKey);
    const places = { root: "/", environment: {} };
    const error = await documentSigner(places, { formats: ["cyclonedx-1.6"], signKey }).catch(
      String,
    );
    expect(error).toContain("`sign-key` holds a key itself instead of where it is");
    expect(error).not.toContain(signKey.split("\n")[1]);
  });
});

describe("a run", () => {
  const pair = ec("P-256");

  async function run(formats: readonly SbomFormat[], includeCi = false) {
    const root = await temporaryFolder();
    const workflow = "on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: a/b@v1\n";
    await writeFiles(root, {
      ...EVERYTHING,
      ".github/workflows/a.yml": workflow,
      "k.pem": pem(pair.privateKey),
    });
    return runSbom(contextAt(root), { formats, scope: "all", signKey: "k.pem", includeCi });
  }

  test("signs every CycloneDX JSON document, also what is sent on, and says which formats hold none", async () => {
    const { result, made } = await run(
      ["cyclonedx-1.6", "cyclonedx-1.7", "cyclonedx-1.6-xml", "spdx-2.3"],
      true,
    );
    const signed = result.artifacts.filter(({ bytes }) => text(bytes).includes('"signature"'));
    expect(signed.map(({ name }) => name)).toEqual([
      "sbom.cdx.json",
      "sbom.1.7.cdx.json",
      "sbom.ci.cdx.json",
      "sbom.ci.1.7.cdx.json",
    ]);
    for (const { bytes } of signed)
      expect(checked(text(bytes), pair.publicKey).problems).toEqual([]);
    expect(made?.artifacts[0]).toBe(result.artifacts[0]);
    expect(result.notices).toContain(
      "2 formats (cyclonedx-1.6-xml, spdx-2.3) can't hold a signature: only CycloneDX JSON is signed. `assay sign` writes a bundle beside any file.",
    );
  });

  test("of formats that hold none is wrong input", async () => {
    await expect(run(["spdx-2.3", "cyclonedx-1.6-xml"])).rejects.toMatchObject({
      kind: "usage",
      message: "`sign-key` is given, and none of `formats` is CycloneDX JSON",
    });
  });
});

import { createHash } from "node:crypto";
import { type MiniSigstore, startMiniSigstore } from "@assay/testkit";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { bytesArtifact, VerificationError } from "../index.ts";
import { toPem } from "../keys/pem.ts";
import { detachedSignature, readSignatures } from "../older.ts";
import { CHANGES, pathsOf } from "../test/every-change.ts";
import { type Forged, type Forgery, forge } from "../test/forge.ts";
import { judge } from "../test/judge.ts";

interface Form {
  readonly name: string;
  readonly forgery: Omit<Forgery, "content">;
  make(bundle: Bundle, publicKey: string): object;
  /** What nothing signs and nothing reads, or of which enough is left. */
  readonly harmless: RegExp;
  readonly requireLog?: boolean;
}

interface Bundle {
  readonly verificationMaterial: {
    readonly certificate?: { readonly rawBytes: string };
    readonly tlogEntries?: readonly {
      readonly logIndex: string;
      readonly integratedTime: string;
      readonly logId: { readonly keyId: string };
      readonly inclusionPromise: { readonly signedEntryTimestamp: string };
      readonly canonicalizedBody: string;
    }[];
  };
  readonly messageSignature: { readonly signature: string };
  readonly dsseEnvelope: {
    readonly payload: string;
    readonly payloadType: string;
    readonly signatures: readonly { readonly sig: string }[];
  };
}

const CONTENT = "content";
const base64 = (text: string) => Buffer.from(text).toString("base64");
const statement = (predicateType: string) => ({
  _type: "https://in-toto.io/Statement/v1",
  subject: [{ name: "f", digest: { sha256: createHash("sha256").update(CONTENT).digest("hex") } }],
  predicateType,
  predicate: {},
});
const SLSA = "https://slsa.dev/provenance/v1";

function cosign({ verificationMaterial, messageSignature }: Bundle, publicKey: string): object {
  const { certificate, tlogEntries = [] } = verificationMaterial;
  const [entry] = tlogEntries;
  const pem =
    certificate === undefined
      ? publicKey
      : toPem("CERTIFICATE", Buffer.from(certificate.rawBytes, "base64"));
  return {
    base64Signature: messageSignature.signature,
    cert: base64(pem),
    ...(entry === undefined
      ? {}
      : {
          rekorBundle: {
            SignedEntryTimestamp: entry.inclusionPromise.signedEntryTimestamp,
            Payload: {
              body: entry.canonicalizedBody,
              integratedTime: Number(entry.integratedTime),
              logIndex: Number(entry.logIndex),
              logID: Buffer.from(entry.logId.keyId, "base64").toString("hex"),
            },
          },
        }),
  };
}

function pypi({ verificationMaterial, dsseEnvelope }: Bundle): object {
  return {
    version: 1,
    verification_material: {
      certificate: verificationMaterial.certificate?.rawBytes,
      transparency_entries: verificationMaterial.tlogEntries,
    },
    envelope: { statement: dsseEnvelope.payload, signature: dsseEnvelope.signatures[0]?.sig },
  };
}

const FORMS: readonly Form[] = [
  {
    name: "cosign's bundle of before version 3, by certificate",
    forgery: { log: "v1", timestamp: false },
    make: cosign,
    // What stands behind the last line of the PEM.
    harmless: /^cert: (?:last bit|a byte more)$/,
  },
  {
    name: "cosign's bundle of before version 3, by key",
    forgery: { key: "key", log: "v1", timestamp: false },
    make: cosign,
    // The caller's key decides.
    harmless: /^cert: /,
  },
  {
    name: "cosign's bundle of a key without a log",
    forgery: { key: "key", log: "none", timestamp: false },
    make: cosign,
    harmless: /^cert: /,
    requireLog: false,
  },
  {
    name: "a DSSE envelope alone, by key",
    forgery: { key: "key", form: "envelope", log: "none", timestamp: false },
    make: ({ dsseEnvelope }) => dsseEnvelope,
    harmless: /^signatures\.0\.keyid: /,
    requireLog: false,
  },
  {
    name: "PyPI's attestation",
    forgery: { form: "envelope", log: "v1", timestamp: false, statement: statement(SLSA) },
    make: pypi,
    harmless: /^$/,
  },
  {
    name: "PyPI's provenance",
    forgery: { form: "envelope", log: "v1", timestamp: false, statement: statement(SLSA) },
    make: (bundle) => ({
      version: 1,
      attestation_bundles: [
        { publisher: { kind: "GitHub", repository: "evil/app" }, attestations: [pypi(bundle)] },
      ],
    }),
    // Unsigned words of the index.
    harmless:
      /^version: |^attestation_bundles\.0\.publisher|^attestation_bundles(\.0\.attestations)?: (doubled|reversed|33)|^attestation_bundles\.0: an unknown field/,
  },
  {
    name: "npm's list",
    forgery: { form: "envelope", log: "v1", statement: statement(SLSA) },
    make: (bundle) => ({ attestations: [{ predicateType: SLSA, bundle }] }),
    harmless:
      /^attestations: (doubled|reversed|33)|^attestations\.0: an unknown field|^attestations\.0\.predicateType: (taken out|snake_case)|\.timestampVerificationData.*: (taken out|null|an empty|one less)|\.inclusionPromise: (taken out|null)|\.keyid: /,
  },
  {
    name: "GitHub's answer",
    forgery: { form: "envelope", log: "v2" },
    make: (bundle) => ({ attestations: [{ repository_id: 1, bundle, bundle_url: "https://x" }] }),
    harmless:
      /^attestations: (doubled|reversed|33)|^attestations\.0: an unknown field|^attestations\.0\.(repository_id|bundle_url): |\.integratedTime: |\.keyid: /,
  },
];

let mini: MiniSigstore;
beforeAll(async () => {
  mini = await startMiniSigstore();
});
afterAll(() => mini.close());

describe.each(FORMS)("$name", ({ forgery, make, harmless, requireLog }) => {
  let forged: Forged;
  let whole: object;
  const judged = (bundle: unknown, content = CONTENT) =>
    judge(mini, {
      content,
      bundle,
      older: true,
      ...(forgery.key === "key" ? { publicKey: forged.publicKey } : {}),
      ...(requireLog === undefined ? {} : { requireLog }),
    });

  beforeAll(async () => {
    for (const content of ["a", "b"]) await forge(mini, { ...forgery, content });
    forged = await forge(mini, { ...forgery, content: CONTENT });
    // Its form is that of forge.
    whole = make(forged.bundle as unknown as Bundle, forged.publicKey);
  });

  it("verifies as it is", async () => {
    expect(await judged(whole)).toBe("verified");
  });

  it("is for no other content", async () => {
    expect(await judged(whole, "other")).toMatch(/^(digest-mismatch|invalid-signature): /);
  });

  it("is refused with any one field changed, taken out, doubled, or of another type", async () => {
    const accepted: string[] = [];
    for (const path of pathsOf(whole)) {
      for (const [what, change] of CHANGES) {
        const copy = structuredClone(whole);
        if (!change(copy, path)) continue;
        const said = await judged(copy);
        expect(said).toMatch(/^verified$|^[a-z-]+: .{10}/);
        if (said === "verified") accepted.push(`${path.join(".")}: ${what}`);
      }
    }
    expect(accepted.filter((entry) => !harmless.test(entry))).toEqual([]);
  });

  it("with a field that stands twice is refused", async () => {
    const text = JSON.stringify(whole);
    const [first = ""] = Object.keys(whole);
    expect(await judged(`{"${first}":1,${text.slice(1)}`)).toMatch(/twice/);
  });
});

describe("what can't be verified as it is has its own message", () => {
  const artifact = bytesArtifact(Buffer.from(CONTENT));
  const refused = async (json: unknown): Promise<string> => {
    try {
      await readSignatures(Buffer.from(JSON.stringify(json)))[0]?.(artifact);
      return "read";
    } catch (error) {
      if (!(error instanceof VerificationError)) throw error;
      return `${error.code}: ${error.message}`;
    }
  };
  const TIME = "untrusted-timestamp: it holds a certificate and no log entry";
  const certificate = base64(toPem("CERTIFICATE", Buffer.alloc(40, 1)));
  const payload = base64(JSON.stringify(statement(SLSA)));

  test.each<[string, unknown, string]>([
    [
      "cosign's certificate without its log entry",
      { base64Signature: "AAAA", cert: certificate },
      TIME,
    ],
    [
      "slsa-github-generator's envelope with its certificate",
      {
        payload,
        payloadType: "application/vnd.in-toto+json",
        signatures: [{ keyid: "", sig: "AAAA", cert: "PEM" }],
      },
      "untrusted-timestamp: the envelope holds a certificate and no log entry",
    ],
    [
      "an envelope that nobody signed",
      { payload, payloadType: "application/vnd.in-toto+json", signatures: [] },
      "malformed-bundle: envelope.signatures has 0 entries; one is expected",
    ],
    [
      "two certificates in one field",
      { base64Signature: "AAAA", cert: base64(toPem("CERTIFICATE", Buffer.alloc(3)).repeat(2)) },
      "malformed-bundle: bundle.cert holds 2 PEM blocks; one is expected",
    ],
    [
      "a private key in its place",
      { base64Signature: "AAAA", cert: base64(toPem("PRIVATE KEY", Buffer.alloc(3))) },
      "malformed-bundle: bundle.cert is neither a certificate nor a public key",
    ],
    ["an empty list", { attestations: [] }, "malformed-bundle: its list holds 0 of them"],
    [
      "a list with a stranger in it",
      { attestations: [{ bundle: { mediaType: "x" } }, 7] },
      "malformed-bundle: its list holds something else than signatures",
    ],
    [
      "a list of lists of lists",
      [[[{ mediaType: "x" }]]],
      "malformed-bundle: its list holds something else than signatures",
    ],
    [
      "an attestation of PyPI about two files",
      {
        version: 1,
        verification_material: { certificate: "AAAA", transparency_entries: [{}] },
        envelope: {
          signature: "AAAA",
          statement: base64(
            JSON.stringify({
              ...statement(SLSA),
              subject: [...statement(SLSA).subject, ...statement(SLSA).subject],
            }),
          ),
        },
      },
      "malformed-bundle: attestation.envelope.statement has 2 subjects; PyPI allows one",
    ],
    [
      "an attestation of PyPI without log entries",
      {
        version: 1,
        verification_material: { certificate: "AAAA", transparency_entries: [] },
        envelope: { signature: "AAAA", statement: payload },
      },
      "malformed-bundle: attestation.verification_material.transparency_entries holds no log entry",
    ],
  ])("%s", async (_, json, message) => {
    expect(await refused(json)).toBe(message);
  });

  test.each<[string, boolean, RegExp]>([
    ["-----BEGIN PGP SIGNATURE-----\n", false, /OpenPGP/],
    ["\u0000\u0001", false, /something else/],
    ["", false, /something else/],
    ["AAAA", true, /holds a certificate and no log entry/],
  ])("a signature file %j, certificate beside it: %s", async (text, hasCertificate, message) => {
    const said = await detachedSignature(
      Buffer.from(text),
      hasCertificate,
    )(artifact).catch((error: VerificationError) => `${error.message} ${error.found}`);
    expect(said).toMatch(message);
  });
});

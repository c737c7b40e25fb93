import {
  changed,
  MINI_IDENTITY,
  type MiniSigstore,
  type Path,
  startMiniSigstore,
} from "@assay/testkit";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Forgery, forge, statementOf, type TestBundle } from "../test/forge.ts";
import { type Judged, judge } from "../test/judge.ts";

/* Whoever reads a refusal learns which kind of wrong input it was: each has a message of its own. */

let mini: MiniSigstore;
let other: MiniSigstore;
let later = 0;

beforeAll(async () => {
  const start = Date.now();
  mini = await startMiniSigstore({ now: () => new Date(start + later) });
  other = await startMiniSigstore();
});
afterAll(async () => {
  await mini.close();
  await other.close();
});

const MATERIAL: Path = ["verificationMaterial"];
const ENTRY: Path = [...MATERIAL, "tlogEntries", 0];
const PROOF: Path = [...ENTRY, "inclusionProof"];
const TIMESTAMP: Path = [
  ...MATERIAL,
  "timestampVerificationData",
  "rfc3161Timestamps",
  0,
  "signedTimestamp",
];
const CHECKPOINT: Path = [...PROOF, "checkpoint", "envelope"];

interface Kind {
  readonly forgery?: Partial<Forgery>;
  readonly change?: (bundle: TestBundle) => unknown;
  readonly judged?: Partial<Judged>;
}

const at = (path: Path, value: unknown): Kind => ({
  change: (bundle) => changed(bundle, path, () => value),
});
const by = (path: Path, change: (value: never) => unknown): Kind => ({
  change: (bundle) => changed(bundle, path, change),
});
const bit = (path: Path): Kind =>
  by(path, (text: string) => {
    const bytes = Buffer.from(text, "base64");
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    return bytes.toString("base64");
  });
const statement = (change: (statement: Record<string, unknown>) => object): Kind => ({
  forgery: {
    form: "envelope",
    log: "v2",
    statement: change(statementOf("x") as Record<string, unknown>),
  },
});
const digests = (digest: unknown) =>
  statement((of) => ({ ...of, subject: [{ name: "f", digest }] }));
const envelope = (kind: Kind): Kind => ({ ...kind, forgery: { form: "envelope", log: "v2" } });
const keyed = (kind: Kind): Kind => ({ ...kind, forgery: { key: "key" } });
const text = (change: (text: string) => string): Kind => ({
  change: (bundle) => change(JSON.stringify(bundle)),
});

const KINDS: Readonly<Record<string, Kind>> = {
  "no JSON": text((all) => all.slice(0, -1)),
  "a field twice": text((all) => all.replace('"mediaType":', '"mediaType":"x","mediaType":')),
  "a version that is not known": at(["mediaType"], "application/vnd.dev.sigstore.bundle.v0.4+json"),
  "an unknown field": at(["extra"], 1),
  "no material": at(MATERIAL, undefined),
  "two forms of key": at([...MATERIAL, "publicKey"], { hint: "x" }),
  "no content": at(["messageSignature"], undefined),
  "two contents": at(["dsseEnvelope"], {}),
  base64url: at(["messageSignature", "signature"], "_-__"),
  "bits that are not used": at(["messageSignature", "signature"], "AB=="),
  "an unknown digest": at(["messageSignature", "messageDigest", "algorithm"], "MD5"),
  "a certificate that is none": at([...MATERIAL, "certificate", "rawBytes"], "AAAA"),
  "no log entry": at([...MATERIAL, "tlogEntries"], []),
  "33 log entries": by([...MATERIAL, "tlogEntries"], (list: unknown[]) => Array(33).fill(list[0])),
  "an integer that is none": at([...ENTRY, "logIndex"], "01"),
  "an integer beyond 64 bits": at([...ENTRY, "logIndex"], "9999999999999999999"),
  "an index beyond the tree": at([...PROOF, "logIndex"], "9999"),
  "no proof": at(PROOF, undefined),
  "no checkpoint": at([...PROOF, "checkpoint"], undefined),
  "another log": at([...ENTRY, "logId", "keyId"], Buffer.alloc(32).toString("base64")),
  "another kind of entry": at([...ENTRY, "kindVersion", "kind"], "rekord"),
  "an entry that is not JSON": at([...ENTRY, "canonicalizedBody"], "AAAA"),
  "a checkpoint that is not the log's": by(CHECKPOINT, (note: string) =>
    note.replaceAll("rekor1", "evil"),
  ),
  "a timestamp that is none": at(TIMESTAMP, "AAAA"),
  "a timestamp of somebody else's": {
    forgery: { log: "v2" },
    judged: { trustedRoot: "no timestamps" },
  },
  "no time": { forgery: { log: "v2", timestamp: false } },
  "another file": { judged: { content: "y" } },
  "another signature": bit(["messageSignature", "signature"]),
  "another authority": { judged: { trustedRoot: "other authority" } },
  "a certificate for another use": {
    forgery: { leaf: { extendedKeyUsages: ["1.3.6.1.5.5.7.3.1"] } },
  },
  "a CA's certificate": { forgery: { leaf: { isCa: true } } },
  "no certificate log": { forgery: { leaf: { withoutLogEntry: true } } },
  "a wrong certificate log": { forgery: { leaf: { wrongLogEntry: true } } },
  "two names": {
    forgery: {
      leaf: {
        names: [
          [6, MINI_IDENTITY],
          [6, "https://x.test"],
        ],
      },
    },
  },
  "two issuers": { forgery: { leaf: { otherIssuer: "https://evil.test" } } },
  "an expired certificate": {
    forgery: {
      meanwhile: () => {
        later = 11 * 60_000;
      },
    },
  },
  "another identity": { judged: { subject: `${MINI_IDENTITY}x` } },
  "another issuer": { judged: { issuer: "https://evil.test" } },
  "a pattern for somebody else": { judged: { pattern: "https://evil\\.test/.*" } },
  "a certificate where a key is asked for": { judged: { publicKey: "another" } },
  "a key where a certificate is asked for": { forgery: { key: "key" } },
  "another key": keyed({ judged: { publicKey: "another" } }),
  "another payload type": envelope(at(["dsseEnvelope", "payloadType"], "text/plain")),
  "two signatures": envelope(
    by(["dsseEnvelope", "signatures"], (list: unknown[]) => [...list, ...list]),
  ),
  "no signature": envelope(at(["dsseEnvelope", "signatures"], [])),
  "another payload": envelope(
    by(["dsseEnvelope", "payload"], (all: string) =>
      Buffer.from(`${Buffer.from(all, "base64").toString()} `).toString("base64"),
    ),
  ),
  "a statement that is none": envelope(at(["dsseEnvelope", "payload"], "AAAA")),
  "a statement with a field twice": {
    forgery: {
      form: "envelope",
      log: "v2",
      statement: JSON.stringify(statementOf("x")).replace('"_type":', '"_type":"x","_type":'),
    },
  },
  "another type of statement": statement((of) => ({ ...of, _type: "https://evil.test" })),
  "no predicate type": statement((of) => ({ ...of, predicateType: "" })),
  "no subject": statement((of) => ({ ...of, subject: [] })),
  "1,025 subjects": statement((of) => ({
    ...of,
    subject: Array(1025).fill({ digest: { sha256: "00".repeat(32) } }),
  })),
  "a subject without digests": digests(undefined),
  "a subject of no digest": digests({}),
  "33 digests": digests(Object.fromEntries(Array.from({ length: 33 }, (_, n) => [`x${n}`, "00"]))),
  "an upper-case digest": digests({ sha384: "AB".repeat(48) }),
  "another subject": digests({ sha256: "00".repeat(32) }),
  "a digest of another length": digests({ sha512: "00".repeat(32) }),
};

async function said({ forgery = {}, change, judged = {} }: Kind): Promise<string> {
  later = 0;
  const { bundle } = await forge(mini, { content: "x", ...forgery });
  later = 0;
  const root = JSON.parse(mini.trustedRoot);
  const roots: Readonly<Record<string, unknown>> = {
    "no timestamps": {
      ...root,
      timestampAuthorities: JSON.parse(other.trustedRoot).timestampAuthorities,
    },
    "other authority": {
      ...root,
      certificateAuthorities: JSON.parse(other.trustedRoot).certificateAuthorities,
    },
  };
  const { publicKey: another } = await forge(mini, { content: "x", key: "key" });
  return await judge(mini, {
    content: "x",
    bundle: change === undefined ? bundle : change(bundle),
    ...judged,
    ...(judged.publicKey === undefined ? {} : { publicKey: another }),
    ...(judged.trustedRoot === undefined ? {} : { trustedRoot: roots[String(judged.trustedRoot)] }),
  });
}

it("each kind of wrong input is refused with a message of its own", async () => {
  const kinds = new Map<string, string[]>();
  for (const [what, kind] of Object.entries(KINDS)) {
    const message = await said(kind);
    expect([what, message]).toEqual([what, expect.stringMatching(/^[a-z-]+: .{10}/)]);
    // Without what is this bundle's own: digests, times, numbers.
    const bare = message.replaceAll(/[\w+/=-]{32,}|[\dTZ:.-]{10,}|\d{5,}/g, "…");
    kinds.set(bare, [...(kinds.get(bare) ?? []), what]);
  }
  expect([...kinds].filter(([, whats]) => whats.length > 1)).toEqual([]);
});

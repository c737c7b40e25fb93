import { createHash } from "node:crypto";
import { changed, flip, type MiniSigstore, type Path, startMiniSigstore } from "@assay/testkit";
import { dsse } from "@sigstore/core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { IN_TOTO_PAYLOAD_TYPE } from "../bundle/parse.ts";
import { type Forged, forge, statementOf } from "../test/forge.ts";
import { judge } from "../test/judge.ts";
import { must } from "../test/must.ts";
import { ENTRIES, ENTRY, type OwnLog, ownLog, partOf } from "../test/own-log.ts";

/* architecture-docs rekor-v2-spec.md and client-spec.md 4.4, rekor-tiles CLIENTS.md: what verifiers of Rekor v2 MUST do. */

let mini: MiniSigstore;
let own: OwnLog;
let message: Forged;
let envelope: Forged;
let keyed: Forged;
let other: Forged;

beforeAll(async () => {
  mini = await startMiniSigstore();
  own = ownLog(mini);
  message = await forge(mini, { content: "f", log: "v2" });
  envelope = await forge(mini, { content: "f", log: "v2", form: "envelope" });
  keyed = await forge(mini, { content: "f", log: "v2", key: "key" });
  other = await forge(mini, { content: "other", log: "v2" });
});
afterAll(() => mini.close());

const said = (bundle: unknown, trustedRoot: unknown = own.trustedRoot, publicKey?: string) =>
  judge(mini, { content: "f", bundle, trustedRoot, publicKey });
const RECORD: Path = ["spec", "hashedRekordV002"];
/** The bundle with something else in its entry's body, properly logged. */
const with_ = ({ bundle }: Forged, path: Path, change: (value: never) => unknown) =>
  own.relog(bundle, (body) => changed(body, [...RECORD, ...path], change));
const REFUSED = /^log-entry-invalid: /;

describe("6.1.4 the persisted body", () => {
  must("6.1.4 (2.1) its digest is that of what was signed", {
    async kept() {
      expect(await said(own.relog(message.bundle))).toBe("verified");
      expect(await said(own.relog(keyed.bundle), own.trustedRoot, keyed.publicKey)).toBe(
        "verified",
      );
    },
    async broken() {
      for (const change of [flip, () => "AAAA", () => undefined])
        expect(await said(with_(message, ["data", "digest"], change))).toMatch(REFUSED);
    },
  });

  must("6.1.4 (2.2) its signature is the bundle's, byte for byte", {
    async kept() {
      expect(await said(own.relog(envelope.bundle))).toBe("verified");
    },
    async broken() {
      const theirs = partOf(other.bundle, ["messageSignature", "signature"]);
      for (const change of [flip, () => theirs, () => undefined])
        expect(await said(with_(message, ["signature", "content"], change))).toMatch(REFUSED);
    },
  });

  must("6.1.4 (2.3) its certificate or key is the bundle's", {
    async kept() {
      expect(await said(own.relog(message.bundle))).toBe("verified");
      expect(await said(own.relog(keyed.bundle), own.trustedRoot, keyed.publicKey)).toBe(
        "verified",
      );
    },
    async broken() {
      const theirs = partOf(other.bundle, ["verificationMaterial", "certificate"]);
      const verifier: Path = ["signature", "verifier"];
      for (const change of [() => ({ x509Certificate: theirs }), () => ({}), () => undefined])
        expect(await said(with_(message, verifier, change))).toMatch(
          /it is for another signer \| expected the bundle's own certificate/,
        );
      const asKey = (value: { x509Certificate: object }) => ({ publicKey: value.x509Certificate });
      expect(await said(with_(message, verifier, asKey))).toMatch(/found another key/);
    },
  });

  must("6.1.4 the proof leads to the root of the log's checkpoint", {
    async kept() {
      expect(await said(message.bundle, JSON.parse(mini.trustedRoot))).toBe("verified");
    },
    async broken() {
      const logged = own.relog(message.bundle);
      const proof: Path = [...ENTRY, "inclusionProof"];
      for (const [path, change] of [
        [[...ENTRY, "canonicalizedBody"], (text: string) => flip(text)],
        [[...proof, "hashes", 0], flip],
        [[...proof, "hashes"], (list: unknown[]) => list.slice(1)],
        [[...proof, "hashes"], (list: unknown[]) => [...list, list[0]]],
        [[...proof, "hashes"], (list: unknown[]) => [...list].reverse()],
        [[...proof, "rootHash"], flip],
      ] as const)
        expect(await said(changed(logged, path, change))).toMatch(REFUSED);
    },
  });

  must("6.1.4 digests are by the hash of the signing algorithm", {
    async kept() {
      const { createPrivateKey, generateKeyPairSync } = await import("node:crypto");
      for (const namedCurve of ["P-256", "P-384", "P-521"]) {
        const pair = generateKeyPairSync("ec", { namedCurve });
        const pem = pair.privateKey.export({ format: "pem", type: "pkcs8" });
        const privateKey = createPrivateKey(pem);
        const made = await forge(mini, { content: "f", log: "v2", privateKey });
        expect(await said(own.relog(made.bundle))).toBe("verified");
      }
    },
    async broken() {
      const sha512 = createHash("sha512").update("f").digest("base64");
      expect(await said(with_(message, ["data", "digest"], () => sha512))).toMatch(REFUSED);
    },
  });
});

describe("client-spec 4.4 attestations", () => {
  must("4.4 the digest of an attestation's entry is that of its pre-authentication encoding", {
    async kept() {
      const payload = Buffer.from(JSON.stringify(statementOf("f")));
      const encoded = dsse.preAuthEncoding(IN_TOTO_PAYLOAD_TYPE, payload);
      const digest = createHash("sha256").update(encoded).digest("base64");
      const logged = own.relog(envelope.bundle);
      const text = String(partOf(logged, [...ENTRY, "canonicalizedBody"]));
      const body = JSON.parse(Buffer.from(text, "base64").toString("utf8"));
      expect(body.spec.hashedRekordV002.data.digest).toBe(digest);
      expect(await said(logged)).toBe("verified");
    },
    async broken() {
      const payload = String(partOf(envelope.bundle, ["dsseEnvelope", "payload"]));
      const bare = createHash("sha256").update(Buffer.from(payload, "base64")).digest("base64");
      expect(await said(with_(envelope, ["data", "digest"], () => bare))).toMatch(REFUSED);
    },
  });

  must("4.4 the signature of an attestation's entry is that of its envelope", {
    async kept() {
      expect(await said(own.relog(envelope.bundle))).toBe("verified");
    },
    async broken() {
      expect(await said(with_(envelope, ["signature", "content"], flip))).toMatch(REFUSED);
    },
  });
});

describe("CLIENTS.md", () => {
  must(
    "Rekor v2 API: kind and version say how a body is read, and unknown ones are refused by name",
    {
      async kept() {
        const kind = partOf(own.relog(message.bundle), [...ENTRY, "kindVersion"]);
        expect(kind).toEqual({ kind: "hashedrekord", version: "0.0.2" });
        expect(await said(own.relog(message.bundle))).toBe("verified");
      },
      async broken() {
        for (const [name, inBody, value] of [
          ["version", "apiVersion", "0.0.3"],
          ["kind", "kind", "hashedrekord2"],
        ] as const) {
          const body = own.relog(message.bundle, (json) => changed(json, [inBody], () => value));
          expect(await said(body)).toMatch(REFUSED);
          const both = changed(body, [...ENTRY, "kindVersion", name], () => value);
          expect(await said(both)).toMatch(/kind|type|version/);
          expect(await said(both)).toMatch(REFUSED);
        }
      },
    },
  );

  must("Miscellaneous: the integrated time is ignored, a timestamp says when", {
    async kept() {
      const time: Path = [...ENTRY, "integratedTime"];
      for (const value of ["0", "1", "4102444800"])
        expect(await said(changed(own.relog(message.bundle), time, () => value))).toBe("verified");
    },
    async broken() {
      const untimed = changed(
        own.relog(message.bundle),
        ["verificationMaterial", "timestampVerificationData"],
        () => undefined,
      );
      const time: Path = [...ENTRY, "integratedTime"];
      const now = String(Math.floor(Date.now() / 1000));
      expect(await said(changed(untimed, time, () => now))).toMatch(
        /^untrusted-timestamp: .* \| found no time$/,
      );
    },
  });

  must(
    "Miscellaneous: size and root are those of the verified checkpoint, the index is the entry's",
    {
      async kept() {
        expect(await said(own.relog(message.bundle))).toBe("verified");
      },
      async broken() {
        const logged = own.relog(message.bundle);
        const more = (text: string) => String(Number(text) + 1);
        for (const path of [
          [...ENTRY, "inclusionProof", "treeSize"],
          [...ENTRY, "inclusionProof", "logIndex"],
          [...ENTRY, "logIndex"],
        ])
          expect(await said(changed(logged, path, more))).toMatch(
            /^(log-entry-invalid|malformed-bundle): /,
          );
      },
    },
  );

  must("TrustedRoot: the right one of several logs is taken, with overlapping validity", {
    async kept() {
      const twin = ownLog(mini, "own2.mini.test");
      const root = JSON.parse(mini.trustedRoot);
      const trustedRoot = { ...root, tlogs: [...root.tlogs, twin.instance, own.instance] };
      expect(await said(own.relog(message.bundle), trustedRoot)).toBe("verified");
      expect(await said(twin.relog(message.bundle), trustedRoot)).toBe("verified");
    },
    async broken() {
      // The key of one log under the name of another.
      const twin = ownLog(mini, "own2.mini.test");
      const mixed = { ...own.instance, baseUrl: "https://own2.mini.test" };
      const trustedRoot = { ...JSON.parse(mini.trustedRoot), tlogs: [mixed, twin.instance] };
      expect(await said(own.relog(message.bundle), trustedRoot)).toMatch(REFUSED);
    },
  });

  must("TrustedRoot: a log is found by the id of its checkpoint key, which its name is part of", {
    async kept() {
      const { logId: _, ...unnamed } = own.instance;
      const checkpointKeyId = { keyId: own.log.id.subarray(0, 4).toString("base64") };
      const tlogs = [{ ...unnamed, checkpointKeyId }];
      const trustedRoot = { ...JSON.parse(mini.trustedRoot), tlogs };
      expect(await said(own.relog(message.bundle), trustedRoot)).toBe("verified");
    },
    async broken() {
      const logged = own.relog(message.bundle);
      const stranger = changed(logged, [...ENTRY, "logId", "keyId"], flip);
      expect(await said(stranger)).toMatch(/its log is not in the trusted root/);
      expect(await said(changed(logged, ENTRIES, () => []))).toMatch(REFUSED);
    },
  });
});

import { createHash } from "node:crypto";
import { changed, flip, type MiniSigstore, type Path, startMiniSigstore } from "@assay/testkit";
import { afterAll, afterEach, beforeAll, describe, expect } from "vitest";
import { type Forged, forge, statementOf } from "../test/forge.ts";
import { testHttp } from "../test/http.ts";
import { judge } from "../test/judge.ts";
import { must } from "../test/must.ts";
import { ENTRIES, ENTRY, ownLog, partOf } from "../test/own-log.ts";
import { timestampAuthority } from "../witness/timestamp-authority.ts";

/* architecture-docs client-spec.md 2 and 4: what signers and verifiers MUST do. */

const MINUTE = 60_000;
let later = 0;
let mini: MiniSigstore;
let v1: Forged;
let v2: Forged;
let envelope: Forged;

beforeAll(async () => {
  const start = Date.now();
  mini = await startMiniSigstore({ now: () => new Date(start + later) });
  v1 = await forge(mini, { content: "f", log: "v1", timestamp: false });
  v2 = await forge(mini, { content: "f", log: "v2" });
  envelope = await forge(mini, { content: "f", form: "envelope", log: "v1" });
});
afterEach(() => {
  later = 0;
  mini.timestampFaults = {};
});
afterAll(() => mini.close());

const said = (bundle: unknown, judged: object = {}) =>
  judge(mini, { content: "f", bundle, ...judged });
const TIMESTAMPS: Path = ["verificationMaterial", "timestampVerificationData"];
const TIMESTAMP: Path = [...TIMESTAMPS, "rfc3161Timestamps", 0, "signedTimestamp"];
const after = (minutes: number) => ({
  meanwhile: () => {
    later = minutes * MINUTE;
  },
});

describe("2 signing", () => {
  const stamp = () =>
    timestampAuthority(testHttp(mini.url), mini.tsaUrl).testify(
      {
        $case: "messageSignature",
        messageSignature: {
          signature: Buffer.from("signature"),
          messageDigest: { algorithm: 1, digest: Buffer.alloc(32) },
        },
      },
      "",
    );

  must("2.1.5 the signer checks the timestamp that it gets", {
    async kept() {
      expect((await stamp()).rfc3161Timestamps).toHaveLength(1);
    },
    async broken() {
      mini.timestampFaults = { wrongImprint: true };
      await expect(stamp()).rejects.toThrow(/another imprint/);
      mini.timestampFaults = { wrongNonce: true };
      await expect(stamp()).rejects.toThrow(/another nonce/);
    },
  });

  must("2.2 timestamps come from an RFC 3161 authority, over the signature's bytes", {
    async kept() {
      expect(await said(v2.bundle)).toBe("verified");
    },
    async broken() {
      // A token over the file in place of its signature.
      const signature = createHash("sha256").update("f").digest();
      const { rfc3161Timestamps = [] } = await timestampAuthority(
        testHttp(mini.url),
        mini.tsaUrl,
      ).testify(
        {
          $case: "messageSignature",
          messageSignature: { signature, messageDigest: { algorithm: 1, digest: signature } },
        },
        "",
      );
      const token = Buffer.from(rfc3161Timestamps[0]?.signedTimestamp ?? "").toString("base64");
      expect(await said(changed(v2.bundle, TIMESTAMP, () => token))).toMatch(
        /^untrusted-timestamp/,
      );
    },
  });
});

describe("4.2 the time of a signature", () => {
  must("4.2.1 a timestamp is verified by the authority's root key material", {
    async kept() {
      expect(await said(v2.bundle)).toBe("verified");
    },
    async broken() {
      const root = JSON.parse(mini.trustedRoot);
      const trustedRoot = { ...root, timestampAuthorities: [] };
      expect(await said(v2.bundle, { trustedRoot })).toMatch(/^untrusted-timestamp/);
    },
  });

  must("4.2.1 a timestamp that does not hold ends the verification, whatever else is there", {
    async kept() {
      const both = await forge(mini, { content: "f", log: "v1" });
      expect(await said(both.bundle)).toBe("verified");
    },
    async broken() {
      const both = await forge(mini, { content: "f", log: "v1" });
      expect(await said(changed(both.bundle, TIMESTAMP, flip))).toMatch(/^untrusted-timestamp/);
      expect(await said(changed(both.bundle, TIMESTAMP, () => "MAA="))).toMatch(
        /^untrusted-timestamp: the signed timestamp is malformed/,
      );
    },
  });

  must("4.2.2 the time of a v1 entry counts by the log's signature over it", {
    async kept() {
      expect(await said(v1.bundle)).toBe("verified");
    },
    async broken() {
      for (const [path, change] of [
        [[...ENTRY, "integratedTime"], (text: string) => String(Number(text) + 1)],
        [[...ENTRY, "inclusionPromise", "signedEntryTimestamp"], flip],
        [[...ENTRY, "logIndex"], (text: string) => String(Number(text) + 1)],
      ] as const)
        expect(await said(changed(v1.bundle, path, change))).toMatch(/^log-entry-invalid/);
    },
  });
});

describe("4.3 the certificate", () => {
  must("4.3 its path is valid at the time of the timestamp", {
    async kept() {
      const made = await forge(mini, { content: "f", log: "v2", ...after(9) });
      expect(await said(made.bundle)).toBe("verified");
    },
    async broken() {
      for (const minutes of [11, -1]) {
        later = 0;
        const made = await forge(mini, { content: "f", log: "v2", ...after(minutes) });
        expect(await said(made.bundle)).toMatch(/^untrusted-certificate: .*valid from/);
      }
    },
  });

  must("4.3 its path is valid at the time of the log", {
    async kept() {
      const made = await forge(mini, { content: "f", timestamp: false, ...after(9) });
      expect(await said(made.bundle)).toBe("verified");
    },
    async broken() {
      for (const minutes of [11, -1]) {
        later = 0;
        const made = await forge(mini, { content: "f", timestamp: false, ...after(minutes) });
        expect(await said(made.bundle)).toMatch(/^untrusted-certificate: .*valid from/);
      }
    },
  });

  must("4.3 with two times it is valid at both", {
    async kept() {
      const made = await forge(mini, { content: "f", log: "v1" });
      expect(await said(made.bundle)).toBe("verified");
    },
    async broken() {
      // The log's time is good, the timestamp's is too late.
      const { bundle } = await forge(mini, { content: "f", timestamp: false });
      later = 11 * MINUTE;
      const signature = String(partOf(bundle, ["messageSignature", "signature"]));
      const { rfc3161Timestamps = [] } = await timestampAuthority(
        testHttp(mini.url),
        mini.tsaUrl,
      ).testify(
        {
          $case: "messageSignature",
          messageSignature: {
            signature: Buffer.from(signature, "base64"),
            messageDigest: { algorithm: 1, digest: Buffer.alloc(32) },
          },
        },
        "",
      );
      const signedTimestamp = Buffer.from(rfc3161Timestamps[0]?.signedTimestamp ?? "");
      const stamped = changed(bundle, TIMESTAMPS, () => ({
        rfc3161Timestamps: [{ signedTimestamp: signedTimestamp.toString("base64") }],
      }));
      expect(await said(bundle)).toBe("verified");
      expect(await said(stamped)).toMatch(/^untrusted-certificate: .*valid from/);
    },
  });

  must("4.3 its SCT is verified by the key of a certificate log", {
    async kept() {
      expect(await said(v1.bundle)).toBe("verified");
    },
    async broken() {
      for (const leaf of [{ withoutLogEntry: true }, { wrongLogEntry: true }]) {
        const made = await forge(mini, { content: "f", leaf });
        expect(await said(made.bundle)).toMatch(/^untrusted-certificate: .*SCT/);
      }
      const root = JSON.parse(mini.trustedRoot);
      const trustedRoot = changed(root, ["ctlogs", 0, "logId", "keyId"], flip);
      expect(await said(v1.bundle, { trustedRoot })).toMatch(/^untrusted-certificate/);
    },
  });

  must("4.3 it is compared with the policy: identity and issuer", {
    async kept() {
      expect(await said(v1.bundle)).toBe("verified");
    },
    async broken() {
      expect(await said(v1.bundle, { subject: "https://evil.test" })).toMatch(/^identity-mismatch/);
      expect(await said(v1.bundle, { issuer: "https://evil.test" })).toMatch(/^identity-mismatch/);
    },
  });
});

describe("4.4 the log entry", () => {
  must("4.4 its body is of a kind that is supported", {
    async kept() {
      for (const { bundle } of [v1, v2, envelope]) expect(await said(bundle)).toBe("verified");
    },
    async broken() {
      for (const { bundle } of [v1, v2, envelope]) {
        const kind = changed(bundle, [...ENTRY, "kindVersion", "kind"], () => "rekord");
        expect(await said(kind)).toMatch(/^log-entry-invalid/);
        const garbage = Buffer.from("{").toString("base64");
        const body = changed(bundle, [...ENTRY, "canonicalizedBody"], () => garbage);
        expect(await said(body)).toMatch(/^(log-entry-invalid|malformed-bundle)/);
      }
    },
  });

  must("4.4 (1) to (3) an entry of another signature, signer or file is none", {
    async kept() {
      for (const { bundle } of [v1, v2, envelope]) expect(await said(bundle)).toBe("verified");
    },
    async broken() {
      for (const [mine, log, form] of [
        [v1, "v1", "message"],
        [v2, "v2", "message"],
        [envelope, "v1", "envelope"],
      ] as const) {
        for (const content of ["f", "another"]) {
          const theirs = partOf((await forge(mini, { content, log, form })).bundle, ENTRIES);
          expect(await said(changed(mine.bundle, ENTRIES, () => theirs))).toMatch(
            /^log-entry-invalid/,
          );
        }
      }
    },
  });
});

describe("4.5 the signature", () => {
  must("4.5 the payload of an attestation is an in-toto statement", {
    async kept() {
      expect(await said(envelope.bundle)).toBe("verified");
    },
    async broken() {
      for (const statement of [{}, [], { ...statementOf("f"), _type: "https://x.test" }, null]) {
        const forgery = { content: "f", form: "envelope", log: "v2" } as const;
        const made = await forge(mini, { ...forgery, statement: statement ?? { subject: null } });
        expect(await said(made.bundle)).toMatch(/^malformed-bundle/);
      }
    },
  });

  must("4.5 the file's digest is among the subjects, by name and value", {
    async kept() {
      const digest = createHash("sha512").update("f").digest("hex");
      const statement = { ...statementOf("other"), subject: [{ digest: { sha512: digest } }] };
      const made = await forge(mini, { content: "f", form: "envelope", log: "v2", statement });
      expect(await said(made.bundle)).toBe("verified");
    },
    async broken() {
      const sha256 = createHash("sha256").update("f").digest("hex");
      for (const digest of [
        { sha256: "0".repeat(64) },
        { sha3_256: sha256 },
        { gitCommit: sha256 },
        { "sha-256": sha256 },
      ]) {
        const statement = { ...statementOf("f"), subject: [{ name: "f", digest }] };
        const made = await forge(mini, { content: "f", form: "envelope", log: "v2", statement });
        expect(await said(made.bundle)).toMatch(/^digest-mismatch/);
      }
    },
  });

  must("4.5 the signature is by the key of the leaf", {
    async kept() {
      expect(await said(v2.bundle)).toBe("verified");
    },
    async broken() {
      // Everything else fits: the entry is logged again with the wrong signature.
      const own = ownLog(mini);
      const plain = await forge(mini, { content: "f", log: "v2", key: "key" });
      const path: Path = ["messageSignature", "signature"];
      const wrong = changed(plain.bundle, path, flip);
      const signature = partOf(wrong, path);
      const logged = own.relog(wrong, (body) =>
        changed(body, ["spec", "hashedRekordV002", "signature", "content"], () => signature),
      );
      const untimed = changed(logged, TIMESTAMPS, () => undefined);
      const judged = { trustedRoot: own.trustedRoot, publicKey: plain.publicKey };
      expect(await said(untimed, judged)).toMatch(/^invalid-signature/);
    },
  });
});

describe("4.6 other workflows", () => {
  must("4.6 without a timestamp authority the log's time counts", {
    async kept() {
      const trustedRoot = { ...JSON.parse(mini.trustedRoot), timestampAuthorities: [] };
      expect(await said(v1.bundle, { trustedRoot })).toBe("verified");
    },
    async broken() {
      const trustedRoot = { ...JSON.parse(mini.trustedRoot), timestampAuthorities: [] };
      const made = await forge(mini, { content: "f", log: "v2", timestamp: false });
      expect(await said(made.bundle, { trustedRoot })).toMatch(/ found no time$/);
    },
  });

  must("4.6 without a log the timestamp counts", {
    async kept() {
      const trustedRoot = { ...JSON.parse(mini.trustedRoot), tlogs: [] };
      const made = await forge(mini, { content: "f", log: "none" });
      expect(await said(made.bundle, { trustedRoot })).toBe("verified");
    },
    async broken() {
      const trustedRoot = { ...JSON.parse(mini.trustedRoot), tlogs: [] };
      const made = await forge(mini, { content: "f", log: "none", timestamp: false });
      expect(await said(made.bundle, { trustedRoot })).toMatch(/ found no time$/);
      // And no log is let go where the root names one.
      expect(await said((await forge(mini, { content: "f", log: "none" })).bundle)).toMatch(
        /^log-entry-invalid/,
      );
    },
  });

  must("4.6 entries of one log do not both count", {
    async kept() {
      const [own, twin] = [ownLog(mini, "a.mini.test"), ownLog(mini, "b.mini.test")];
      const entries = [own, twin].map((log) => partOf(log.relog(v2.bundle), ENTRY));
      const tlogs = [own.instance, twin.instance];
      const trustedRoot = { ...JSON.parse(mini.trustedRoot), tlogs };
      const bundle = changed(v2.bundle, ENTRIES, () => entries);
      expect(await said(bundle, { trustedRoot })).toBe("verified");
    },
    async broken() {
      const own = ownLog(mini, "a.mini.test");
      const entry = partOf(own.relog(v2.bundle), ENTRY);
      const bundle = changed(v2.bundle, ENTRIES, () => [entry, entry]);
      expect(await said(bundle, { trustedRoot: own.trustedRoot })).toMatch(
        /^log-entry-invalid: duplicate tlog entry/,
      );
    },
  });

  must("4.6 intermediates that the trusted root does not have are no part of a path", {
    async kept() {
      const anchored = await startMiniSigstore({ isIntermediate: true });
      const made = await forge(anchored, { content: "f" });
      await anchored.close();
      expect(await judge(anchored, { content: "f", bundle: made.bundle })).toBe("verified");
    },
    async broken() {
      const anchored = await startMiniSigstore({ isIntermediate: true });
      const made = await forge(anchored, { content: "f", timestamp: false });
      await anchored.close();
      const leaf = partOf(made.bundle, ["verificationMaterial", "certificate"]);
      const intermediate = {
        rawBytes: anchored.authority.root.certificate.toString("base64"),
      };
      const typed = changed(
        made.bundle,
        ["mediaType"],
        () => "application/vnd.dev.sigstore.bundle+json;version=0.2",
      );
      const bare = changed(typed, ["verificationMaterial", "certificate"], () => undefined);
      const bundle = changed(bare, ["verificationMaterial", "x509CertificateChain"], () => ({
        certificates: [leaf, intermediate],
      }));
      const root = JSON.parse(anchored.trustedRoot);
      const { certificateAuthorities } = JSON.parse(mini.trustedRoot);
      expect(await judge(anchored, { content: "f", bundle, trustedRoot: root })).toBe("verified");
      expect(
        await judge(anchored, {
          content: "f",
          bundle,
          trustedRoot: { ...root, certificateAuthorities },
        }),
      ).toMatch(/^untrusted-certificate/);
    },
  });
});

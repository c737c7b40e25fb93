import { generateKeyPairSync } from "node:crypto";
import { changed, flip, type MiniSigstore, type Path, startMiniSigstore } from "@assay/testkit";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { type Forged, forge } from "../test/forge.ts";
import { judge } from "../test/judge.ts";
import { must } from "../test/must.ts";
import { ENTRY, ownLog, partOf } from "../test/own-log.ts";

/* `Bundle`, `VerificationMaterial` and what they hold in protobuf-specs, and client-spec.md 5. */

let mini: MiniSigstore;
let v1: Forged;
let v2: Forged;
let envelope: Forged;
let keyed: Forged;

beforeAll(async () => {
  mini = await startMiniSigstore();
  v1 = await forge(mini, { content: "f", log: "v1", timestamp: false });
  v2 = await forge(mini, { content: "f", log: "v2" });
  envelope = await forge(mini, { content: "f", form: "envelope", log: "v2" });
  keyed = await forge(mini, { content: "f", form: "envelope", log: "none", key: "key" });
});
afterAll(() => mini.close());

const MATERIAL: Path = ["verificationMaterial"];
const CERTIFICATE: Path = [...MATERIAL, "certificate"];
const said = (bundle: unknown, content = "f") => judge(mini, { content, bundle });
const byKey = (bundle: unknown) =>
  judge(mini, { content: "f", bundle, publicKey: keyed.publicKey, withoutRoot: true });
const OLDER = "application/vnd.dev.sigstore.bundle+json;version=";

/** A bundle of an older version, whose certificates stand in a chain. */
function chained(version: "0.1" | "0.2", from: Forged, ...more: readonly unknown[]): unknown {
  const leaf = partOf(from.bundle, CERTIFICATE);
  const typed = changed(from.bundle, ["mediaType"], () => `${OLDER}${version}`);
  const bare = changed(typed, CERTIFICATE, () => undefined);
  return changed(bare, [...MATERIAL, "x509CertificateChain"], () => ({
    certificates: [leaf, ...more],
  }));
}
const certificate = (bytes: Buffer) => ({ rawBytes: bytes.toString("base64") });

/** A certificate of a CA that nobody knows, for any key. */
function strangeCa(): unknown {
  const { publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const spki = publicKey.export({ format: "der", type: "spki" });
  const uri = "https://acme.test";
  return certificate(mini.authority.issue({ spki, isCa: true, subject: { uri }, issuer: uri }));
}

describe("Bundle", () => {
  must("media_type is one that is defined", {
    async kept() {
      expect(v2.bundle["mediaType"]).toBe("application/vnd.dev.sigstore.bundle.v0.3+json");
      expect(await said(v2.bundle)).toBe("verified");
      expect(await said(changed(v2.bundle, ["mediaType"], () => `${OLDER}0.3`))).toBe("verified");
      for (const version of ["0.1", "0.2"] as const)
        expect(await said(chained(version, v1))).toBe("verified");
    },
    async broken() {
      for (const type of [
        "application/vnd.dev.sigstore.bundle.v0.4+json",
        "application/vnd.dev.sigstore.bundle.v0.2+json",
        `${OLDER}0.4`,
        "application/json",
        "",
        undefined,
      ])
        expect(await said(changed(v2.bundle, ["mediaType"], () => type))).toMatch(
          /^malformed-bundle: bundle\.mediaType /,
        );
    },
  });

  must("verification_material: who signs by certificate signed while it was valid", {
    async kept() {
      expect(await said(v1.bundle)).toBe("verified");
    },
    async broken() {
      let later = 0;
      const timed = await startMiniSigstore({ now: () => new Date(Date.now() + later) });
      const meanwhile = () => {
        later = 11 * 60_000;
      };
      const { bundle } = await forge(timed, { content: "f", timestamp: false, meanwhile });
      await timed.close();
      expect(await judge(timed, { content: "f", bundle })).toMatch(
        /^untrusted-certificate: .*valid from/,
      );
    },
  });

  must("verification_material: the key's hint and the envelope's key id are the same", {
    async kept() {
      const keyid: Path = ["dsseEnvelope", "signatures", 0, "keyid"];
      const hint = partOf(keyed.bundle, [...MATERIAL, "publicKey", "hint"]);
      expect(await byKey(changed(keyed.bundle, keyid, () => hint))).toBe("verified");
      // cosign leaves it empty: that names no key at all.
      expect(await byKey(keyed.bundle)).toBe("verified");
    },
    async broken() {
      const keyid: Path = ["dsseEnvelope", "signatures", 0, "keyid"];
      expect(await byKey(changed(keyed.bundle, keyid, () => "another"))).toMatch(
        /^malformed-bundle: .*keyid is "another", and the hint/,
      );
    },
  });

  must("dsse_envelope has exactly one signature", {
    async kept() {
      expect(await said(envelope.bundle)).toBe("verified");
    },
    async broken() {
      const path: Path = ["dsseEnvelope", "signatures"];
      for (const change of [() => [], (list: unknown[]) => [...list, ...list], () => undefined])
        expect(await said(changed(envelope.bundle, path, change))).toMatch(
          /^malformed-bundle: .*signatures needs exactly one entry/,
        );
    },
  });

  must("dsse_envelope: the type of its payload is one that is known", {
    async kept() {
      expect(partOf(envelope.bundle, ["dsseEnvelope", "payloadType"])).toBe(
        "application/vnd.in-toto+json",
      );
      expect(await said(envelope.bundle)).toBe("verified");
    },
    async broken() {
      for (const type of ["application/json", "application/vnd.in-toto+json; x=y", ""])
        expect(
          await said(changed(envelope.bundle, ["dsseEnvelope", "payloadType"], () => type)),
        ).toMatch(/payloadType is ".*"; application\/vnd\.in-toto\+json are allowed/);
    },
  });

  must("MessageSignature: its digest verifies nothing, the file's own does", {
    async kept() {
      expect(await said(v2.bundle)).toBe("verified");
    },
    async broken() {
      expect(await said(v2.bundle, "another")).toMatch(/^digest-mismatch/);
      const digest: Path = ["messageSignature", "messageDigest", "digest"];
      expect(await said(changed(v2.bundle, digest, flip))).toMatch(/^digest-mismatch/);
    },
  });
});

describe("VerificationMaterial", () => {
  must("certificates: the first of a chain is that of the signing key", {
    async kept() {
      expect(await said(chained("0.2", v1))).toBe("verified");
    },
    async broken() {
      const leaf = partOf(v1.bundle, CERTIFICATE);
      const path: Path = [...MATERIAL, "x509CertificateChain", "certificates"];
      const reversed = changed(chained("0.2", v1), path, () => [strangeCa(), leaf]);
      expect(await said(reversed)).toMatch(
        /^untrusted-certificate: the certificate is that of a CA/,
      );
      expect(await said(changed(chained("0.2", v1), path, () => []))).toMatch(
        /^malformed-bundle: .*holds no certificate/,
      );
    },
  });

  must("certificates: no root certificate is in a bundle", {
    async kept() {
      expect(Object.keys(partOf(v2.bundle, MATERIAL) as object)).not.toContain(
        "x509CertificateChain",
      );
      expect(await said(chained("0.2", v1))).toBe("verified");
    },
    async broken() {
      const root = certificate(mini.authority.root.certificate);
      expect(await said(chained("0.2", v1, root))).toMatch(
        /^malformed-bundle: its chain holds a root certificate/,
      );
    },
  });

  must("certificates: they lead to a CA that the verifier itself trusts", {
    async kept() {
      // What is superfluous counts for nothing.
      expect(await said(chained("0.2", v1, strangeCa()))).toBe("verified");
    },
    async broken() {
      const other = await startMiniSigstore();
      const foreign = await forge(other, { content: "f", timestamp: false });
      await other.close();
      const bundle = changed(v1.bundle, CERTIFICATE, () => partOf(foreign.bundle, CERTIFICATE));
      expect(await said(bundle)).toMatch(/^(untrusted-certificate|log-entry-invalid)/);
      const root = { ...JSON.parse(mini.trustedRoot), certificateAuthorities: [] };
      expect(await judge(mini, { content: "f", bundle: v1.bundle, trustedRoot: root })).toMatch(
        /^untrusted-certificate/,
      );
    },
  });

  must("certificate: a single one is a leaf", {
    async kept() {
      expect(await said(v1.bundle)).toBe("verified");
    },
    async broken() {
      const made = await forge(mini, { content: "f", leaf: { isCa: true } });
      expect(await said(made.bundle)).toMatch(
        /^untrusted-certificate: the certificate is that of a CA/,
      );
    },
  });

  must("public_key: a key's hint is no form of a keyless signature", {
    async kept() {
      expect(await byKey(keyed.bundle)).toBe("verified");
    },
    async broken() {
      expect(await said(keyed.bundle)).toMatch(/^wrong-key-material/);
      const bare = changed(v1.bundle, CERTIFICATE, () => undefined);
      expect(await said(changed(bare, [...MATERIAL, "publicKey"], () => ({ hint: "x" })))).toMatch(
        /^wrong-key-material/,
      );
    },
  });

  must("content: a chain in 0.1 and 0.2, a single certificate in 0.3", {
    async kept() {
      for (const version of ["0.1", "0.2"] as const)
        expect(await said(chained(version, v1))).toBe("verified");
      expect(await said(v1.bundle)).toBe("verified");
    },
    async broken() {
      const chain = changed(chained("0.2", v1), ["mediaType"], () => `${OLDER}0.3`);
      expect(await said(chain)).toMatch(/x509CertificateChain is illegal in 0\.3/);
    },
  });

  must("content: one form of key, and no more", {
    async kept() {
      expect(await said(v1.bundle)).toBe("verified");
    },
    async broken() {
      const both = changed(v1.bundle, [...MATERIAL, "publicKey"], () => ({ hint: "x" }));
      expect(await said(both)).toMatch(/needs exactly one of .* and has certificate and publicKey/);
      expect(await said(changed(v1.bundle, CERTIFICATE, () => undefined))).toMatch(/has none/);
    },
  });

  must("tlog_entries: a bundle of 0.1 has a promise, which is verified", {
    async kept() {
      const proof: Path = [...ENTRY, "inclusionProof"];
      expect(await said(changed(chained("0.1", v1), proof, () => undefined))).toBe("verified");
    },
    async broken() {
      const promise: Path = [...ENTRY, "inclusionPromise"];
      expect(await said(changed(chained("0.1", v1), promise, () => undefined))).toMatch(
        /inclusionPromise is missing; 0\.1 needs it/,
      );
      const set: Path = [...promise, "signedEntryTimestamp"];
      expect(await said(changed(chained("0.1", v1), set, flip))).toMatch(
        /^(log-entry-invalid|untrusted-timestamp)/,
      );
    },
  });

  must("tlog_entries: from 0.2 on an entry has a proof with a checkpoint", {
    async kept() {
      expect(await said(chained("0.2", v1))).toBe("verified");
    },
    async broken() {
      const proof: Path = [...ENTRY, "inclusionProof"];
      for (const bundle of [chained("0.2", v1), v2.bundle]) {
        expect(await said(changed(bundle, proof, () => undefined))).toMatch(
          /inclusionProof is missing/,
        );
        expect(await said(changed(bundle, [...proof, "checkpoint"], () => undefined))).toMatch(
          /checkpoint is missing/,
        );
      }
    },
  });

  must("rfc3161_timestamps: their imprint is that of the bundle's signature", {
    async kept() {
      expect(await said(v2.bundle)).toBe("verified");
    },
    async broken() {
      const path: Path = [...MATERIAL, "timestampVerificationData"];
      const theirs = partOf((await forge(mini, { content: "f", log: "v2" })).bundle, path);
      expect(await said(changed(v2.bundle, path, () => theirs))).toMatch(/^untrusted-timestamp/);
    },
  });
});

describe("TransparencyLogEntry", () => {
  must("integrated_time is not trusted without the promise", {
    async kept() {
      expect(await said(v1.bundle)).toBe("verified");
    },
    async broken() {
      const promise: Path = [...ENTRY, "inclusionPromise"];
      expect(await said(changed(v1.bundle, promise, () => undefined))).toMatch(
        /^untrusted-timestamp: .* found no time$/,
      );
    },
  });

  must("inclusion_promise is verified where no other time is there, and where one is", {
    async kept() {
      const both = await forge(mini, { content: "f", log: "v1" });
      expect(await said(both.bundle)).toBe("verified");
      expect(await said(v1.bundle)).toBe("verified");
    },
    async broken() {
      const both = await forge(mini, { content: "f", log: "v1" });
      const set: Path = [...ENTRY, "inclusionPromise", "signedEntryTimestamp"];
      for (const { bundle } of [v1, both])
        expect(await said(changed(bundle, set, flip))).toMatch(
          /^(log-entry-invalid|untrusted-timestamp)/,
        );
      const time: Path = [...ENTRY, "integratedTime"];
      const more = (text: string) => String(Number(text) + 1);
      expect(await said(changed(v1.bundle, time, more))).toMatch(/^log-entry-invalid/);
    },
  });

  must("canonicalized_body: its signature is that of the bundle", {
    async kept() {
      const own = ownLog(mini);
      const judged = { content: "f", trustedRoot: own.trustedRoot };
      expect(await judge(mini, { ...judged, bundle: own.relog(v2.bundle) })).toBe("verified");
    },
    async broken() {
      const own = ownLog(mini);
      const path = ["spec", "hashedRekordV002", "signature", "content"];
      const bundle = own.relog(v2.bundle, (body) => changed(body, path, flip));
      expect(await judge(mini, { content: "f", bundle, trustedRoot: own.trustedRoot })).toMatch(
        /^log-entry-invalid/,
      );
      expect(await said(changed(v2.bundle, [...ENTRY, "canonicalizedBody"], flip))).toMatch(
        /^log-entry-invalid/,
      );
    },
  });
});

describe("client-spec 5", () => {
  must("5 (1) keys are in lowerCamelCase", {
    async kept() {
      for (const { bundle } of [v1, v2, envelope, keyed])
        expect(JSON.stringify(bundle)).not.toMatch(/"[a-z0-9]+_[a-z0-9_]*":/);
      expect(await said(v2.bundle)).toBe("verified");
    },
    async broken() {
      const snake = JSON.stringify(v2.bundle)
        .replace('"mediaType"', '"media_type"')
        .replace('"messageDigest"', '"message_digest"');
      expect(await said(snake)).toMatch(/^malformed-bundle: .*is no known field/);
      const inner = JSON.stringify(v2.bundle).replace('"logIndex"', '"log_index"');
      expect(await said(inner)).toMatch(/^malformed-bundle: .*is no known field/);
    },
  });

  must("5 (2) enums are by name", {
    async kept() {
      const path: Path = ["messageSignature", "messageDigest", "algorithm"];
      expect(partOf(v2.bundle, path)).toBe("SHA2_256");
      expect(await said(v2.bundle)).toBe("verified");
    },
    async broken() {
      const path: Path = ["messageSignature", "messageDigest", "algorithm"];
      for (const value of [1, "1", "sha2_256", "HASH_ALGORITHM_UNSPECIFIED", 0])
        expect(await said(changed(v2.bundle, path, () => value))).toMatch(
          /^malformed-bundle: .*algorithm is/,
        );
    },
  });
});

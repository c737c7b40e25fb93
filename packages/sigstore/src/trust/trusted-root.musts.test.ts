import { changed, flip, type MiniSigstore, type Path, startMiniSigstore } from "@assay/testkit";
import { afterAll, afterEach, beforeAll, describe, expect } from "vitest";
import {
  bytesArtifact,
  parseBundle,
  parsePublicKey,
  parseTrustedRoot,
  verifyBundle,
} from "../index.ts";
import { type Forged, forge, type TestBundle } from "../test/forge.ts";
import { testHttp } from "../test/http.ts";
import { judge } from "../test/judge.ts";
import { must } from "../test/must.ts";
import { ENTRY, ownLog, partOf } from "../test/own-log.ts";
import { timestampAuthority } from "../witness/timestamp-authority.ts";

/* `TrustedRoot` and its parts in protobuf-specs (sigstore_trustroot.proto). */

const YEAR = 365 * 24 * 3600 * 1000;
let later = 0;
let mini: MiniSigstore;
let other: MiniSigstore;
let anchored: MiniSigstore;
let message: Forged;

beforeAll(async () => {
  const start = Date.now();
  mini = await startMiniSigstore({ now: () => new Date(start + later) });
  other = await startMiniSigstore({ timestampName: "other-tsb" });
  anchored = await startMiniSigstore({ isIntermediate: true });
  message = await forge(mini, { content: "f", log: "v1", timestamp: false });
});
afterEach(() => {
  later = 0;
});
afterAll(async () => {
  for (const each of [mini, other, anchored]) await each.close();
});

type Root = Record<string, unknown> & Record<"tlogs" | "certificateAuthorities", object[]>;
const root = (of = mini): Root => JSON.parse(of.trustedRoot);
const said = (trustedRoot: unknown, bundle: unknown = message.bundle, of = mini) =>
  judge(of, { content: "f", bundle, trustedRoot });

describe("TrustedRoot", () => {
  must("media_type is that of a version which is known", {
    async kept() {
      for (const mediaType of [
        "application/vnd.dev.sigstore.trustedroot.v0.2+json",
        "application/vnd.dev.sigstore.trustedroot.v0.1+json",
        "application/vnd.dev.sigstore.trustedroot+json;version=0.1",
      ])
        expect(await said({ ...root(), mediaType })).toBe("verified");
    },
    async broken() {
      for (const mediaType of [
        "application/vnd.dev.sigstore.trustedroot.v0.3+json",
        "application/vnd.dev.sigstore.trustedroot+json;version=0.2",
        "application/json",
        undefined,
      ])
        await expect(said({ ...root(), mediaType })).rejects.toThrow(/mediaType is/);
    },
  });

  must("instances that overlap in time are accepted, and the right one is found", {
    async kept() {
      const theirs = root(other);
      const both = {
        ...root(),
        tlogs: [...theirs.tlogs, ...root().tlogs],
        certificateAuthorities: [
          ...theirs.certificateAuthorities,
          ...root().certificateAuthorities,
        ],
      };
      expect(await said(both)).toBe("verified");
    },
    async broken() {
      const theirs = root(other);
      expect(await said({ ...root(), tlogs: theirs.tlogs })).toMatch(/ found no time$/);
      const { certificateAuthorities } = theirs;
      expect(await said({ ...root(), certificateAuthorities })).toMatch(/^untrusted-certificate/);
    },
  });

  must("instances whose validity begins in the future are accepted, and not used before", {
    async kept() {
      const validFor = { start: "2190-01-01T00:00:00Z" };
      const future = root(other);
      const both = {
        ...root(),
        tlogs: [
          ...root().tlogs,
          ...future.tlogs.map((log) => changed(log, ["publicKey", "validFor"], () => validFor)),
        ],
        certificateAuthorities: [
          ...root().certificateAuthorities,
          ...future.certificateAuthorities.map((ca) => ({ ...ca, validFor })),
        ],
      };
      expect(await said(both)).toBe("verified");
    },
    async broken() {
      const start = () => "2190-01-01T00:00:00Z";
      const early = changed(root(), ["certificateAuthorities", 0, "validFor", "start"], start);
      expect(await said(early)).toMatch(/^untrusted-certificate/);
      const log = changed(root(), ["tlogs", 0, "publicKey", "validFor", "start"], start);
      expect(await said(log)).toMatch(/^log-entry-invalid/);
    },
  });
});

describe("TransparencyLogInstance", () => {
  must("checkpoint_key_id: where it is not set, log_id is used", {
    async kept() {
      const own = ownLog(mini);
      const { bundle } = await forge(mini, { content: "f", log: "v2" });
      expect(await said(own.trustedRoot, own.relog(bundle))).toBe("verified");
      const checkpointKeyId = own.instance["logId"];
      const tlogs = [{ ...own.instance, checkpointKeyId }];
      expect(await said({ ...root(), tlogs }, own.relog(bundle))).toBe("verified");
    },
    async broken() {
      const own = ownLog(mini);
      const { bundle } = await forge(mini, { content: "f", log: "v2" });
      const keyId = Buffer.alloc(4).toString("base64");
      const tlogs = [{ ...own.instance, checkpointKeyId: { keyId } }];
      expect(await said({ ...root(), tlogs }, own.relog(bundle))).toMatch(/^log-entry-invalid/);
      const { logId: _, ...unnamed } = own.instance;
      await expect(said({ ...root(), tlogs: [unnamed] }, bundle)).rejects.toThrow(
        /logId is missing/,
      );
    },
  });

  must("public_key: a log without the start of its validity is rejected", {
    async kept() {
      expect(await said(root())).toBe("verified");
    },
    async broken() {
      for (const name of ["tlogs", "ctlogs"]) {
        const path: Path = [name, 0, "publicKey", "validFor"];
        for (const value of [{}, undefined, { end: "2190-01-01T00:00:00Z" }])
          await expect(said(changed(root(), path, () => value))).rejects.toThrow(
            /validFor\.start is missing/,
          );
      }
    },
  });
});

describe("CertificateAuthority", () => {
  must("valid_for and every certificate of the chain are valid at the time", {
    async kept() {
      later = YEAR;
      const made = await forge(mini, { content: "f", log: "v1", timestamp: false });
      expect(await said(root(), made.bundle)).toBe("verified");
    },
    async broken() {
      // The CA's certificate is over, and `validFor` has no end.
      later = 10 * YEAR;
      const made = await forge(mini, { content: "f", log: "v1", timestamp: false });
      expect(await said(root(), made.bundle)).toMatch(/^untrusted-certificate/);
      // The other way round.
      const end = () => "2001-01-01T00:00:00Z";
      const over = changed(root(), ["certificateAuthorities", 0, "validFor", "end"], end);
      expect(await said(over)).toMatch(/^untrusted-certificate/);
    },
  });

  must("valid_for includes both ends", {
    async kept() {
      expect(await said(within(0, 0))).toBe("verified");
    },
    async broken() {
      expect(await said(within(1, 1))).toMatch(/^untrusted-certificate/);
      expect(await said(within(-1, -1))).toMatch(/^untrusted-certificate/);
    },
  });

  must("cert_chain: its last certificate is the anchor, also an intermediate one", {
    async kept() {
      for (const log of ["v1", "v2"] as const) {
        const { bundle } = await forge(anchored, { content: "f", log });
        expect(await said(root(anchored), bundle, anchored)).toBe("verified");
      }
    },
    async broken() {
      const theirs = await startMiniSigstore({ isIntermediate: true });
      const { bundle } = await forge(theirs, { content: "f" });
      await theirs.close();
      const { certificateAuthorities } = root(anchored);
      const mixed = { ...root(theirs), certificateAuthorities };
      expect(await said(mixed, bundle, theirs)).toMatch(/^untrusted-certificate/);
      // Of the same name, and with another key.
      const path: Path = ["certificateAuthorities", 0, "certChain", "certificates", 0, "rawBytes"];
      const own = await forge(anchored, { content: "f" });
      await said(changed(root(anchored), path, flip), own.bundle, anchored).then(
        (verdict) => expect(verdict).toMatch(/^untrusted-certificate/),
        (error: Error) => expect(error.message).toMatch(/no readable certificate/),
      );
    },
  });

  must("operator: timestamps of one operator count once", {
    async kept() {
      expect(await authoritiesOf("a.test", "b.test")).toBe(2);
      expect(await authoritiesOf(undefined, undefined)).toBe(2);
    },
    async broken() {
      expect(await authoritiesOf("a.test", "a.test")).toBe(1);
    },
  });
});

/** The CA is valid from so many seconds after the signature until so many after it. */
function within(from: number, until: number): unknown {
  const time = Number(partOf(message.bundle, [...ENTRY, "integratedTime"]));
  const iso = (seconds: number) => new Date((time + seconds) * 1000).toISOString();
  return changed(root(), ["certificateAuthorities", 0, "validFor"], () => ({
    start: iso(from),
    end: iso(until),
  }));
}

/** How many authorities count of two, by their operators. */
async function authoritiesOf(one: string | undefined, two: string | undefined): Promise<number> {
  const { bundle, publicKey } = await forge(mini, { content: "f", key: "key", log: "none" });
  const stamped = await stampedBy(other, bundle);
  const operators = [one, two];
  const authorities = [mini, other].flatMap((each, at) => {
    const operator = operators[at];
    const list = root(each)["timestampAuthorities"] as object[];
    return list.map((authority) => ({ ...authority, ...(operator && { operator }) }));
  });
  const trusted = { ...root(), tlogs: [], timestampAuthorities: authorities };
  const { timestampAuthorities } = await verifyBundle(
    parseBundle(Buffer.from(JSON.stringify(stamped))),
    bytesArtifact(Buffer.from("f")),
    {
      signer: {
        kind: "key",
        key: parsePublicKey(publicKey, "key"),
        root: parseTrustedRoot(Buffer.from(JSON.stringify(trusted)), "root.json"),
      },
    },
  );
  return timestampAuthorities;
}

/** With one more timestamp. */
async function stampedBy(instance: MiniSigstore, bundle: TestBundle): Promise<unknown> {
  const signature = String(partOf(bundle, ["messageSignature", "signature"]));
  const { rfc3161Timestamps = [] } = await timestampAuthority(
    testHttp(instance.url),
    instance.tsaUrl,
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
  const path: Path = ["verificationMaterial", "timestampVerificationData", "rfc3161Timestamps"];
  return changed(bundle, path, (list: unknown[]) => [
    ...list,
    ...rfc3161Timestamps.map(({ signedTimestamp }) => ({
      signedTimestamp: Buffer.from(signedTimestamp).toString("base64"),
    })),
  ]);
}

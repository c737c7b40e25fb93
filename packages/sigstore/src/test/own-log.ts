import { changed, createMiniLog, type MiniLog, type MiniSigstore, type Path } from "@assay/testkit";
import type { TestBundle } from "./forge.ts";

export const ENTRIES: Path = ["verificationMaterial", "tlogEntries"];
export const ENTRY: Path = [...ENTRIES, 0];

/** A Rekor v2 that logs whatever it is given, for entries that an honest one would refuse. */
export interface OwnLog {
  readonly log: MiniLog;
  /** An instance of a trusted root. */
  readonly instance: Readonly<Record<string, unknown>>;
  /** The mini-Sigstore's trusted root with this log in place of its own. */
  readonly trustedRoot: object;
  /** The bundle with its first entry logged here, after `change` of its body. */
  relog(bundle: unknown, change?: (body: never) => unknown): TestBundle;
}

export function ownLog(mini: MiniSigstore, host = "own.mini.test", operator?: string): OwnLog {
  const log = createMiniLog(host, 2);
  // Proofs then have hashes, and indexes are not zero.
  for (const earlier of ["a", "b", "c"]) log.append(Buffer.from(earlier));
  const instance = {
    baseUrl: `https://${host}`,
    hashAlgorithm: "SHA2_256",
    publicKey: {
      rawBytes: log.keys.spki.toString("base64"),
      keyDetails: "PKIX_ED25519",
      validFor: { start: "2020-01-01T00:00:00Z" },
    },
    logId: { keyId: log.id.toString("base64") },
    ...(operator === undefined ? {} : { operator }),
  };
  return {
    log,
    instance,
    trustedRoot: { ...JSON.parse(mini.trustedRoot), tlogs: [instance] },
    relog(bundle, change = (body) => body) {
      const entry = partOf(bundle, ENTRY) as Readonly<Record<string, string>>;
      const body = JSON.parse(
        Buffer.from(entry["canonicalizedBody"] ?? "", "base64").toString("utf8"),
      );
      const bytes = Buffer.from(JSON.stringify(change(body as never)));
      const { index } = log.append(bytes);
      const proof = log.proof(index);
      return changed(bundle, ENTRIES, () => [
        {
          ...entry,
          logIndex: String(index),
          logId: { keyId: log.id.toString("base64") },
          inclusionProof: {
            logIndex: String(index),
            rootHash: proof.root.toString("base64"),
            treeSize: String(proof.size),
            hashes: proof.hashes.map((hash) => hash.toString("base64")),
            checkpoint: { envelope: proof.checkpoint },
          },
          canonicalizedBody: bytes.toString("base64"),
        },
      ]) as TestBundle;
    },
  };
}

export function partOf(json: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, name) => (value as Readonly<Record<string | number, unknown>>)[name],
    json,
  );
}

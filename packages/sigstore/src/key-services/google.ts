import { ExternalError, memberAt, UsageError } from "@assay/core";
import { under } from "../services/request.ts";
import { accessToken } from "./google-token.ts";
import { googleUrls } from "./hosts.ts";
import type { ServiceKey } from "./open.ts";
import { askJson, type KeyServiceRun, posted, servedKey, textAt } from "./run.ts";

const SERVICE = "Google Cloud KMS";
/** What a digest alone is signed with, by the hash that Sigstore has for the key: `RSA_SIGN_RAW_*`, Ed25519 and secp256k1 are not. */
const ALGORITHM =
  /^(?:EC_SIGN_P256_SHA256|EC_SIGN_P384_SHA384|RSA_SIGN_(?:PKCS1|PSS)_(?:2048|3072|4096)_SHA256)$/;

interface Reference {
  readonly key: string;
  readonly version: string | undefined;
}

/** A key of Google Cloud KMS; without a version the newest that is enabled, for as long as the run lasts. */
export async function googleKey(reference: Reference, run: KeyServiceRun): Promise<ServiceKey> {
  const urls = googleUrls(run.environment);
  const token = accessToken(run, urls);
  const call = async (path: string, body?: unknown): Promise<unknown> =>
    await askJson(run, SERVICE, HINT, {
      url: under(urls.kms, `v1/${path}`),
      headers: { authorization: `Bearer ${await token()}` },
      ...posted(body),
    });
  const name = `${reference.key}/cryptoKeyVersions/${reference.version ?? (await newest(reference.key, call))}`;
  const answer = await call(`${name}/publicKey`);
  const pem = textAt(SERVICE, answer, "pem");
  whole(answer, "pemCrc32c", pem);
  ofVersion(answer, name);
  const algorithm = textAt(SERVICE, answer, "algorithm");
  if (!ALGORITHM.test(algorithm)) {
    throw new UsageError(
      `The key ${name} is of the algorithm ${algorithm}, which is not signed with here`,
      {
        hint: "Make one of EC_SIGN_P256_SHA256; EC_SIGN_P384_SHA384 and RSA with PKCS1 or PSS and SHA256 are allowed too.",
      },
    );
  }
  const publicKey = servedKey(SERVICE, pem);
  return {
    service: SERVICE,
    resource: name,
    publicKey,
    async sign(digest) {
      const bytes = Buffer.from(digest);
      const signed = await call(`${name}:asymmetricSign`, {
        digest: { [publicKey.algorithm.digest]: bytes.toString("base64") },
        digestCrc32c: String(crc32c(bytes)),
      });
      const signature = Buffer.from(textAt(SERVICE, signed, "signature"), "base64");
      ofVersion(signed, name);
      whole(signed, "signatureCrc32c", signature);
      if (memberAt(signed, "verifiedDigestCrc32c") === true) return signature;
      throw damaged("it did not check the digest (`verifiedDigestCrc32c`)");
    },
  };
}

const HINT =
  "Check the key's name and version, and that the account may do cloudkms.cryptoKeyVersions.viewPublicKey and useToSign (role roles/cloudkms.signerVerifier).";

/** By number: as text 9 comes after 10. */
async function newest(key: string, call: (path: string) => Promise<unknown>): Promise<string> {
  const answer = await call(
    `${key}/cryptoKeyVersions?filter=state%3DENABLED&orderBy=name%20desc&pageSize=1000`,
  );
  const found = memberAt(answer, "cryptoKeyVersions");
  const versions = (Array.isArray(found) ? found : [])
    .filter((version) => memberAt(version, "state") === "ENABLED")
    .flatMap((version) => /\/(\d+)$/.exec(String(memberAt(version, "name")))?.[1] ?? [])
    .sort((a, b) => Number(b) - Number(a));
  if (versions[0] !== undefined) return versions[0];
  throw new UsageError(`${key} in ${SERVICE} has no enabled version`, {
    hint: "Enable or make one, or name it: `.../cryptoKeyVersions/N`.",
  });
}

function damaged(what: string): ExternalError {
  return new ExternalError(`${SERVICE}'s answer is damaged or for something else: ${what}`, {
    hint: "Run the step again.",
  });
}

function ofVersion(answer: unknown, name: string): void {
  if (memberAt(answer, "name") !== name) throw damaged(`its \`name\` is not ${name}`);
}

function whole(answer: unknown, member: string, content: string | Buffer): void {
  const found = memberAt(answer, member);
  if (String(found) !== String(crc32c(Buffer.from(content)))) {
    throw damaged(`\`${member}\` does not match`);
  }
}

/** CRC-32C (Castagnoli; RFC 3720, appendix B.4), of some hundred bytes. */
export function crc32c(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0x82f63b78 : 0);
  }
  return ~crc >>> 0;
}

import { createHash } from "node:crypto";
import { UsageError } from "@assay/core";
import { describeKey, type KeyDescription } from "@assay/sigstore/key-pairs";
import { type PublicKey, publicKeyPem, readKeyText } from "@assay/sigstore/keys";
import type { Terminal } from "../terminal.ts";

type Places = Pick<Terminal, "cwd" | "environment">;

/** `assay key public`. @returns What to print. */
export async function printPublicKey(
  places: Places,
  reference: string,
  password: string | undefined,
): Promise<readonly string[]> {
  const { publicKey, source } = await read(places, reference, password);
  if (publicKey === undefined) {
    throw new UsageError(`${source} is encrypted, and no password is given`, {
      hint: "Set COSIGN_PASSWORD, or name a variable: `--password env://NAME`.",
    });
  }
  return publicKeyPem(publicKey).trimEnd().split("\n");
}

/** `assay key inspect`. @returns What to print. */
export async function inspectKey(
  places: Places,
  reference: string,
  password: string | undefined,
  asJson: boolean,
): Promise<readonly string[]> {
  const { holds, encryption, publicKey } = await read(places, reference, password);
  if (asJson) {
    const facts = { holds, encryption: encryption ?? null, ...(publicKey && jsonOf(publicKey)) };
    return [JSON.stringify(facts, null, 2)];
  }
  return [
    line("Holds", holds),
    ...(holds === "private key" ? [line("Encrypted", encryption ?? "no")] : []),
    ...(publicKey === undefined
      ? ["The rest needs the password: set COSIGN_PASSWORD, or give `--password env://NAME`."]
      : factsOf(publicKey)),
  ];
}

async function read(
  { cwd, environment }: Places,
  reference: string,
  password: string | undefined,
): Promise<KeyDescription & { readonly source: string }> {
  const places = { root: cwd, environment };
  const { text, source } = await readKeyText(places, reference, "<key>");
  return { ...(await describeKey(text, password, source)), source };
}

/** A public key for people, one fact a line. */
export function factsOf(key: PublicKey): readonly string[] {
  const { type, sha256, signatures, keyDetails } = jsonOf(key);
  return [
    line("Key", type),
    line("SHA-256", sha256),
    line("Signatures", signatures),
    line("Rekor calls it", keyDetails),
  ];
}

function jsonOf({ algorithm, spki, key, hint }: PublicKey) {
  const hash = algorithm.digest.replace("sha", "SHA-");
  const bits = key.asymmetricKeyDetails?.modulusLength;
  const [type, signatures] = {
    ec: [`ECDSA ${algorithm.curve}`, `ECDSA with ${hash}`],
    rsa: [`RSA, ${bits} bits`, `RSA PKCS#1 v1.5 with ${hash}; RSA-PSS is verified too`],
    ed25519ph: ["Ed25519", `Ed25519ph with ${hash}; pure Ed25519 is verified too`],
  }[algorithm.kind] as [string, string];
  const sha256 = createHash("sha256").update(spki).digest("hex");
  return { type, sha256, hint, signatures, keyDetails: algorithm.keyDetails };
}

function line(name: string, text: string): string {
  return `${`${name}:`.padEnd(16)}${text}`;
}

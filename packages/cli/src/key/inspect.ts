import { createHash } from "node:crypto";
import { clockFrom, UsageError } from "@assay/core";
import { createGuardedHttp } from "@assay/core/host";
import { describeKey, type KeyDescription } from "@assay/sigstore/key-pairs";
import { keyReference, keyServiceHosts } from "@assay/sigstore/key-services";
import {
  type KeyServiceRun,
  openKeyService,
  type PublicKey,
  publicKeyPem,
  readKeyText,
} from "@assay/sigstore/keys";
import { type Terminal, terminalLogger } from "../terminal.ts";

/** `assay key public`. @returns What to print. */
export async function printPublicKey(
  terminal: Terminal,
  reference: string,
  password: string | undefined,
): Promise<readonly string[]> {
  const { publicKey, source } = await read(terminal, reference, password);
  if (publicKey === undefined) {
    throw new UsageError(`${source} is encrypted, and no password is given`, {
      hint: "Set COSIGN_PASSWORD, or name a variable: `--password env://NAME`.",
    });
  }
  return publicKeyPem(publicKey).trimEnd().split("\n");
}

/** `assay key inspect`. @returns What to print. */
export async function inspectKey(
  terminal: Terminal,
  reference: string,
  password: string | undefined,
  asJson: boolean,
): Promise<readonly string[]> {
  const { holds, encryption, publicKey } = await read(terminal, reference, password);
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
  terminal: Terminal,
  reference: string,
  password: string | undefined,
): Promise<KeyDescription & { readonly source: string }> {
  const { cwd, environment } = terminal;
  if (keyReference(reference) !== undefined) {
    const { publicKey } = await openKeyService(reference, serviceRun(reference, terminal));
    return { holds: "private key", encryption: "in the service", publicKey, source: reference };
  }
  const places = { root: cwd, environment };
  const { text, source } = await readKeyText(places, reference, "<key>");
  return { ...(await describeKey(text, password, source)), source };
}

function serviceRun(reference: string, terminal: Terminal): KeyServiceRun {
  const { environment, signal } = terminal;
  const clock = clockFrom(environment);
  const logger = terminalLogger(terminal, "notice");
  const hosts = keyServiceHosts(reference, environment);
  const http = createGuardedHttp({ hosts, offline: false, environment, clock, logger, signal });
  // Nothing but the public key is printed.
  return { http, environment, clock, logger, mask: () => {} };
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

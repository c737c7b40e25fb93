import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { clockFrom, UsageError } from "@assay/core";
import { createGuardedHttp } from "@assay/core/host";
import {
  fileArtifact,
  loadTrustedRoot,
  parseBundle,
  parsePublicKey,
  type SignedArtifact,
  type SignerPolicy,
  type TrustedRoot,
  VerificationError,
  verifyBundle,
} from "@assay/sigstore";
import { MAX_BUNDLE_BYTES, readRegularFile } from "@assay/sigstore/files";
import { readKeyText } from "@assay/sigstore/keys";
import { type Terminal, terminalLogger } from "../terminal.ts";
import { argumentsOf, refuseStaging } from "./arguments.ts";

export const VERIFY_BUNDLE_USAGE = `Usage: assay verify-bundle --bundle <path> <who> [--trusted-root <path>] <file or digest>

Verifies one Sigstore bundle over one file, as the common protocol of Sigstore's clients has it: exit code 0, or another one.
<who> is --certificate-identity <id> --certificate-oidc-issuer <url>, exactly, or --key <public key>.
A digest is sha256: and 64 hexadecimal digits, and no file of that name exists; of an attestation it must be a subject.
Without --trusted-root an identity is verified by that of Sigstore's public instance, offline: what is built in or kept by
assay verify --tuf-url public. --staging needs --trusted-root. For releases: assay verify.
`;

const OPTIONS = {
  bundle: "text",
  "certificate-identity": "text",
  "certificate-oidc-issuer": "text",
  key: "text",
  "trusted-root": "text",
  staging: "switch",
} as const;

/** `assay verify-bundle` (sigstore-conformance, "cli_protocol"). */
export async function verifyBundleCommand(
  argv: readonly string[],
  terminal: Terminal,
): Promise<number> {
  const given = argumentsOf(argv, OPTIONS, "verify-bundle");
  if (given === undefined) {
    terminal.stdout.write(VERIFY_BUNDLE_USAGE);
    return 0;
  }
  const { text, operand } = given;
  refuseStaging(given, ["trusted-root"]);
  const path = text("bundle");
  if (path === undefined) throw new UsageError("`--bundle` is missing");
  const signer = await signerOf(terminal, text);
  const read = await readRegularFile(resolve(terminal.cwd, path), MAX_BUNDLE_BYTES);
  if ("problem" in read)
    throw new UsageError(`\`--bundle\` is ${path}, which can't be read: ${read.problem}`);
  try {
    await verifyBundle(parseBundle(read.bytes), artifactOf(terminal, operand), { signer });
    return 0;
  } catch (error) {
    if (!(error instanceof VerificationError)) throw error;
    const { message, expected, found } = error;
    const compared =
      expected === undefined ? "" : ` (expected ${expected}, found ${found ?? "nothing"})`;
    terminal.stderr.write(`${operand.slice(0, 200)} is not verified: ${message}${compared}\n`);
    return 1;
  }
}

async function signerOf(
  terminal: Terminal,
  text: (name: keyof typeof OPTIONS) => string | undefined,
): Promise<SignerPolicy> {
  const { cwd, environment } = terminal;
  const [key, subject, issuer, rootPath] = [
    text("key"),
    text("certificate-identity"),
    text("certificate-oidc-issuer"),
    text("trusted-root"),
  ];
  const root = rootPath === undefined ? undefined : await loadTrustedRoot(rootPath, cwd);
  if (key !== undefined && subject === undefined && issuer === undefined) {
    const pem = await readKeyText({ root: cwd, environment }, key, "--key");
    const policy = { kind: "key", key: parsePublicKey(pem.text, pem.source) } as const;
    return root === undefined ? policy : { ...policy, root };
  }
  if (key !== undefined || subject === undefined || issuer === undefined) {
    throw new UsageError(
      "Give `--certificate-identity` with `--certificate-oidc-issuer`, or `--key`, and not both",
    );
  }
  return {
    kind: "certificate",
    root: root ?? (await publicRoot(terminal)),
    identity: { subject, issuer },
  };
}

async function publicRoot(terminal: Terminal): Promise<TrustedRoot> {
  const { environment, signal } = terminal;
  const clock = clockFrom(environment);
  const logger = terminalLogger(terminal, "notice");
  const offline = true;
  const http = createGuardedHttp({ hosts: [], offline, environment, clock, logger, signal });
  const { builtInSource, tufTrustedRoot } = await import("@assay/sigstore/tuf");
  return await tufTrustedRoot(
    { http, environment, clock, logger, offline },
    await builtInSource("public"),
  );
}

function artifactOf({ cwd, signal }: Terminal, operand: string): SignedArtifact {
  const path = resolve(cwd, operand);
  const digest = /^sha256:([0-9a-fA-F]{64})$/.exec(operand)?.[1];
  if (digest === undefined || existsSync(path)) return fileArtifact(path, signal);
  const known = new Map([["sha256" as const, Buffer.from(digest, "hex")]]);
  return { digests: async () => known, read: async () => undefined };
}

import { randomBytes } from "node:crypto";
import { rename, rm, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { clockFrom, UsageError } from "@assay/core";
import { createGuardedHttp } from "@assay/core/host";
import {
  bytesArtifact,
  fileArtifact,
  loadTrustedRoot,
  parseBundle,
  type SignedArtifact,
  type TrustedRoot,
  VerificationError,
  verifyBundle,
} from "@assay/sigstore";
import { digestFile, MAX_BUNDLE_BYTES, readRegularFile } from "@assay/sigstore/files";
import {
  buildAttestation,
  buildBundle,
  bundleBytes,
  bundleIdentity,
  identityToken,
  keylessSession,
  parseSigningConfig,
  readTrustFile,
  rekorV1,
  rekorV2,
  selectServices,
  timestampAuthority,
} from "@assay/sigstore/sign";
import { type Terminal, terminalLogger } from "../terminal.ts";
import { argumentsOf } from "./arguments.ts";

export const SIGN_BUNDLE_USAGE = `Usage: assay sign-bundle --identity-token <token> --bundle <path> --signing-config <path> --trusted-root <path> [--in-toto] <file>

Signs one file keyless and writes its Sigstore bundle, as the common protocol of Sigstore's clients has it: exit code 0, or another
one and no bundle. With --in-toto the file is an in-toto statement, which becomes an attestation.
Which services sign is said by the signing config, and what they made is verified by the trusted root: nothing is built in, of the
staging instance (--staging) neither. For releases: assay sign and assay attest.
`;

const OPTIONS = {
  "identity-token": "text",
  bundle: "text",
  "trusted-root": "text",
  "signing-config": "text",
  "in-toto": "switch",
  staging: "switch",
} as const;

/** `assay sign-bundle` (sigstore-conformance, "cli_protocol"). */
export async function signBundleCommand(
  argv: readonly string[],
  terminal: Terminal,
): Promise<number> {
  const given = argumentsOf(argv, OPTIONS, "sign-bundle");
  if (given === undefined) {
    terminal.stdout.write(SIGN_BUNDLE_USAGE);
    return 0;
  }
  const needed = (name: keyof typeof OPTIONS): string => {
    const value = given.text(name);
    if (value !== undefined) return value;
    throw new UsageError(`\`--${name}\` is missing`, {
      hint: "`assay sign-bundle --help` says what it needs.",
    });
  };
  const [token, target] = [needed("identity-token"), resolve(terminal.cwd, needed("bundle"))];
  const root = await loadTrustedRoot(needed("trusted-root"), terminal.cwd);
  const path = resolve(terminal.cwd, given.operand);
  const statement = given.has("in-toto") ? await statementAt(path, given.operand) : undefined;
  const bytes = await made(terminal, needed("signing-config"), { token, path, statement, root });
  const temporary = `${target}.${randomBytes(8).toString("hex")}.tmp`;
  try {
    await writeFile(temporary, bytes, { flag: "wx" });
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  return 0;
}

async function statementAt(path: string, name: string): Promise<Buffer> {
  const read = await readRegularFile(path, MAX_BUNDLE_BYTES / 2);
  if ("bytes" in read) return read.bytes;
  throw new UsageError(`${name} can't be read: ${read.problem}`);
}

interface Wanted {
  readonly token: string;
  readonly path: string;
  readonly statement: Buffer | undefined;
  readonly root: TrustedRoot;
}

/** The bundle, verified: what the services made must lead to the trusted root. */
async function made(terminal: Terminal, configPath: string, wanted: Wanted): Promise<Buffer> {
  const { environment, cwd, signal } = terminal;
  const clock = clockFrom(environment);
  const configBytes = await readTrustFile(configPath, cwd, "signing config");
  const config = parseSigningConfig(configBytes, configPath);
  const now = clock.wall();
  const one = { selector: "EXACT", count: 1 } as const;
  const [authority] = selectServices(
    config.certificateAuthorities,
    [1],
    one,
    now,
    "certificate authority",
  );
  const logs = selectServices(config.logs, [1, 2], config.logSelection, now, "log");
  const stamps = selectServices(
    config.timestampAuthorities,
    [1],
    config.timestampSelection,
    now,
    "timestamp authority",
  );
  if (authority === undefined) throw new UsageError(`${configPath} names no certificate authority`);
  const logger = terminalLogger(terminal, "warning");
  const hosts = [authority, ...logs, ...stamps].map(({ url }) => {
    const { protocol, origin, host } = new URL(url);
    return protocol === "http:" ? origin : host;
  });
  const http = createGuardedHttp({ hosts, offline: false, environment, clock, logger, signal });
  const source = { token: wanted.token, audience: "sigstore" };
  const access = { http, environment, mask: () => {}, clock, logger };
  const identity = await identityToken(access, source);
  const session = keylessSession(access, authority.url, source, identity);
  const { key, certificate } = await session.credential();
  const { algorithm } = key.publicKey;
  const witnesses = [
    ...logs.map(({ url, majorApiVersion }) =>
      majorApiVersion === 1
        ? rekorV1(http, url, algorithm)
        : rekorV2(http, url, algorithm, wanted.root.logs),
    ),
    ...stamps.map(({ url }) => timestampAuthority(http, url)),
  ];
  const { statement, path } = wanted;
  const digest = async () =>
    (await digestFile(path, [algorithm.digest, "sha256"], signal)).digests.get(algorithm.digest) ??
    Buffer.alloc(0);
  const built =
    statement === undefined
      ? await buildBundle(key, certificate.leaf, await digest(), witnesses)
      : await buildAttestation(key, certificate.leaf, statement, witnesses);
  const bytes = bundleBytes(built);
  await check(
    bytes,
    statement === undefined ? fileArtifact(path, signal) : subjectOf(statement),
    wanted.root,
  );
  return bytes;
}

async function check(bytes: Buffer, artifact: SignedArtifact, root: TrustedRoot): Promise<void> {
  const parsed = parseBundle(bytes);
  const identity = bundleIdentity(parsed.bundle);
  try {
    await verifyBundle(parsed, artifact, { signer: { kind: "certificate", root, identity } });
  } catch (error) {
    if (!(error instanceof VerificationError)) throw error;
    throw new UsageError(`What was made does not verify: ${error.message}`, {
      hint: "The trusted root must be that of the instance of the signing config.",
    });
  }
}

/** Something of the statement's own first subject, whatever that is: an attestation is made of no file. */
function subjectOf(statement: Buffer): SignedArtifact {
  const subject = JSON.parse(statement.toString("utf8"))?.subject?.[0]?.digest ?? {};
  const known = new Map(
    (["sha256", "sha384", "sha512"] as const).flatMap((name) =>
      typeof subject[name] === "string" ? [[name, Buffer.from(subject[name], "hex")] as const] : [],
    ),
  );
  return known.size === 0
    ? bytesArtifact(statement)
    : { digests: async () => known, read: async () => undefined };
}

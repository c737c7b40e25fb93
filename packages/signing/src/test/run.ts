import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import {
  type ActResult,
  type Clock,
  type CommandContext,
  createMaterials,
  silentLogger,
  silentProgress,
} from "@assay/core";
import { createGuardedHttp, nodeProcesses } from "@assay/core/host";
import { type MiniSigstore, noSettingsFiles } from "@assay/testkit";
import type { AttestOptions } from "../attest/options.ts";
import { runAttest } from "../attest/run-attest.ts";
import type { SignOptions } from "../sign/options.ts";
import { runSign } from "../sign/run-sign.ts";
import type { VerifyRunOptions } from "../verify/options.ts";
import { runVerify } from "../verify/run-verify.ts";

export interface TestRun {
  readonly root: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly clock?: Clock;
  /** Hosts that the run may reach. */
  readonly hosts?: readonly string[];
  readonly event?: CommandContext["event"];
  readonly signal?: AbortSignal;
  readonly remote?: CommandContext["remote"];
  /** Gets what the run masks. */
  readonly mask?: (secret: string) => void;
}

/** A context like a host makes it, without waiting between tries. */
export function testContext(run: TestRun): CommandContext {
  const environment = run.environment ?? {};
  const clock = run.clock ?? { now: () => new Date(), wall: () => new Date() };
  return {
    root: run.root,
    event: run.event ?? null,
    remote: run.remote ?? null,
    offline: false,
    processes: nodeProcesses(),
    clock,
    logger: silentLogger,
    progress: silentProgress,
    materials: createMaterials(),
    settings: noSettingsFiles,
    signal: run.signal ?? new AbortController().signal,
    environment,
    config: { section: () => undefined, place: () => undefined },
    products: {
      async write({ path, bytes }) {
        await mkdir(dirname(join(run.root, path)), { recursive: true });
        await writeFile(join(run.root, path), bytes);
      },
    },
    mask: run.mask ?? (() => {}),
    http: createGuardedHttp({
      hosts: run.hosts ?? [],
      offline: false,
      environment,
      clock,
      logger: silentLogger,
      sleep: async () => {},
    }),
  };
}

export const SIGN_DEFAULTS: SignOptions = {
  files: [],
  key: undefined,
  keyPassword: undefined,
  identityToken: undefined,
  tokenRequestUrl: undefined,
  audience: "sigstore",
  fulcioUrl: undefined,
  rekorUrls: [],
  rekorVersion: 1,
  tsaUrl: undefined,
  signingConfig: undefined,
  trustedRoot: undefined,
  subjectsFromChecksums: undefined,
  checksums: undefined,
  dryRun: false,
  bundleSuffix: ".sigstore.json",
  allowPublicLog: false,
  replace: false,
};

export const VERIFY_DEFAULTS: VerifyRunOptions = {
  files: [],
  policy: undefined,
  bundle: undefined,
  bundleSuffix: ".sigstore.json",
  key: undefined,
  certificateIdentity: undefined,
  certificateIdentityPattern: undefined,
  certificateIdentityWildcard: undefined,
  certificateOidcIssuer: undefined,
  claims: {},
  predicateTypes: [],
  source: undefined,
  tag: undefined,
  builder: undefined,
  minSignatures: 1,
  trustedRoot: undefined,
  tufUrl: undefined,
  tufRoot: undefined,
  requireLog: undefined,
};

/** Signs; each bundle is written as soon as it is verified. */
export async function sign(run: TestRun, options: Partial<SignOptions>): Promise<ActResult> {
  return await runSign(testContext(run), { ...SIGN_DEFAULTS, ...options });
}

export async function verify(run: TestRun, options: Partial<VerifyRunOptions>): Promise<ActResult> {
  return await runVerify(testContext(run), { ...VERIFY_DEFAULTS, ...options });
}

export const ATTEST_DEFAULTS: AttestOptions = {
  ...SIGN_DEFAULTS,
  predicateType: "provenance",
  predicate: undefined,
  perSubject: false,
  githubAttestation: false,
  bundle: undefined,
  outputDirectory: undefined,
};

export async function attest(run: TestRun, options: Partial<AttestOptions>): Promise<ActResult> {
  return await runAttest(testContext(run), { ...ATTEST_DEFAULTS, ...options });
}

/** The statement of a bundle. */
export async function statementAt(root: string, path: string): Promise<TestBundle> {
  const { dsseEnvelope } = JSON.parse(await readFile(join(root, path), "utf8"));
  return JSON.parse(Buffer.from(dsseEnvelope.payload, "base64").toString("utf8"));
}

/** The rules of what failed. */
export function rulesOf({ failures }: ActResult): readonly string[] {
  return failures.map(({ ruleId }) => ruleId);
}

/** The paths of bundles that were made. */
export function madeBy({ records }: ActResult): readonly (string | undefined)[] {
  return records.filter(({ act }) => act === "signed").map(({ product }) => product);
}

/** What a GitHub job with `id-token: write` gives, pointed at a mini-Sigstore. */
export function keylessRun(
  root: string,
  mini: MiniSigstore,
): TestRun & { readonly hosts: readonly string[] } {
  return {
    root,
    hosts: [mini.url],
    environment: { ACTIONS_ID_TOKEN_REQUEST_TOKEN: "mini", GITHUB_ACTIONS: "true" },
  };
}

export async function readBundle(root: string, path: string): Promise<TestBundle> {
  return JSON.parse(await readFile(join(root, `${path}.sigstore.json`), "utf8"));
}

/** A bundle as plain JSON, for tests that change it. */
export type TestBundle = Record<string, unknown>;

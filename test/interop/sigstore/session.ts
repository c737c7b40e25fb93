/** The stack, a folder to work in, and the clients that the cases run there. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type MiniSigstore, startMiniSigstore } from "@assay/testkit";
import { peer } from "../peers.ts";
import { GITHUB_CLAIMS, type Stack, startStack } from "./stack.ts";

export const EMAIL = "dev@acme.test";
export const WORKFLOW = `https://github.com/${GITHUB_CLAIMS.job_workflow_ref}`;
const REPOSITORY = resolve(import.meta.dirname, "../../..");

export let stack: Stack;
export let work: string;
let mini: MiniSigstore;

export async function setup(): Promise<void> {
  // For its Rekor v1: the real one needs Trillian and a database.
  mini = await startMiniSigstore();
  stack = await startStack(mini);
  work = mkdtempSync(join(tmpdir(), "assay-interop-"));
  // Entry 0 of a log lacks fields in other clients' JSON: it is not one of ours.
  write("first", "first");
  await cosignKey("throw-away");
  must(
    await cosign([
      "sign-blob",
      "--yes",
      "--key",
      "throw-away.key",
      ...config("log-only"),
      "--bundle",
      "first.json",
      "first",
    ]),
  );
  await cosignKey("k");
  await cosignKey("other");
}

export function teardown(): void {
  stack?.stop();
  void mini?.close();
  if (work !== undefined) rmSync(work, { recursive: true, force: true });
}

export interface Run {
  readonly status: number | null;
  readonly output: string;
}

interface InteropBundle {
  readonly verificationMaterial: {
    readonly certificate: { readonly rawBytes: string };
    readonly timestampVerificationData: {
      readonly rfc3161Timestamps: readonly { readonly signedTimestamp: string }[];
    };
  };
  readonly messageSignature: { readonly signature: string };
}

export function bundleOf(name: string): InteropBundle {
  return JSON.parse(readFileSync(join(work, `${name}.sigstore.json`), "utf8"));
}

export function certificateOf(name: string): string {
  return bundleOf(name).verificationMaterial.certificate.rawBytes;
}

export function write(name: string, content: string): void {
  writeFileSync(join(work, name), content);
}

export function emailToken(): string {
  return stack.issuer.token("", { sub: "1", email: EMAIL, email_verified: true });
}

export const root = (): string[] => ["--trusted-root", join(stack.folder, "trusted_root.json")];
export const config = (name: string): string[] => [
  "--signing-config",
  join(stack.folder, `${name}.json`),
  ...root(),
];
export const identity = (subject: string, issuer: string): string[] => [
  "--certificate-identity",
  subject,
  "--certificate-oidc-issuer",
  `${stack.issuer.url}${issuer}`,
  ...root(),
];

/** Not the synchronous form: the stubs answer from this very process. */
export async function run(
  command: string,
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<Run> {
  const child = spawn(command, args, {
    cwd: work,
    env: {
      PATH: process.env["PATH"] ?? "",
      HOME: work,
      COSIGN_PASSWORD: "pass word",
      ...environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
    timeout: 60_000,
  });
  let output = `$ ${command} ${args.join(" ")}\n`;
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject).once("close", resolve);
  });
  return { status, output };
}

const BUILT = join(REPOSITORY, "dist/cli.js");

/** The built CLI; its source where nothing is built yet, or `ASSAY_INTEROP_SOURCE` is set. */
export const ASSAY =
  existsSync(BUILT) && !process.env["ASSAY_INTEROP_SOURCE"]
    ? BUILT
    : join(REPOSITORY, "packages/cli/src/main.ts");

export function assay(
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<Run> {
  return run(process.execPath, [ASSAY, ...args], environment);
}

export function cosign(
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<Run> {
  return run(peer("cosign"), args, environment);
}

export async function cosignKey(prefix: string): Promise<void> {
  must(await cosign(["generate-key-pair", "--output-key-prefix", prefix]));
}

export function cosignSign(
  file: string,
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<Run> {
  const bundle = ["--bundle", `${file}.sigstore.json`, file];
  return cosign(["sign-blob", "--yes", ...args, ...bundle], environment);
}

export function cosignVerifyKey(
  file: string,
  key: string,
  ...args: readonly string[]
): Promise<Run> {
  return cosign([
    "verify-blob",
    "--key",
    key,
    "--bundle",
    `${file}.sigstore.json`,
    ...root(),
    ...args,
    file,
  ]);
}

export function cosignVerifyIdentity(file: string, subject: string, issuer: string): Promise<Run> {
  const who = ["--certificate-identity", subject, "--certificate-oidc-issuer", issuer];
  return cosign(["verify-blob", "--bundle", `${file}.sigstore.json`, ...root(), ...who, file]);
}

/** A copy with the lowest bit of the middle byte turned. */
export function oneBit(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const middle = copy.length >> 1;
  copy.writeUInt8(copy.readUInt8(middle) ^ 1, middle);
  return copy;
}

export function must({ status, output }: Run): void {
  assert.equal(status, 0, output);
}

/** Refused by the verdict: an error of input or of a service proves nothing. cosign has only the one code. */
export function mustNot({ status, output }: Run): void {
  assert.ok(status !== 0 && status !== null && ![2, 3, 70].includes(status), output);
}

/** Fulcio, Rekor v2 and the timestamp authority as they are shipped, on loopback, with stubs for what they need. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { createPrivateKey, createPublicKey } from "node:crypto";
import { mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parse, stringify } from "yaml";
import { peer } from "../peers.ts";
import { makeKeys } from "./certificates.ts";
import { type Issuer, startCertificateLog, startIssuer } from "./stubs.ts";

const PORTS = {
  oidc: 18080,
  ct: 16962,
  fulcio: 15555,
  fulcioGrpc: 15554,
  rekor: 13003,
  rekorGrpc: 13001,
  tsa: 13004,
};
const SINCE = "start-time=2025-01-01T00:00:00Z";

export interface Stack {
  /** Holds `trusted_root.json` and the signing configs. */
  readonly folder: string;
  readonly issuer: Issuer;
  /** Where the stub hands out tokens as GitHub does. */
  readonly tokenRequestUrl: string;
  readonly urls: { readonly fulcio: string; readonly rekor: string; readonly tsa: string };
  stop(): void;
}

/** What the stub's GitHub tokens say. */
export const GITHUB_CLAIMS = {
  sub: "repo:acme/app:ref:refs/heads/main",
  job_workflow_ref: "acme/app/.github/workflows/release.yml@refs/heads/main",
  job_workflow_sha: "1".repeat(40),
  workflow_ref: "acme/app/.github/workflows/release.yml@refs/heads/main",
  workflow_sha: "1".repeat(40),
  workflow: "release",
  event_name: "push",
  ref: "refs/heads/main",
  sha: "1".repeat(40),
  repository: "acme/app",
  repository_id: "1",
  repository_owner: "acme",
  repository_owner_id: "2",
  repository_visibility: "public",
  runner_environment: "github-hosted",
  run_id: "3",
  run_attempt: "1",
} as const;

/** @param v1 - where a Rekor v1 answers, and a trusted root whose first log is it. */
export async function startStack(v1: {
  readonly rekorV1Url: string;
  readonly trustedRoot: string;
}): Promise<Stack> {
  const folder = mkdtempSync(join(tmpdir(), "assay-sigstore-"));
  const children: ChildProcess[] = [];
  const servers: Server[] = [];
  const stop = (): void => {
    for (const child of children) child.kill();
    for (const server of servers) server.close().closeAllConnections();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    makeKeys(folder);
    const { issuer, server } = await startIssuer(PORTS.oidc, GITHUB_CLAIMS);
    servers.push(server);
    const key = createPrivateKey(readFileSync(join(folder, "ct.key")));
    const spki = createPublicKey(key).export({ format: "der", type: "spki" });
    servers.push(await startCertificateLog(PORTS.ct, key, spki));
    writeFileSync(join(folder, "fulcio.yaml"), stringify(fulcioConfig(issuer.url)));
    children.push(...startServices(folder));
    const urls = {
      fulcio: `http://127.0.0.1:${PORTS.fulcio}`,
      rekor: `http://127.0.0.1:${PORTS.rekor}`,
      tsa: `http://127.0.0.1:${PORTS.tsa}/api/v1/timestamp`,
    };
    await isUp(`${urls.fulcio}/api/v2/trustBundle`, folder, "fulcio");
    await isUp(`${urls.tsa}/certchain`, folder, "tsa");
    await isUp(`${urls.rekor}/healthz`, folder, "rekor");
    writeConfigs(folder, urls, v1);
    return { folder, issuer, tokenRequestUrl: `${issuer.url}/gh/request?run=1`, urls, stop };
  } catch (cause) {
    stop();
    throw cause;
  }
}

function startServices(folder: string): ChildProcess[] {
  const at = (name: string): string => join(folder, name);
  const start = (
    name: string,
    command: string,
    args: readonly (string | number)[],
  ): ChildProcess => {
    const log = openSync(at(`${name}.log`), "w");
    return spawn(command, args.map(String), { cwd: folder, stdio: ["ignore", log, log] });
  };
  return [
    start("fulcio", peer("fulcio"), [
      ...["serve", "--host", "127.0.0.1", "--port", PORTS.fulcio, "--grpc-host", "127.0.0.1"],
      ...["--grpc-port", PORTS.fulcioGrpc, "--metrics-port", 12113, "--ca", "fileca"],
      ...[
        "--fileca-cert",
        at("root.pem"),
        "--fileca-key",
        at("root.key"),
        "--fileca-key-passwd",
        "unused",
      ],
      ...["--fileca-watch=false", "--ct-log-url", `http://127.0.0.1:${PORTS.ct}`],
      ...["--ct-log-public-key-path", at("ct.pub"), "--config-path", at("fulcio.yaml")],
      ...["--legacy-unix-domain-socket", at("fulcio.sock")],
    ]),
    start("rekor", peer("rekor"), [
      ...["serve", "--hostname", "rekor-local", "--storage-dir", at("rekor-data")],
      ...[
        "--signer-filepath",
        at("rekor.key"),
        "--checkpoint-interval",
        "100ms",
        "--batch-max-age",
        "50ms",
      ],
      ...["--http-port", PORTS.rekor, "--grpc-port", PORTS.rekorGrpc, "--http-metrics-port", 12114],
    ]),
    start("tsa", peer("timestamp-server"), [
      ...["serve", "--host", "127.0.0.1", "--port", PORTS.tsa, "--disable-ntp-monitoring"],
      ...["--timestamp-signer", "file", "--file-signer-key-path", at("tsa.key")],
      ...["--file-signer-passwd", "unused", "--certificate-chain-path", at("tsa.pem")],
    ]),
  ];
}

/** Two issuers: e-mail addresses, and GitHub's workflows with the templates that Fulcio itself ships. */
function fulcioConfig(issuer: string): unknown {
  const module = execFileSync(
    "go",
    ["mod", "download", "-json", "github.com/sigstore/fulcio@v1.8.8"],
    { encoding: "utf8" },
  );
  const { Dir } = JSON.parse(module) as { readonly Dir: string };
  // Fulcio's file writes `*alias:` as a key, which YAML 1.2 takes for an alias of that name with a colon.
  const text = readFileSync(join(Dir, "config/identity/config.yaml"), "utf8");
  const shipped = parse(text.replaceAll(/^( +\*[a-z-]+):$/gm, "$1 :")) as {
    readonly "ci-issuer-metadata": Readonly<Record<string, unknown>>;
  };
  const client = { "client-id": "sigstore" };
  return {
    "oidc-issuers": {
      [issuer]: { ...client, "issuer-url": issuer, type: "email" },
      [`${issuer}/gh`]: {
        ...client,
        "issuer-url": `${issuer}/gh`,
        type: "ci-provider",
        "ci-provider": "github-workflow",
      },
    },
    "ci-issuer-metadata": { "github-workflow": shipped["ci-issuer-metadata"]["github-workflow"] },
  };
}

async function isUp(url: string, folder: string, log: string): Promise<void> {
  for (let tried = 0; tried < 150; tried++) {
    const answered = await fetch(url).then(
      (response) => response.status < 500,
      () => false,
    );
    if (answered) return;
    await wait(100);
  }
  throw new Error(
    `${url} does not answer:\n${readFileSync(join(folder, `${log}.log`), "utf8").slice(-2000)}`,
  );
}

/** As cosign writes them: a full signing config, one with a log only, and one with nothing. */
function writeConfigs(
  folder: string,
  urls: Stack["urls"],
  v1: Parameters<typeof startStack>[0],
): void {
  const cosign = (...args: readonly string[]): void => {
    execFileSync(peer("cosign"), args, { cwd: folder, stdio: "pipe" });
  };
  const operator = `${SINCE},operator=loopback`;
  cosign(
    "trusted-root",
    "create",
    `--fulcio=url=${urls.fulcio},certificate-chain=root.pem,${SINCE}`,
    `--ctfe=url=http://127.0.0.1:${PORTS.ct},public-key=ct.pub,${SINCE}`,
    `--rekor=url=http://rekor-local,public-key=rekor.pub,${SINCE},origin=rekor-local`,
    `--tsa=url=${urls.tsa},certificate-chain=tsa.pem`,
    "--out=trusted_root.json",
  );
  const log = [`--rekor=url=${urls.rekor},api-version=2,${operator}`, "--rekor-config=ANY"];
  const tsa = [`--tsa=url=${urls.tsa},api-version=1,${operator}`, "--tsa-config=ANY"];
  const authority = [
    `--fulcio=url=${urls.fulcio},api-version=1,${operator}`,
    `--oidc-provider=url=http://127.0.0.1:${PORTS.oidc},api-version=1,${operator}`,
  ];
  cosign("signing-config", "create", ...authority, ...log, ...tsa, "--out=signing.json");
  cosign("signing-config", "create", ...log, "--out=log-only.json");
  cosign("signing-config", "create", ...log, ...tsa, "--out=log-tsa.json");
  cosign("signing-config", "create", "--out=nothing.json");
  const older = [`--rekor=url=${v1.rekorV1Url},api-version=1,${operator}`, "--rekor-config=ANY"];
  cosign("signing-config", "create", ...authority, ...older, ...tsa, "--out=signing-v1.json");
  cosign("signing-config", "create", ...older, ...tsa, "--out=log-tsa-v1.json");
  const read = (name: string) => JSON.parse(readFileSync(join(folder, name), "utf8"));
  const write = (name: string, value: unknown): void =>
    writeFileSync(join(folder, name), JSON.stringify(value));
  const trustedRoot = read("trusted_root.json");
  trustedRoot.tlogs.push(JSON.parse(v1.trustedRoot).tlogs[0]);
  write("trusted_root.json", trustedRoot);
  const mediaType = "application/vnd.dev.sigstore.clienttrustconfig.v0.1+json";
  for (const suffix of ["", "-v1"]) {
    const signingConfig = read(`signing${suffix}.json`);
    write(`trust_config${suffix}.json`, { mediaType, trustedRoot, signingConfig });
  }
}

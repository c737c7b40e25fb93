import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { createMiniAuthority, type MiniAuthority, provenKey } from "./certificate-authority.ts";
import { answerFaulty, type FaultPlan, onWire, type WireAnswer, whole } from "./faults.ts";
import { type Answer, rekorV1Entry, rekorV1Read, rekorV2Entry } from "./rekor.ts";
import {
  createMiniTimestampAuthority,
  type TimestampFaults,
  type TimestampUsage,
} from "./timestamp-authority.ts";
import { createMiniIssuer, type MiniIssuer } from "./tokens.ts";
import { createMiniLog } from "./transparency-log.ts";
import { trustedRootJson } from "./trusted-root.ts";

export type MiniService = "oidc" | "fulcio" | "rekor1" | "rekor2" | "tsa";

/** What a service answers instead, `times` times. `commit` lets a log take the entry all the same; `echo` says what it got. */
export interface MiniFault {
  readonly service: MiniService;
  readonly status: number;
  readonly times: number;
  readonly commit?: boolean;
  readonly echo?: (request: Buffer) => string;
}

/** A Sigstore on loopback: OIDC issuer, CA with certificate log, Rekor v1 and v2, timestamp authority. */
export interface MiniSigstore {
  readonly url: string;
  readonly fulcioUrl: string;
  readonly rekorV1Url: string;
  readonly rekorV2Url: string;
  readonly tsaUrl: string;
  /** For `ACTIONS_ID_TOKEN_REQUEST_URL`; the bearer is `mini`. */
  readonly tokenUrl: string;
  readonly issuer: MiniIssuer;
  readonly authority: MiniAuthority;
  readonly trustedRoot: string;
  /** Requests by service, in order. */
  readonly journal: readonly MiniService[];
  /** What the CI's token says; replace to change who signs. */
  claims: Readonly<Record<string, unknown>>;
  timestampFaults: TimestampFaults;
  fail(fault: MiniFault): void;
  /** What every request may meet from now on; nothing where it is `undefined`. */
  storm: FaultPlan | undefined;
  /** Things done, whether their answer arrived or not: tokens and certificates issued, entries in each log, timestamps given. */
  readonly done: Readonly<Record<MiniService, number>>;
  close(): Promise<void>;
}

export interface MiniSigstoreOptions {
  readonly now?: () => Date;
  /** Of certificates; ten minutes where it is not given. */
  readonly certificateLifetimeMs?: number;
  /** The names of the two logs, v1 first; they may have a port. */
  readonly logHosts?: readonly [v1: string, v2: string];
  /** The name of the timestamp authority, for roots that hold several. */
  readonly timestampName?: string;
  /** Whether the certificate authority's anchor is an intermediate certificate, whose issuer nobody knows. */
  readonly isIntermediate?: boolean;
  /** What the timestamp authority's certificate is for; by default for timestamping alone, and critical. */
  readonly timestampUsage?: TimestampUsage;
}

/** The identity that `claims` gives at the start. */
export const MINI_IDENTITY =
  "https://github.com/acme/app/.github/workflows/release.yml@refs/heads/main";

export async function startMiniSigstore(options: MiniSigstoreOptions = {}): Promise<MiniSigstore> {
  const now = options.now ?? (() => new Date());
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const issuer = createMiniIssuer(`${url}/oidc`, now);
  const authority = createMiniAuthority(now, options.certificateLifetimeMs, options.isIntermediate);
  const [hostV1, hostV2] = options.logHosts ?? ["rekor1.mini.test", "rekor2.mini.test"];
  const logV1 = createMiniLog(hostV1, 1);
  const logV2 = createMiniLog(hostV2, 2);
  const journal: MiniService[] = [];
  const done = { oidc: 0, fulcio: 0, tsa: 0 };
  const faults: { fault: MiniFault; left: number }[] = [];
  const tsa = createMiniTimestampAuthority(
    now,
    () => mini.timestampFaults,
    options.timestampUsage,
    options.timestampName,
  );
  const mini: MiniSigstore = {
    url,
    fulcioUrl: `${url}/fulcio`,
    rekorV1Url: `${url}/rekor1`,
    rekorV2Url: `${url}/rekor2`,
    tsaUrl: `${url}/tsa/api/v1/timestamp`,
    tokenUrl: `${url}/oidc/token?run=1`,
    issuer,
    authority,
    trustedRoot: trustedRootJson(authority, [logV1, logV2], tsa, now()),
    journal,
    claims: {
      sub: "repo:acme/app:ref:refs/heads/main",
      job_workflow_ref: MINI_IDENTITY.slice("https://github.com/".length),
      repository_visibility: "public",
    },
    timestampFaults: {},
    storm: undefined,
    get done() {
      return { ...done, rekor1: logV1.size(), rekor2: logV2.size() };
    },
    fail: (fault) => faults.push({ fault, left: fault.times }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };

  const answer = (service: MiniService, request: IncomingMessage, body: Buffer): Answer => {
    switch (service) {
      case "oidc":
        return request.headers.authorization === "Bearer mini"
          ? { status: 200, body: { value: issuer.issue(mini.claims) } }
          : { status: 401, body: {} };
      case "fulcio":
        return certificate(issuer, authority, body);
      case "rekor1":
        return request.method === "POST"
          ? rekorV1Entry(logV1, body, now())
          : rekorV1Read(logV1, request.url?.split("/").at(-1) ?? "", now());
      case "rekor2": {
        if (request.method === "POST") return rekorV2Entry(logV2, body);
        const bytes = logV2.published((request.url ?? "").slice("/rekor2/api/v2/".length));
        return bytes === undefined ? { status: 404, body: {} } : { status: 200, body: bytes };
      }
      case "tsa":
        return { status: 201, body: tsa.answer(body) };
    }
  };

  const answerOrRefuse = (service: MiniService, request: IncomingMessage, body: Buffer): Answer => {
    try {
      const reply = answer(service, request, body);
      if (service in done && reply.status < 300) done[service as keyof typeof done] += 1;
      return reply;
    } catch (error) {
      return { status: 400, body: { message: String(error) } };
    }
  };

  server.on("request", async (request, response) => {
    const service = request.url?.split("/")[1] as MiniService;
    journal.push(service);
    response.setHeader("date", now().toUTCString());
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const pending = faults.find(({ fault, left }) => fault.service === service && left > 0);
    if (pending !== undefined) {
      pending.left -= 1;
      if (pending.fault.commit) answer(service, request, body);
      response.writeHead(pending.fault.status, { "retry-after": "0" });
      response.end(pending.fault.echo?.(body) ?? "fault");
      return;
    }
    const reply = (): WireAnswer => onWire(answerOrRefuse(service, request, body));
    const mode = mini.storm?.next(service);
    if (mode === undefined) whole(response, reply());
    else answerFaulty(mode, { response, reply, now: now() });
  });
  return mini;
}

function certificate(issuer: MiniIssuer, authority: MiniAuthority, body: Buffer): Answer {
  const { credentials, publicKeyRequest } = JSON.parse(body.toString("utf8"));
  const claims = issuer.check(credentials.oidcIdentityToken);
  if (claims === undefined) return { status: 401, body: { message: "the token is not valid" } };
  const subject = String(claims["email"] ?? claims["sub"]);
  const spki = provenKey(
    publicKeyRequest.publicKey.content,
    subject,
    publicKeyRequest.proofOfPossession,
  );
  if (spki === undefined) return { status: 400, body: { message: "possession is not proven" } };
  const workflow = claims["job_workflow_ref"];
  const leaf = authority.issue({
    spki,
    claims: runClaims(claims),
    issuer: issuer.url,
    subject:
      claims["email"] === undefined
        ? { uri: workflow === undefined ? subject : `https://github.com/${String(workflow)}` }
        : { email: subject },
  });
  const certificates = [pem(leaf), pem(authority.root.certificate)];
  return { status: 200, body: { signedCertificateEmbeddedSct: { chain: { certificates } } } };
}

/** GitHub's claims as Fulcio puts them into certificates; those that a token lacks are left out. */
function runClaims(claims: Readonly<Record<string, unknown>>): Readonly<Record<number, string>> {
  const url = (name: string) => claims[name] && `https://github.com/${String(claims[name])}`;
  const found: readonly (readonly [number, unknown])[] = [
    [9, claims["repository"] && url("job_workflow_ref")],
    [11, claims["runner_environment"]],
    [12, url("repository")],
    [13, claims["sha"]],
    [14, claims["ref"]],
    [15, claims["repository_id"]],
    [18, url("workflow_ref")],
    [20, claims["event_name"]],
    [24, claims["repository"] && claims["sub"]],
  ];
  return Object.fromEntries(
    found.flatMap(([arc, value]) => (value === undefined ? [] : [[arc, String(value)]])),
  );
}

function pem(der: Buffer): string {
  const lines = der.toString("base64").match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`;
}

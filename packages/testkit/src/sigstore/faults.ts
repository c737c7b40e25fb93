import { createHash } from "node:crypto";
import type { ServerResponse } from "node:http";
import type { MiniService } from "./mini-sigstore.ts";
import type { Answer } from "./rekor.ts";

/** A request that is answered in a mode. */
interface Asked {
  readonly response: ServerResponse;
  /** Does what the request asks for. */
  readonly reply: () => WireAnswer;
  readonly now: Date;
}

type Headers = Readonly<Record<string, string>>;

const PORTAL = "<!doctype html><title>Sign in</title><p>Please accept the terms of this network.";
const LATENCY_MS = 40;

/** How a request can go wrong. After "commit" what was asked for is done, and nobody hears of it. */
const ANSWERS = {
  "rate limit, seconds": (asked) => say(asked, 429, { "retry-after": "1" }, "slow down"),
  "rate limit, date": (asked) => {
    const after = new Date(asked.now.getTime() + 1000).toUTCString();
    say(asked, 429, { "retry-after": after }, "slow down");
  },
  "502": (asked) => say(asked, 502, { "content-type": "text/html" }, PORTAL),
  "503": (asked) => say(asked, 503, {}, "no healthy upstream"),
  "502 after commit": (asked) => {
    asked.reply();
    say(asked, 502, {}, "upstream connect error");
  },
  /** A log that has taken the same entry already: 409. */
  conflict: ({ response, reply }) => {
    reply();
    whole(response, reply());
  },
  /** The socket stays open, and nothing comes. */
  hang: () => {},
  "hang after commit": ({ reply }) => {
    reply();
  },
  "connection reset": ({ response }) => {
    response.socket?.destroy();
  },
  "cut body": ({ response }) =>
    half(response, { status: 201, headers: {}, bytes: Buffer.from('{"uuid":{"body":"e30="}}') }),
  "cut after commit": ({ response, reply }) => half(response, reply()),
  HTML: (asked) => say(asked, 200, { "content-type": "text/html" }, PORTAL),
  "wrong JSON": (asked) =>
    say(asked, 201, { "content-type": "application/json" }, '{"status":"ok","items":[]}'),
  "wrong content type": ({ response, reply }) => {
    const answer = reply();
    whole(response, { ...answer, headers: { ...answer.headers, "content-type": "text/plain" } });
  },
  latency: ({ response, reply }) => {
    const answer = reply();
    setTimeout(() => whole(response, answer), LATENCY_MS);
  },
} as const satisfies Readonly<Record<string, (asked: Asked) => void>>;

export type FaultMode = keyof typeof ANSWERS;
export const FAULT_MODES = Object.keys(ANSWERS) as readonly FaultMode[];

export function answerFaulty(mode: FaultMode, asked: Asked): void {
  ANSWERS[mode](asked);
}

/** What goes wrong when: the n-th request of each service meets the same fate in every run with the same seed. */
export interface FaultPlan {
  /** What the next request of a service meets; nothing in most cases. */
  next(service: MiniService | "github"): FaultMode | undefined;
  /** Requests by what they met. */
  readonly met: ReadonlyMap<FaultMode | "none", number>;
}

/** @param share In [0, 1]: how many of the requests fail, in every mode alike. */
export function faultPlan(
  seed: number,
  share: number,
  modes: readonly FaultMode[] = FAULT_MODES,
): FaultPlan {
  const counts = new Map<string, number>();
  const met = new Map<FaultMode | "none", number>();
  return {
    met,
    next(service) {
      const count = (counts.get(service) ?? 0) + 1;
      counts.set(service, count);
      const drawn = createHash("sha256").update(`${seed} ${service} ${count}`).digest();
      const usable = modes.filter((mode) => mode !== "conflict" || /^(rekor|github)/.test(service));
      const fails = drawn.readUInt32BE(0) < share * 2 ** 32;
      const mode = fails ? usable[drawn.readUInt32BE(4) % usable.length] : undefined;
      met.set(mode ?? "none", (met.get(mode ?? "none") ?? 0) + 1);
      return mode;
    },
  };
}

/** An answer as it goes over the wire. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer;
}

export function onWire({ status, headers, body }: Answer): WireAnswer {
  const isBytes = Buffer.isBuffer(body);
  const type = isBytes ? "application/timestamp-reply" : "application/json";
  return {
    status,
    headers: { "content-type": type, ...headers },
    bytes: isBytes ? body : Buffer.from(JSON.stringify(body)),
  };
}

function say({ response }: Asked, status: number, headers: Headers, body: string): void {
  response.writeHead(status, headers).end(body);
}

export function whole(response: ServerResponse, { status, headers, bytes }: WireAnswer): void {
  response.writeHead(status, headers).end(bytes);
}

/** The length of all of it, and the first half. */
function half(response: ServerResponse, { status, headers, bytes }: WireAnswer): void {
  response.writeHead(status, { ...headers, "content-length": String(bytes.length) });
  response.write(bytes.subarray(0, bytes.length >> 1), () => response.socket?.destroy());
}

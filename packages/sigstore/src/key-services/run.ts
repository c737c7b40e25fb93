import { createPublicKey } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Clock, HttpClient, HttpRequest, HttpResponse, Logger } from "@assay/core";
import { ExternalError, memberAt, UsageError } from "@assay/core";
import { type PublicKey, publicKeyFrom } from "../keys/public-key.ts";
import { answerText, badAnswer, callService } from "../services/request.ts";

/** What signing with a key in a service needs of a run. */
export interface KeyServiceRun {
  readonly http: HttpClient;
  /** Read by name: addresses, tokens, roles, as the services' own programs read them. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Gets every token before anything else does. */
  mask(secret: string): void;
}

/** @throws ExternalError where the answer has no such text. */
export function textAt(service: string, value: unknown, ...path: readonly string[]): string {
  const text = memberAt(value, ...path);
  if (typeof text === "string" && text !== "") return text;
  throw new ExternalError(`${service} answered without \`${path.join(".")}\``, {
    hint: "Check that its address is that of this service, and its version.",
  });
}

/** @throws ExternalError where it is none; UsageError where it is one that is not signed with here. */
export function servedKey(
  service: string,
  input: Parameters<typeof createPublicKey>[0],
): PublicKey {
  try {
    return publicKeyFrom(createPublicKey(input));
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    throw new ExternalError(`${service} answered without a readable public key`, { cause });
  }
}

/**
 * What an answer that is no success means.
 *
 * @param hint What to do where the service refused.
 */
export function refusal(service: string, response: HttpResponse, hint: string): Error {
  if (response.status < 400 || response.status >= 500 || response.status === 429) {
    return badAnswer(service, response);
  }
  const said = answerText(response);
  return new UsageError(
    `${service} refused with status ${response.status}${said === "" ? "" : `: ${said}`}`,
    { hint },
  );
}

/** Milliseconds before its end in which what a service lent is not used any more. */
const MARGIN = 60_000;

/** What is lent for a time (a token, a session): asked for once, and again before it ends or where asking failed. */
export function renewed<T>(
  { clock }: Pick<KeyServiceRun, "clock">,
  ask: () => Promise<{ readonly value: T; readonly expires: number }>,
): () => Promise<T> {
  let current: Promise<T> | undefined;
  let until = 0;
  return () => {
    if (current === undefined || clock.wall().getTime() >= until) {
      // Until the answer says when it ends.
      until = Number.POSITIVE_INFINITY;
      current = ask().then(
        ({ value, expires }) => {
          until = expires - MARGIN;
          return value;
        },
        (error: unknown) => {
          until = 0;
          throw error;
        },
      );
    }
    return current;
  };
}

/**
 * What stands in the file that a variable names, masked.
 *
 * @throws UsageError where it can't be read.
 */
export async function secretIn(
  { environment, mask }: KeyServiceRun,
  variable: string,
): Promise<string> {
  const text = await readFile(environment[variable] ?? "", "utf8").catch((cause: unknown) => {
    throw new UsageError(`The file of ${variable} can't be read`, { cause });
  });
  if (text.trim() !== "") mask(text.trim());
  return text.trim();
}

/** The instant, in milliseconds, that `expires_in` (seconds) of an OAuth answer is. */
export function endOf({ clock }: Pick<KeyServiceRun, "clock">, seconds: unknown): number {
  return clock.wall().getTime() + (Number(seconds) || 0) * 1000;
}

/** A body in JSON, with its method. */
export function posted(body: unknown): Pick<HttpRequest, "method" | "body"> {
  return body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
}

/** @throws As `refusal`, where the status is not 200. */
export async function askJson(
  run: KeyServiceRun,
  service: string,
  hint: string,
  request: HttpRequest,
): Promise<unknown> {
  const headers = {
    accept: "application/json",
    ...(request.body !== undefined && { "content-type": "application/json" }),
    ...request.headers,
  };
  const response = await callService(run.http, { service, ...request, headers });
  if (response.status === 200) return response.json();
  throw refusal(service, response, hint);
}

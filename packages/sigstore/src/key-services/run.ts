import { createPublicKey } from "node:crypto";
import type { Clock, HttpClient, HttpResponse, Logger } from "@assay/core";
import { ExternalError, UsageError } from "@assay/core";
import { type PublicKey, publicKeyFrom } from "../keys/public-key.ts";
import { answerText, badAnswer } from "../services/request.ts";

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

/** A member of an answer, by a path of names. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, name) =>
      typeof inner === "object" && inner !== null && Object.hasOwn(inner, name)
        ? (inner as Readonly<Record<string, unknown>>)[name]
        : undefined,
    value,
  );
}

/** @throws ExternalError where the answer has no such text. */
export function textAt(service: string, value: unknown, ...path: readonly string[]): string {
  const text = at(value, ...path);
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

import { clip, escapeControlCharacters, isRecord, maskSecrets } from "@assay/core";
import { StoreError, type StoreFailure } from "../error.ts";
import type { RegistryResponse } from "./session.ts";

/** One entry of an error's body: https://github.com/opencontainers/distribution-spec/blob/main/spec.md#error-codes */
export interface RegistryProblem {
  readonly code: string;
  /** One line, without control characters and what looks like a credential. */
  readonly message: string;
}

const MAX_BODY = 64 * 1024;

export function problemsOf(body: Uint8Array): readonly RegistryProblem[] {
  if (body.length > MAX_BODY) return [];
  try {
    const json: unknown = JSON.parse(Buffer.from(body).toString("utf8"));
    const errors = isRecord(json) && Array.isArray(json["errors"]) ? json["errors"] : [];
    return errors.filter(isRecord).map(({ code, message }) => ({
      code: line(code, 100),
      message: line(message, 300),
    }));
  } catch {
    return [];
  }
}

function line(value: unknown, limit: number): string {
  return typeof value === "string" ? clip(maskSecrets(escapeControlCharacters(value)), limit) : "";
}

/** " (DENIED: …)", or nothing. */
export function quoted(problems: readonly RegistryProblem[]): string {
  const [first] = problems;
  if (first === undefined) return "";
  return ` (${[first.code, first.message].filter((text) => text !== "").join(": ")})`;
}

/**
 * What a status stands for where it is no success.
 *
 * @param host Who answered. @param what "The manifest 1.2 of ghcr.io/team/app".
 */
export function statusFailure(response: RegistryResponse, host: string, what: string): StoreError {
  const { status, headers, isElsewhere, url } = response;
  const said = quoted(problemsOf(response.body));
  const who = isElsewhere ? `${url.host}, where ${host} redirected to,` : host;
  const make = (failure: StoreFailure, message: string, hint?: string) =>
    new StoreError(failure, `${what}: ${message}${said}`, hint === undefined ? {} : { hint });
  if (isElsewhere && status < 500 && status !== 429)
    return make(
      "failed",
      `${who} answered ${status}`,
      "Try again: such addresses live for minutes only.",
    );
  switch (status) {
    case 401:
      return make(
        "unauthorized",
        `${who} refused the credentials (401)`,
        "Log in again with `docker login`.",
      );
    case 403:
      return make(
        "forbidden",
        `${who} does not allow it (403)`,
        "Give the account or token the right to do it.",
      );
    case 404:
      return make("failed", `${who} does not have it (404)`);
    case 429: {
      const wait = headers["retry-after"];
      const when = wait === undefined ? "" : `; it may be asked again ${after(wait)}`;
      return make(
        "rate-limited",
        `${who} limits the rate of requests (429)${when}`,
        "Log in, or wait: limits of accounts are higher.",
      );
    }
    default:
      return status >= 500
        ? make("unreachable", `${who} failed with status ${status}`, "Try again later.")
        : make("failed", `${who} answered ${status}`);
  }
}

function after(wait: string): string {
  return /^\d{1,9}$/.test(wait) ? `in ${wait} s` : `from ${line(wait, 40)} on`;
}

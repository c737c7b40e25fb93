import type { HttpRequest, HttpResponse } from "./http.ts";

const TRANSIENT_STATUS = new Set([408, 429, 500, 502, 503, 504]);
const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 20_000;
/** A server that asks for more is not waited for: its answer goes to the caller. */
const LONGEST_RETRY_AFTER_MS = 120_000;

export function isTransientStatus(status: number): boolean {
  return TRANSIENT_STATUS.has(status);
}

/** Whether sending the request twice does no harm (RFC 9110 section 9.2.2), or the caller said so. */
export function isRepeatable(request: HttpRequest): boolean {
  const method = request.method ?? "GET";
  return request.retryUnsafe === true || (method !== "POST" && method !== "PATCH");
}

/** Exponential back-off with full jitter, in milliseconds. `tried` counts from 1; `random` is in [0, 1). */
export function backoff(tried: number, random: number): number {
  return Math.round(random * Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** tried));
}

/**
 * What `Retry-After` (RFC 9110 section 10.2.3: seconds or a date) asks for, in milliseconds: `undefined` without a
 * readable header, `"too long"` when it is more than two minutes.
 */
export function retryAfter(response: HttpResponse, now: Date): number | "too long" | undefined {
  const text = response.headers["retry-after"]?.trim();
  if (text === undefined || text === "") return undefined;
  // A date is by the server's clock, which may not be ours.
  const sent = Date.parse(response.headers["date"] ?? "");
  const by = Number.isNaN(sent) ? now.getTime() : sent;
  const wait = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : Date.parse(text) - by;
  if (Number.isNaN(wait)) return undefined;
  return wait > LONGEST_RETRY_AFTER_MS ? "too long" : Math.max(0, wait);
}

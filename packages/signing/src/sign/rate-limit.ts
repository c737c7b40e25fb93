import { setTimeout as wait } from "node:timers/promises";

/** The public Rekor v1 instance takes about 500 requests a minute. */
const PUBLIC_V1_HOST = "rekor.sigstore.dev";
const SPACING_MS = 125;

/**
 * A permit before each signature. It is taken *before* signing, so that a certificate does not expire in the queue
 * behind a rate limit. No other log is known to have such a limit.
 */
export function rateLimit(logUrls: readonly string[]): () => Promise<void> {
  if (!logUrls.some((url) => URL.canParse(url) && new URL(url).hostname === PUBLIC_V1_HOST)) {
    return async () => {};
  }
  let last: Promise<unknown> = Promise.resolve();
  return async () => {
    const mine = last;
    last = mine.then(() => wait(SPACING_MS));
    await mine;
  };
}

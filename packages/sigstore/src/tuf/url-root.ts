import { UsageError } from "@assay/core";
import { MAX_TRUST_BYTES } from "../trust/trust-config.ts";
import { parseTrustedRoot, type TrustedRoot } from "../trust/trusted-root.ts";
import { cachePath, readCache } from "./cache.ts";
import { tufError } from "./error.ts";
import { DAY, lastGoodOr, type TufRun } from "./last-good.ts";
import { fetchFile, keep } from "./trusted-root.ts";

/** As long as the timestamps of TUF repositories hold: nothing in a file by itself says when it is over. */
const WEEK = 7 * DAY;

/**
 * The trusted root at a URL, for instances that have no TUF repository: who may answer there is said by TLS alone. Asked for once a day
 * and kept as by `lastGoodOr`.
 *
 * @param maxAge In days.
 * @throws ExternalError where there is none that may be used; UsageError for a URL without TLS on another machine.
 */
export async function urlTrustedRoot(
  run: TufRun,
  url: string,
  maxAge?: number,
): Promise<TrustedRoot> {
  if (!/^https:\/\/|^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])[:/]/.test(url))
    throw new UsageError(`\`tuf-url\` is "${url.slice(0, 200)}"; a trusted root needs https`);
  const path = cachePath(run.environment, url, Buffer.alloc(0));
  const cached = await readCache(path);
  const { checked } = cached ?? {};
  const target = cached?.state.target;
  const known =
    target === undefined || checked === undefined
      ? undefined
      : { target, checked, expires: new Date(checked.getTime() + WEEK) };
  const bytes = await lastGoodOr(run, known, { maxAge }, async () => {
    const found = await fetchFile(run, url, MAX_TRUST_BYTES);
    if (found === undefined) throw tufError(`there is nothing at ${url}`);
    parseTrustedRoot(found, url);
    const state = { root: Buffer.alloc(0), target: found };
    await keep(run, path, { state, checked: run.clock.wall() });
    return found;
  });
  return parseTrustedRoot(bytes, url);
}

import { asKnownError, type CheckContext, UsageError } from "@assay/core";
import { parseTrustedRoot, type TrustedRoot } from "../trust/trusted-root.ts";
import { type Cached, cachePath, readCache, writeCache } from "./cache.ts";
import { updateTuf } from "./client.ts";
import { tufError } from "./error.ts";
import { type RoleName, readMetadata } from "./metadata.ts";

export type TufRun = Pick<CheckContext, "http" | "environment" | "clock" | "offline" | "logger">;

export interface TufSource {
  /** Of the repository, such as `https://tuf-repo-cdn.sigstore.dev`. */
  readonly url: string;
  /** The first root, which came to the caller by another way. */
  readonly root: Uint8Array;
}

const TARGET = "trusted_root.json";
const DAY = 24 * 60 * 60 * 1000;
const ROLES: readonly RoleName[] = ["root", "timestamp", "snapshot", "targets"];

/**
 * The trusted root of a TUF repository: what is kept, where it is of today and has not expired; else what an update gives; where that
 * fails, what is kept and has not expired, and its age is told. Offline also an expired one is used, and that is told.
 *
 * @throws ExternalError where there is none that may be used; UsageError for a root or URL that is none.
 */
export async function tufTrustedRoot(run: TufRun, { url, root }: TufSource): Promise<TrustedRoot> {
  const base = url.replace(/\/+$/, "");
  if (!/^https?:\/\//.test(base) || !URL.canParse(base))
    throw new UsageError(`\`tuf-url\` is "${url.slice(0, 200)}"; it must be an http(s) URL`);
  const path = cachePath(run.environment, base, root);
  const now = run.clock.wall();
  const cached = await usable(await readCache(path));
  const bytes = await targetOf(run, base, root, path, cached, now);
  return parseTrustedRoot(bytes, `${TARGET} of ${base}`);
}

interface Usable extends Cached {
  readonly checked: Date;
  readonly target: Uint8Array;
  /** The first of its metadata that expires. */
  readonly expires: Date;
}

async function targetOf(
  run: TufRun,
  base: string,
  root: Uint8Array,
  path: string,
  cached: Usable | Cached | undefined,
  now: Date,
): Promise<Uint8Array> {
  const known = cached !== undefined && "target" in cached ? cached : undefined;
  const age =
    known === undefined ? Number.POSITIVE_INFINITY : now.getTime() - known.checked.getTime();
  const isCurrent = known !== undefined && now < known.expires;
  if (isCurrent && age >= 0 && age < DAY) return known.target;
  const told =
    known === undefined ? "" : `the trusted root of ${known.checked.toISOString()} is used`;
  if (run.offline) {
    if (known === undefined)
      throw new UsageError("No trusted root is kept, and the run is offline", {
        hint: "Run once with the network, or give a file with `trusted-root`.",
      });
    const late = Math.floor((now.getTime() - known.expires.getTime()) / DAY);
    run.logger.notice(
      isCurrent ? `Offline: ${told}.` : `Offline: ${told}, ${late} days past its expiry.`,
    );
    return known.target;
  }
  try {
    return await update(run, base, cached ?? { state: { root }, checked: undefined }, path, now);
  } catch (error) {
    if (!isCurrent || asKnownError(error).kind === "internal") throw error;
    run.logger.notice(`${asKnownError(error).message}: ${told}.`);
    return known.target;
  }
}

async function update(
  run: TufRun,
  base: string,
  given: Cached,
  path: string,
  now: Date,
): Promise<Uint8Array> {
  let { state, checked } = given;
  const updated = await updateTuf(state, {
    now,
    target: TARGET,
    async fetch(name, maxBytes) {
      const url = `${base}/${name}`;
      const { status, body } = await run.http.request({
        url,
        maxBytes,
        timeoutMs: 20_000,
        tries: 3,
      });
      if (status === 404 || status === 403) return undefined;
      if (status !== 200) throw tufError(`${url} answers with status ${status}`);
      if (body.length > maxBytes) throw tufError(`${url} has more than ${maxBytes} bytes`);
      return body;
    },
    async onRoot(root, areKeysNew) {
      // What the keys before have signed is forgotten together with them, also where the rest of the update fails.
      state = areKeysNew
        ? { ...state, root, timestamp: undefined, snapshot: undefined }
        : { ...state, root };
      if (areKeysNew) checked = undefined;
      await keep(run, path, { state, checked });
    },
  });
  parseTrustedRoot(updated.target, `${TARGET} of ${base}`);
  await keep(run, path, { state: updated, checked: now });
  return updated.target;
}

/** A cache that can't be written costs an update each time, and no run. */
async function keep(run: TufRun, path: string, cached: Cached): Promise<void> {
  await writeCache(path, cached).catch((error: unknown) => {
    run.logger.debug(`${path} can't be written: ${asKnownError(error).message}`);
  });
}

/**
 * What is kept, verified as if it came from the repository: only its expiry is left open. Where it does not hold, its root may: that
 * is where the next update begins.
 */
async function usable(cached: Cached | undefined): Promise<Usable | Cached | undefined> {
  if (cached === undefined) return undefined;
  const { state, checked } = cached;
  if (checked === undefined) return cached;
  try {
    const { target } = await updateTuf(state, {
      now: new Date(0),
      target: TARGET,
      fetch: async (name) => (name === "timestamp.json" ? state.timestamp : undefined),
    });
    const expiries = ROLES.map(
      (role) => readMetadata(state[role] ?? Buffer.alloc(0), role).expires,
    );
    const [expires = new Date(0)] = expiries.sort((a, b) => a.getTime() - b.getTime());
    return { state, checked, target, expires };
  } catch {
    return undefined;
  }
}

import { asKnownError, UsageError } from "@assay/core";
import { parseTrustedRoot, type TrustedRoot } from "../trust/trusted-root.ts";
import { type Cached, cachePath, readCache, writeCache } from "./cache.ts";
import { type TufState, updateTuf } from "./client.ts";
import { tufError } from "./error.ts";
import { type LastGood, lastGoodOr, type TufRun } from "./last-good.ts";
import { ROLES, readMetadata } from "./metadata.ts";

export interface TufSource {
  /** Of the repository, such as `https://tuf-repo-cdn.sigstore.dev`. */
  readonly url: string;
  /** The first root, which came to the caller by another way. */
  readonly root: Uint8Array;
  /** What is used offline where nothing newer is kept. */
  readonly builtIn?: LastGood | undefined;
}

const TARGET = "trusted_root.json";

/**
 * The trusted root of a TUF repository: what is kept, where it is of today and has not expired; else what an update gives; else what
 * `lastGoodOr` allows.
 *
 * @param maxAge In days.
 * @throws ExternalError where there is none that may be used; UsageError for a root or URL that is none.
 */
export async function tufTrustedRoot(
  run: TufRun,
  { url, root, builtIn }: TufSource,
  maxAge?: number,
): Promise<TrustedRoot> {
  const base = baseUrl(url);
  const path = cachePath(run.environment, base, root);
  const cached = await usable(await readCache(path));
  const known = cached !== undefined && "target" in cached ? cached : undefined;
  const start = cached ?? { state: { root }, checked: undefined };
  const bytes = await lastGoodOr(run, known, { builtIn, maxAge }, () =>
    update(run, base, start, path, run.clock.wall()),
  );
  return parseTrustedRoot(bytes, `${TARGET} of ${base}`);
}

/** @throws UsageError */
export function baseUrl(url: string): string {
  const base = url.replace(/\/+$/, "");
  if (/^https?:\/\//.test(base) && URL.canParse(base)) return base;
  throw new UsageError(`\`tuf-url\` is "${url.slice(0, 200)}"; it must be an http(s) URL`);
}

interface Usable extends Cached, LastGood {
  readonly checked: Date;
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
    fetch: (name, maxBytes) => fetchFile(run, `${base}/${name}`, maxBytes),
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
  // Another process may have come further meanwhile: what it has seen is not forgotten.
  const other = await usable(await readCache(path));
  if (other === undefined || !("target" in other) || !isOlder(updated, other.state))
    await keep(run, path, { state: updated, checked: now });
  return updated.target;
}

function isOlder(state: TufState, other: TufState): boolean {
  const [ours, theirs] = [state, other].map((each) =>
    (["root", "timestamp"] as const).map(
      (role) => readMetadata(each[role] ?? Buffer.alloc(0), role).version,
    ),
  );
  const [root = 0, timestamp = 0] = ours ?? [];
  const [otherRoot = 0, otherTimestamp = 0] = theirs ?? [];
  return root < otherRoot || (root === otherRoot && timestamp < otherTimestamp);
}

/** @throws ExternalError where it is larger, or the answer is another than that it is there or not. */
export async function fetchFile(
  run: Pick<TufRun, "http">,
  url: string,
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  const { status, body } = await run.http.request({ url, maxBytes, timeoutMs: 20_000, tries: 3 });
  if (status === 404 || status === 403) return undefined;
  if (status !== 200) throw tufError(`${url} answers with status ${status}`);
  if (body.length > maxBytes) throw tufError(`${url} has more than ${maxBytes} bytes`);
  return body;
}

/** A cache that can't be written costs an update each time, and no run. */
export async function keep(run: TufRun, path: string, cached: Cached): Promise<void> {
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
    const expiries = [
      ...ROLES.map((role) => readMetadata(state[role] ?? Buffer.alloc(0), role)),
      ...[...(state.delegated ?? [])].map(([name, bytes]) => readMetadata(bytes, "targets", name)),
    ].map((metadata) => metadata.expires);
    const [expires = new Date(0)] = expiries.sort((a, b) => a.getTime() - b.getTime());
    return { state, checked, target, expires };
  } catch {
    return undefined;
  }
}

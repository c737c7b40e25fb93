import type { Descriptor, ImageIndex, StoredManifest } from "../descriptor.ts";
import { StoreError } from "../error.ts";
import { MAX_MANIFEST_BYTES } from "../manifests/json.ts";
import { kindOf, MEDIA_TYPES } from "../manifests/media-types.ts";
import { parseManifest } from "../manifests/parse.ts";
import type { Referrers } from "../store.ts";
import { readManifest } from "./manifests.ts";
import { pages } from "./paging.ts";
import type { RegistrySession } from "./session.ts";

const MAX_REFERRERS = 10_000;
const MAX_TOTAL_BYTES = 64 * 1024 * 1024;
const AT_ONCE = 4;

/** Where referrers are listed in a registry without the API: https://github.com/opencontainers/distribution-spec/blob/main/spec.md#referrers-tag-schema */
export function fallbackTag(digest: string): string {
  const [algorithm = "", encoded = ""] = digest.split(":");
  return `${algorithm.slice(0, 32)}-${encoded.slice(0, 64)}`.replace(/[^\w.-]/g, "-");
}

/** What a registry lists as referrers of a digest. Nothing of it is believed: it says what to read. */
export interface ReferrersList {
  /** Whether the registry has the API. */
  readonly hasApi: boolean;
  readonly api: readonly Descriptor[];
  /** What stands under the fallback tag. */
  readonly tag: StoredManifest | undefined;
}

/**
 * Asks the referrers API and the fallback tag: entries from before a registry had the API may stand under the tag alone.
 * https://github.com/opencontainers/distribution-spec/blob/main/spec.md#listing-referrers
 *
 * @throws StoreError for every answer that does not say what is there: it is never the same as "none".
 */
export async function listReferrers(
  session: RegistrySession,
  digest: string,
): Promise<ReferrersList> {
  const api = await askApi(session, digest);
  const tag = await readManifest(session, fallbackTag(digest)).catch((error) => {
    throw api.doubt?.() ?? error;
  });
  return { hasApi: api.found !== undefined, api: api.found ?? [], tag };
}

interface ApiAnswer {
  /** `undefined` where there is no such API. */
  readonly found?: readonly Descriptor[];
  /** Why the API does not answer, where only the fallback tag can tell that there is none. */
  readonly doubt?: () => Error;
}

async function askApi(session: RegistrySession, digest: string): Promise<ApiAnswer> {
  const what = `The list of referrers of ${digest} in ${session.name}`;
  const found: Descriptor[] = [];
  let hasApi = false;
  // Unfiltered: old registries fill `artifactType` wrongly, and their filter then loses entries.
  const target = `${session.reference.repository}/referrers/${digest}`;
  const request = { target, what, maxBytes: MAX_MANIFEST_BYTES, stays: true };
  for await (const response of pages(session, request)) {
    const { status, headers } = response;
    const mediaType = headers["content-type"]?.split(";")[0]?.trim().toLowerCase();
    // Whoever gave one page has the API: what follows is that it can't say the rest.
    if (hasApi && (status !== 200 || mediaType !== MEDIA_TYPES.index))
      throw session.failure(response, what);
    if (status === 404) return {};
    if (status === 400 || status === 405 || status === 406)
      return { doubt: () => session.failure(response, what) };
    // GHCR redirects to a page for people.
    if (status >= 300 && status < 400) return {};
    if (status !== 200) throw session.failure(response, what);
    if (mediaType !== MEDIA_TYPES.index) return {};
    hasApi = true;
    const { manifest } = parseManifest(response.body, { what, mediaType });
    found.push(...(manifest as ImageIndex).manifests);
    if (found.length > MAX_REFERRERS) throw tooMany(what);
  }
  return { found };
}

/** Every referrer of a digest, read whole and judged by its own `subject`; sorted by digest. @throws StoreError */
export async function readReferrers(session: RegistrySession, digest: string): Promise<Referrers> {
  const what = `The list of referrers of ${digest} in ${session.name}`;
  const { api, tag } = await listReferrers(session, digest);
  const notices: string[] = [];
  if (tag !== undefined && tag.manifest.kind !== "index") {
    notices.push(
      `The fallback tag ${fallbackTag(digest)} of ${session.name} holds an image and no list of referrers: whatever was listed there is lost`,
    );
  }
  const listed = tag?.manifest.kind === "index" ? tag.manifest.manifests : [];
  const all = new Map([...api, ...listed].map((entry) => [entry.digest, entry]));
  if (all.size > MAX_REFERRERS) throw tooMany(what);
  const manifests: StoredManifest[] = [];
  const others: StoredManifest[] = [];
  let bytes = 0;
  const entries = [...all.values()].sort((a, b) => (a.digest < b.digest ? -1 : 1));
  for (let at = 0; at < entries.length; at += AT_ONCE) {
    const batch = entries.slice(at, at + AT_ONCE);
    const read = await Promise.all(batch.map((entry) => readReferrer(session, entry)));
    for (const result of read) {
      if (typeof result === "string") {
        notices.push(result);
        continue;
      }
      bytes += result.bytes.length;
      const own = result.manifest.subject?.digest;
      if (own === digest) manifests.push(result);
      else others.push(result);
    }
    if (bytes > MAX_TOTAL_BYTES)
      throw new StoreError(
        "failed",
        `${what}: the manifests have more than ${MAX_TOTAL_BYTES} bytes together`,
      );
  }
  return { manifests, others, notices };
}

/** Or why it is none: anybody who may push can list what they like, and that must not hide the others. */
async function readReferrer(
  session: RegistrySession,
  entry: Descriptor,
): Promise<StoredManifest | string> {
  const name = `${entry.digest}, which ${session.name} lists as a referrer,`;
  if (kindOf(entry.mediaType) === undefined)
    return `${name} is of the type ${entry.mediaType}, which is no manifest`;
  let found: StoredManifest | undefined;
  try {
    found = await readManifest(session, entry.digest);
  } catch (error) {
    if (error instanceof StoreError && error.failure === "malformed") return error.message;
    throw error;
  }
  return found ?? `${name} is not there`;
}

function tooMany(what: string): StoreError {
  return new StoreError("failed", `${what} has more than ${MAX_REFERRERS} entries`);
}

import { setTimeout as wait } from "node:timers/promises";
import type { Descriptor } from "../../descriptor.ts";
import { StoreError } from "../../error.ts";
import { MEDIA_TYPES } from "../../manifests/media-types.ts";
import { parseManifest } from "../../manifests/parse.ts";
import type { RegistrySession } from "../session.ts";
import { listUnderTag } from "./fallback-tag.ts";
import { uploadManifest } from "./manifests.ts";
import { pushScope } from "./upload-session.ts";

/** Pauses before the referrers API is asked again, in milliseconds: some registries list late. */
const PAUSES = [250, 1000, 3000];
const MAX_PAGES = 1000;

/**
 * Puts a manifest that has a subject and sees to it that it is listed: in the referrers API, or where there is none under the fallback tag.
 * What the answer to the PUT says of it (`OCI-Subject`) is no proof: registries without the API send it too.
 *
 * @throws StoreError
 */
export async function uploadReferrer(
  session: RegistrySession,
  bytes: Uint8Array,
  mediaType: string,
): Promise<Descriptor> {
  const { manifest } = parseManifest(bytes, {
    what: `The manifest for ${session.name}`,
    mediaType,
  });
  const { subject, artifactType, annotations } = manifest;
  const descriptor = await uploadManifest(session, bytes, mediaType);
  if (subject === undefined) return descriptor;
  for (const pause of [0, ...PAUSES]) {
    await wait(pause, undefined, { signal: session.context.signal });
    const isListed = await isInApi(session, subject.digest, descriptor.digest);
    if (isListed === true) return descriptor;
    if (isListed === false) continue;
    await listUnderTag(session, fallbackTag(subject.digest), {
      ...descriptor,
      ...(artifactType === undefined ? {} : { artifactType }),
      ...(Object.keys(annotations).length === 0 ? {} : { annotations }),
    });
    return descriptor;
  }
  throw new StoreError(
    "failed",
    `${session.name} took ${descriptor.digest} and does not list it among the referrers of ${subject.digest}`,
    { hint: "Ask again in a while: where it is listed by then, nothing is lost." },
  );
}

/** https://github.com/opencontainers/distribution-spec/blob/main/spec.md#referrers-tag-schema */
function fallbackTag(digest: string): string {
  const [algorithm = "", encoded = ""] = digest.split(":");
  const clean = (text: string) => text.replaceAll(/[^\w.-]/g, "-");
  return `${clean(algorithm).slice(0, 32)}-${clean(encoded).slice(0, 64)}`;
}

/** Whether the referrers API lists a manifest; `undefined` where there is no such API. */
async function isInApi(
  session: RegistrySession,
  subject: string,
  digest: string,
): Promise<boolean | undefined> {
  const what = `The referrers of ${subject} in ${session.name}`;
  const seen = new Set<string>();
  let target: string | URL = `${session.reference.repository}/referrers/${subject}`;
  for (let page = 0; page < MAX_PAGES; page++) {
    const response = await session.request({
      target,
      scopes: [pushScope(session)],
      stays: true,
      what,
    });
    const { "content-type": mediaType, link } = response.headers;
    const isIndex = mediaType?.split(";")[0]?.trim().toLowerCase() === MEDIA_TYPES.index;
    if (page === 0 && (isAbsent(response.status) || (response.status === 200 && !isIndex))) return;
    if (response.status !== 200) throw session.failure(response, what);
    const { manifest } = parseManifest(response.body, { what, mediaType: MEDIA_TYPES.index });
    const listed = manifest.kind === "index" ? manifest.manifests : [];
    if (listed.some((entry) => entry.digest === digest)) return true;
    const next = /<([^>]*)>\s*;[^,]*\brel="?next"?/.exec(link ?? "")?.[1];
    if (next === undefined || !URL.canParse(next, response.url.href)) return false;
    target = new URL(next, response.url);
    if (target.origin !== response.url.origin || seen.has(target.href)) return false;
    seen.add(target.href);
  }
  return false;
}

/** How registries without the API answer: most by 404, some by a redirect to a page for people or as to a wrong request. */
function isAbsent(status: number): boolean {
  return [400, 404, 405, 406].includes(status) || (status >= 300 && status < 400);
}

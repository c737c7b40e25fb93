import { randomInt } from "node:crypto";
import type { Descriptor, StoredManifest } from "../../descriptor.ts";
import { StoreError } from "../../error.ts";
import { strictJson } from "../../manifests/json.ts";
import { MANIFEST_ACCEPT, MEDIA_TYPES } from "../../manifests/media-types.ts";
import { parseManifest } from "../../manifests/parse.ts";
import { pause } from "../pause.ts";
import type { RegistrySession } from "../session.ts";
import { pushScope } from "./upload-session.ts";

const TRIES = 20;

/** What is known of an index while it is changed. */
interface Read {
  readonly json: Readonly<Record<string, unknown>>;
  readonly etag?: string;
}

/**
 * Lists a referrer under the fallback tag of its subject, for registries without the referrers API:
 * https://github.com/opencontainers/distribution-spec/blob/main/spec.md#referrers-tag-schema
 *
 * Registries take the last of two writers' lists, whatever `If-Match` says. So the list is read again after the write, and once more after
 * a random while; where the entry is gone, all of that is done again.
 *
 * @param entry With `artifactType` and all annotations of the manifest, as the specification demands.
 * @throws StoreError
 */
export async function listUnderTag(
  session: RegistrySession,
  tag: string,
  entry: Descriptor,
): Promise<void> {
  for (let tried = 1; tried <= TRIES; tried++) {
    const read = await readIndex(session, tag, tried === 1);
    if (!isListed(read, entry.digest)) {
      await writeWith(session, tag, read, entry);
      if (!isListed(await readIndex(session, tag), entry.digest)) continue;
    }
    await pause(session, 100 + randomInt(400));
    if (isListed(await readIndex(session, tag), entry.digest)) return;
    session.context.logger.info(`${tag} of ${session.name}: another writer took the entry out`);
  }
  throw new StoreError(
    "failed",
    `${entry.digest} was put into ${session.name}, and other writers took it out of the list ${tag} ${TRIES} times`,
    { hint: "Attach to one image from one job at a time, and run this again." },
  );
}

async function readIndex(session: RegistrySession, tag: string, isFirst = false): Promise<Read> {
  const what = `The list of referrers ${tag} of ${session.name}`;
  const empty = { json: { schemaVersion: 2, mediaType: MEDIA_TYPES.index, manifests: [] } };
  const response = await session.request({
    target: `${session.reference.repository}/manifests/${tag}`,
    headers: { accept: MANIFEST_ACCEPT },
    scopes: [pushScope(session)],
    what,
  });
  if (response.status === 404 && !response.isElsewhere) return empty;
  if (response.status !== 200) throw session.failure(response, what);
  const { etag, "content-type": mediaType } = response.headers;
  const stored = parseManifest(response.body, {
    what,
    ...(mediaType === undefined ? {} : { mediaType }),
  });
  if (stored.manifest.kind === "image") {
    if (isFirst) session.context.logger.warning(occupied(session, tag, stored));
    return { ...empty, ...(etag === undefined ? {} : { etag }) };
  }
  return { json: strictJson(stored.bytes, what), ...(etag === undefined ? {} : { etag }) };
}

/** Some tools copy an image to this tag; by its digest it stays. */
function occupied(session: RegistrySession, tag: string, { descriptor }: StoredManifest): string {
  return `The tag ${tag} of ${session.name}, which lists what is attached to an image, holds an image (${descriptor.digest}); it is replaced by the list`;
}

function entriesOf({ json }: Read): readonly Descriptor[] {
  return json["manifests"] as readonly Descriptor[];
}

function isListed(read: Read, digest: string): boolean {
  return entriesOf(read).some((entry) => entry.digest === digest);
}

/**
 * Writes the list with one more entry. A registry that knows what a list names refuses one that names what was deleted since: then these
 * entries are taken out, which is said.
 */
async function writeWith(
  session: RegistrySession,
  tag: string,
  read: Read,
  entry: Descriptor,
): Promise<void> {
  const refused = await writeIndex(session, tag, withEntry(read, entry), read.etag);
  if (refused === undefined) return;
  const present: Descriptor[] = [];
  for (const listed of entriesOf(read)) {
    const what = `The manifest ${listed.digest} of ${session.name}`;
    const { repository } = session.reference;
    const { status, isElsewhere } = await session.request({
      method: "HEAD",
      target: `${repository}/manifests/${listed.digest}`,
      headers: { accept: MANIFEST_ACCEPT },
      scopes: [pushScope(session)],
      what,
    });
    if (status !== 404 || isElsewhere) present.push(listed);
    else session.context.logger.warning(`${what} is gone, and is taken out of the list ${tag}`);
  }
  if (present.length === entriesOf(read).length) throw refused;
  const json = { ...read.json, manifests: present };
  const again = await writeIndex(session, tag, withEntry({ json }, entry), read.etag);
  if (again !== undefined) throw again;
}

/** Sorted, so that the same entries make the same bytes whoever came first. */
function withEntry(read: Read, entry: Descriptor): Uint8Array {
  const manifests = [...entriesOf(read), entry].sort((a, b) => (a.digest < b.digest ? -1 : 1));
  return Buffer.from(JSON.stringify({ ...read.json, manifests }));
}

/** The failure where the registry refuses the list as wrong. */
async function writeIndex(
  session: RegistrySession,
  tag: string,
  bytes: Uint8Array,
  etag: string | undefined,
): Promise<Error | undefined> {
  const what = `The list of referrers ${tag} of ${session.name}`;
  const { descriptor } = parseManifest(bytes, { what });
  const response = await session.request({
    method: "PUT",
    target: `${session.reference.repository}/manifests/${tag}`,
    headers: {
      "content-type": descriptor.mediaType,
      ...(etag === undefined ? {} : { "if-match": etag }),
    },
    body: bytes,
    scopes: [pushScope(session)],
    what,
  });
  // 412: another writer was faster, which the next look at the list finds out.
  if (response.status < 300 || response.status === 412) return undefined;
  const failure = session.failure(response, what);
  if (response.status === 400 || response.status === 404 || response.status === 500) return failure;
  throw failure;
}

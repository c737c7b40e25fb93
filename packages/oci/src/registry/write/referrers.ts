import type { Descriptor } from "../../descriptor.ts";
import { StoreError } from "../../error.ts";
import { parseManifest } from "../../manifests/parse.ts";
import { pause } from "../pause.ts";
import { fallbackTag, listReferrers } from "../referrers.ts";
import type { RegistrySession } from "../session.ts";
import { listUnderTag } from "./fallback-tag.ts";
import { uploadManifest } from "./manifests.ts";

/** Pauses before the referrers API is asked again, in milliseconds: some registries list late. */
const PAUSES = [250, 1000, 3000];

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
  for (const milliseconds of [0, ...PAUSES]) {
    await pause(session, milliseconds);
    const { hasApi, api } = await listReferrers(session, subject.digest);
    if (api.some(({ digest }) => digest === descriptor.digest)) return descriptor;
    if (hasApi) continue;
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

import type { Descriptor } from "../../descriptor.ts";
import { StoreError } from "../../error.ts";
import { parseManifest } from "../../manifests/parse.ts";
import { isDigest } from "../../references/digest.ts";
import type { RegistrySession } from "../session.ts";
import { pushScope } from "./upload-session.ts";

/**
 * Puts a manifest as it is, by its digest or under a tag (or another digest of its): what its bytes name has to be there.
 * https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pushing-manifests
 *
 * @throws StoreError
 */
export async function uploadManifest(
  session: RegistrySession,
  bytes: Uint8Array,
  mediaType: string,
  tag?: string,
): Promise<Descriptor> {
  const { descriptor } = parseManifest(bytes, {
    what: `The manifest for ${session.name}`,
    mediaType,
    ...(tag !== undefined && isDigest(tag) ? { digest: tag } : {}),
  });
  const reference = tag ?? descriptor.digest;
  const what = `The manifest ${reference} for ${session.name}`;
  const response = await session.request({
    method: "PUT",
    target: `${session.reference.repository}/manifests/${reference}`,
    headers: { "content-type": descriptor.mediaType },
    body: bytes,
    scopes: [pushScope(session)],
    what,
  });
  if (response.status < 200 || response.status >= 300) throw session.failure(response, what);
  const said = response.headers["docker-content-digest"];
  if (said !== undefined && said !== "" && said !== descriptor.digest) {
    throw new StoreError(
      "digest-mismatch",
      `${what} is ${descriptor.digest}, and the registry says that it took ${said}`,
      { hint: "Something between here and the registry changes what is sent, such as a proxy." },
    );
  }
  return descriptor;
}

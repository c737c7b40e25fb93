import type { StoredManifest } from "../descriptor.ts";
import { StoreError } from "../error.ts";
import { MAX_MANIFEST_BYTES } from "../manifests/json.ts";
import { MANIFEST_ACCEPT } from "../manifests/media-types.ts";
import { parseManifest } from "../manifests/parse.ts";
import { digestOf, isDigest } from "../references/digest.ts";
import { problemsOf } from "./failure.ts";
import type { RegistrySession } from "./session.ts";

/**
 * GET of a manifest by tag or digest: https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests
 *
 * @returns `undefined` where the registry says that there is none.
 * @throws StoreError
 */
export async function readManifest(
  session: RegistrySession,
  reference: string,
): Promise<StoredManifest | undefined> {
  const { repository } = session.reference;
  const what = `The manifest ${reference} of ${session.name}`;
  const response = await session.request({
    target: `${repository}/manifests/${reference}`,
    headers: { accept: MANIFEST_ACCEPT, "accept-encoding": "identity" },
    maxBytes: MAX_MANIFEST_BYTES,
    what,
  });
  if (response.status === 404 && !response.isElsewhere) {
    // An old registry answers so to whoever does not name the type: what is there is of a type that nobody knows here.
    const other = problemsOf(response.body).find(({ message }) => /accept header/i.test(message));
    if (other === undefined) return undefined;
    throw new StoreError(
      "failed",
      `${what} is of a type that is not known here (${other.message})`,
    );
  }
  if (response.status !== 200) throw session.failure(response, what);
  const digest = isDigest(reference) ? reference : undefined;
  const stated = response.headers["docker-content-digest"];
  const encoding = response.headers["content-encoding"];
  if (encoding !== undefined && encoding !== "identity") {
    throw new StoreError(
      "failed",
      `${what} came packed (${encoding.slice(0, 40)}), which nobody asked for`,
      {
        hint: "Look for a proxy on the way that compresses answers.",
      },
    );
  }
  const mediaType = response.headers["content-type"];
  const manifest = parseManifest(response.body, {
    what,
    ...(mediaType === undefined ? {} : { mediaType }),
    ...(digest === undefined ? {} : { digest }),
  });
  if (stated !== undefined && isDigest(stated) && digestOf(response.body, stated) !== stated) {
    throw new StoreError(
      "digest-mismatch",
      `${what} is not what its registry says (${stated}): its digest is ${manifest.descriptor.digest}`,
    );
  }
  return manifest;
}

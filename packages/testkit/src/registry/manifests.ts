import { type RegistryAnswer, type RegistryCall, refusal } from "./answer.ts";
import { INDEX, type RegistryContent, sha256 } from "./content.ts";
import type { MiniRegistryOptions } from "./options.ts";

/** GET, HEAD, PUT and DELETE of `/v2/<name>/manifests/<reference>`. */
export function answerManifest(
  content: RegistryContent,
  options: MiniRegistryOptions,
  call: RegistryCall,
  name: string,
  reference: string,
): RegistryAnswer {
  const { method, headers, body } = call;
  if (method === "PUT") return putManifest(content, options, call, name, reference);
  const kept = content.manifest(name, reference);
  if (!content.repositories.has(name))
    return refusal(404, "NAME_UNKNOWN", "repository name not known to registry");
  if (kept === undefined) return refusal(404, "MANIFEST_UNKNOWN", "manifest unknown");
  if (method === "DELETE") {
    const repository = content.repositories.get(name);
    if (!reference.includes(":")) repository?.tags.delete(reference);
    else {
      repository?.manifests.delete(reference);
      for (const [tag, digest] of repository?.tags ?? [])
        if (digest === reference) repository?.tags.delete(tag);
    }
    return { status: 202, body };
  }
  const accept = headers["accept"];
  if (accept !== undefined && accept !== "*/*" && !String(accept).includes(kept.mediaType))
    return refusal(
      404,
      "MANIFEST_UNKNOWN",
      "OCI manifest found, but accept header does not support OCI manifests",
    );
  return {
    status: 200,
    headers: { "content-type": kept.mediaType, ...digestHeader(options, sha256(kept.bytes)) },
    body: kept.bytes,
  };
}

function putManifest(
  content: RegistryContent,
  options: MiniRegistryOptions,
  { headers, body }: RegistryCall,
  name: string,
  reference: string,
): RegistryAnswer {
  const digest = sha256(body);
  if (reference.includes(":") && reference !== digest)
    return refusal(400, "DIGEST_INVALID", "provided digest did not match");
  const manifest = JSON.parse(body.toString("utf8")) as Manifest;
  if (options.checksChildren !== false) {
    const repository = content.repositories.get(name);
    const lacks = [
      ...[manifest.config, ...(manifest.layers ?? [])].filter(
        (blob) => blob !== undefined && !repository?.blobs.has(blob.digest),
      ),
      ...(manifest.manifests ?? []).filter((child) => !repository?.manifests.has(child.digest)),
    ];
    if (lacks.length > 0)
      return refusal(400, "MANIFEST_BLOB_UNKNOWN", `blob unknown to registry: ${lacks[0]?.digest}`);
  }
  const tag = reference.includes(":") ? undefined : reference;
  content.putManifest(name, body, tag, String(headers["content-type"] ?? ""));
  const hasApi = (options.referrers ?? true) === true;
  const subject = manifest.subject?.digest;
  return {
    status: 201,
    headers: {
      location: `/v2/${name}/manifests/${digest}`,
      ...digestHeader(options, digest),
      ...(hasApi && subject !== undefined ? { "oci-subject": subject } : {}),
    },
  };
}

interface Manifest {
  readonly mediaType?: string;
  readonly artifactType?: string;
  readonly config?: { readonly digest: string; readonly mediaType: string };
  readonly layers?: readonly { readonly digest: string }[];
  readonly manifests?: readonly { readonly digest: string }[];
  readonly subject?: { readonly digest: string };
  readonly annotations?: Readonly<Record<string, string>>;
}

/** `/v2/<name>/referrers/<digest>`, in pages. */
export function answerReferrers(
  content: RegistryContent,
  options: MiniRegistryOptions,
  call: RegistryCall,
  name: string,
  subject: string,
): RegistryAnswer {
  const has = options.referrers ?? true;
  if (has !== true) {
    const status = has === false ? 404 : has;
    const headers: Record<string, string> =
      status === 303 ? { location: `https://elsewhere.invalid/-/v2/${name}` } : {};
    return refusal(status, "UNSUPPORTED", "the referrers API is not here", headers);
  }
  const type = call.url.searchParams.get("artifactType");
  const all = [...(content.repositories.get(name)?.manifests ?? [])].flatMap(([digest, kept]) => {
    const manifest = JSON.parse(kept.bytes.toString("utf8")) as Manifest;
    if (manifest.subject?.digest !== subject) return [];
    const artifactType = manifest.artifactType ?? manifest.config?.mediaType;
    if (type !== null && type !== artifactType) return [];
    const { annotations } = manifest;
    return [
      { mediaType: kept.mediaType, digest, size: kept.bytes.length, artifactType, annotations },
    ];
  });
  const { page, link } = pageOf(all, ({ digest }) => digest, options, call);
  return {
    status: 200,
    headers: {
      "content-type": INDEX,
      ...(type === null ? {} : { "oci-filters-applied": "artifactType" }),
      ...link,
    },
    body: JSON.stringify({ schemaVersion: 2, mediaType: INDEX, manifests: page }),
  };
}

/** `/v2/<name>/tags/list`, in pages. */
export function answerTags(
  content: RegistryContent,
  options: MiniRegistryOptions,
  call: RegistryCall,
  name: string,
): RegistryAnswer {
  if (!content.repositories.has(name))
    return refusal(404, "NAME_UNKNOWN", "repository name not known to registry");
  const { page, link } = pageOf(content.tags(name), (tag) => tag, options, call);
  return {
    status: 200,
    headers: { "content-type": "application/json", ...link },
    body: JSON.stringify({ name, tags: page }),
  };
}

function pageOf<T>(
  all: readonly T[],
  key: (item: T) => string,
  { pageSize = 100 }: MiniRegistryOptions,
  { url }: RegistryCall,
): { readonly page: readonly T[]; readonly link: Record<string, string> } {
  const last = url.searchParams.get("last");
  const start = last === null ? 0 : all.findIndex((item) => key(item) === last) + 1;
  const page = all.slice(start, start + pageSize);
  const end = page.at(-1);
  if (end === undefined || start + pageSize >= all.length) return { page, link: {} };
  const next = new URL(url);
  next.searchParams.set("last", key(end));
  return { page, link: { link: `<${next.pathname}${next.search}>; rel="next"` } };
}

function digestHeader(options: MiniRegistryOptions, digest: string): Record<string, string> {
  return options.digestHeader === false ? {} : { "docker-content-digest": digest };
}

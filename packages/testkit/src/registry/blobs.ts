import { randomUUID } from "node:crypto";
import { type RegistryAnswer, type RegistryCall, refusal } from "./answer.ts";
import { type RegistryContent, sha256 } from "./content.ts";
import type { MiniRegistryOptions } from "./options.ts";

interface Upload {
  readonly repository: string;
  bytes: Buffer;
  patches: number;
}

/** Blobs and the sessions that upload them: https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pushing-blobs */
export interface RegistryBlobs {
  answer(call: RegistryCall, name: string, digest: string): RegistryAnswer;
  upload(call: RegistryCall, name: string, id: string): RegistryAnswer;
  readonly uploads: ReadonlyMap<string, Upload>;
}

export function registryBlobs(
  content: RegistryContent,
  options: MiniRegistryOptions,
  storageUrl: () => string,
): RegistryBlobs {
  const uploads = new Map<string, Upload>();
  const elsewhere = (path: string) => (options.storage === true ? `${storageUrl()}${path}` : path);

  const begin = ({ url, body }: RegistryCall, name: string): RegistryAnswer => {
    const [mount, from, digest] = ["mount", "from", "digest"].map((key) =>
      url.searchParams.get(key),
    );
    const other = mount && from ? content.blob(from, mount) : undefined;
    if (other !== undefined && options.mounts !== false) {
      return created(name, content.putBlob(name, other));
    }
    if (digest) return finish(body, name, digest);
    const id = randomUUID();
    uploads.set(id, { repository: name, bytes: Buffer.alloc(0), patches: 0 });
    return { status: 202, headers: session(name, id) };
  };

  const session = (name: string, id: string): Record<string, string> => {
    const size = uploads.get(id)?.bytes.length ?? 0;
    return {
      location: elsewhere(`/v2/${name}/blobs/uploads/${id}?state=${size}`),
      range: `0-${Math.max(0, size - 1)}`,
      "docker-upload-uuid": id,
      ...(options.chunkMinLength === undefined
        ? {}
        : { "oci-chunk-min-length": String(options.chunkMinLength) }),
    };
  };

  const finish = (bytes: Buffer, name: string, digest: string): RegistryAnswer => {
    if (sha256(bytes) !== digest)
      return refusal(400, "DIGEST_INVALID", "provided digest did not match uploaded content");
    return created(name, content.putBlob(name, bytes));
  };

  return {
    uploads,
    answer({ method, headers, port }, name, digest) {
      const bytes = content.blob(name, digest);
      if (bytes === undefined) return refusal(404, "BLOB_UNKNOWN", "blob unknown to registry");
      if (method === "DELETE") {
        content.repositories.get(name)?.blobs.delete(digest);
        return { status: 202 };
      }
      if (options.storage === true && port === "registry" && method === "GET") {
        const location = elsewhere(`/v2/${name}/blobs/${digest}?signature=storage-secret`);
        return { status: 307, headers: { location } };
      }
      const kind = { "content-type": "application/octet-stream", "docker-content-digest": digest };
      const [, from = "", to = ""] =
        /^bytes=(\d+)-(\d*)$/.exec(String(headers["range"] ?? "")) ?? [];
      if (from === "" || options.ranges === false)
        return { status: 200, headers: kind, body: bytes };
      const start = Number(from);
      const end = Math.min(to === "" ? Number.POSITIVE_INFINITY : Number(to), bytes.length - 1);
      if (start > end)
        return refusal(416, "RANGE_INVALID", "no such range", {
          "content-range": `bytes */${bytes.length}`,
        });
      return {
        status: 206,
        headers: { ...kind, "content-range": `bytes ${start}-${end}/${bytes.length}` },
        body: bytes.subarray(start, end + 1),
      };
    },
    upload(call, name, id) {
      if (call.method === "POST" && id === "") return begin(call, name);
      const upload = uploads.get(id);
      if (upload === undefined || upload.repository !== name)
        return refusal(404, "BLOB_UPLOAD_UNKNOWN", "blob upload unknown to registry");
      switch (call.method) {
        case "GET":
          return { status: 204, headers: session(name, id) };
        case "DELETE":
          uploads.delete(id);
          return { status: 204 };
        case "PATCH": {
          const [, from] = /^(\d+)-(\d+)$/.exec(String(call.headers["content-range"] ?? "")) ?? [];
          if (from !== undefined && Number(from) !== upload.bytes.length)
            return refusal(416, "RANGE_INVALID", "not where the upload is", session(name, id));
          const isDropped = options.dropsPatches === true && upload.patches++ > 0;
          if (!isDropped) upload.bytes = Buffer.concat([upload.bytes, call.body]);
          return { status: isDropped ? 201 : 202, headers: session(name, id) };
        }
        case "PUT":
          uploads.delete(id);
          return finish(
            Buffer.concat([upload.bytes, call.body]),
            name,
            call.url.searchParams.get("digest") ?? "",
          );
        default:
          return refusal(405, "UNSUPPORTED", "no such method");
      }
    },
  };
}

function created(name: string, digest: string): RegistryAnswer {
  return {
    status: 201,
    headers: { location: `/v2/${name}/blobs/${digest}`, "docker-content-digest": digest },
  };
}

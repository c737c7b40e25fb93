import { verifiedBytes } from "../../content/verified.ts";
import type { Descriptor } from "../../descriptor.ts";
import { StoreError } from "../../error.ts";
import { parseReference } from "../../references/reference.ts";
import type { ImageStore } from "../../store.ts";
import { pause } from "../pause.ts";
import type { RegistryResponse, RegistrySession } from "../session.ts";
import { uploadInChunks } from "./chunks.ts";
import { rereadable } from "./reread.ts";
import {
  abandon,
  finishUrl,
  nextLocation,
  type OpenBlob,
  pushScope,
  sendBytes,
  type UploadSession,
} from "./upload-session.ts";

/** Above so many bytes an upload goes in chunks, the first of them large: what is interrupted goes on where it was. */
const CHUNKED_ABOVE = 100 * 1024 * 1024;
const TRIES = 3;

/** Whether the repository has a blob. */
export async function hasBlob(
  session: RegistrySession,
  { digest, size }: Descriptor,
): Promise<boolean> {
  const what = `The blob ${digest} of ${session.name}`;
  const target = `${session.reference.repository}/blobs/${digest}`;
  const response = await session.request({
    ...{ method: "HEAD", target, what, scopes: [pushScope(session)] },
    // The client holds the length that is said against it, though no byte comes.
    maxBytes: Math.max(size, 64 * 1024),
  });
  if (response.status === 200) return true;
  if (response.status === 404 && !response.isElsewhere) return false;
  throw session.failure(response, what);
}

/**
 * Puts a blob into the repository: mounted where another repository of the registry has it, else sent in one request, or
 * where it is large in chunks, which go on after a break. An upload that breaks off is begun again, three times in all.
 *
 * @throws StoreError
 */
export async function uploadBlob(
  session: RegistrySession,
  descriptor: Descriptor,
  open: OpenBlob,
  from?: ImageStore,
  chunks: { readonly above: number; readonly chunk?: number } = { above: CHUNKED_ABOVE },
): Promise<void> {
  const what = `The blob ${descriptor.digest} for ${session.name}`;
  let inChunks = descriptor.size > chunks.above;
  let source = mountSource(session, from);
  for (let tried = 1; ; tried++) {
    if (await hasBlob(session, descriptor)) return;
    const begun = await begin(session, descriptor, what, source);
    if (begun === "mounted") return;
    source = undefined;
    const upload = { ...begun, ownsBytes: from !== undefined };
    try {
      if (inChunks) {
        if (await uploadInChunks(session, upload, descriptor, open, what, chunks.chunk)) return;
        // It does not take chunks for what they are; that was no failure of a try.
        inChunks = false;
        tried--;
        continue;
      }
      const response = await uploadWhole(session, upload, descriptor, open, what);
      if (response.status === 201 || response.status === 204) return;
      const failure = session.failure(response, what);
      if (tried === TRIES || !mayPass(response.status)) throw failure;
      session.context.logger.info(`${failure.message}; beginning the upload again`);
      await abandon(session, begun.location, what);
    } catch (error) {
      await abandon(session, begun.location, what);
      const isPassing = error instanceof StoreError && error.failure === "unreachable";
      if (tried === TRIES || !isPassing) throw error;
      session.context.logger.info(`${error.message}; beginning the upload again`);
    }
    await pause(session, 100 * tried);
  }
}

/** What another try may change: the session that is gone, bytes that were lost on the way, a server that is busy. */
function mayPass(status: number): boolean {
  return status >= 500 || [400, 404, 408, 416, 429].includes(status);
}

/** The repository to mount from, where the source is one of this registry. */
function mountSource(session: RegistrySession, from?: ImageStore): string | undefined {
  if (from?.kind !== "registry") return undefined;
  const { registry, repository } = parseReference(from.name);
  const own = session.reference;
  return registry === own.registry && repository !== own.repository ? repository : undefined;
}

type Begun = Omit<UploadSession, "ownsBytes">;

async function begin(
  session: RegistrySession,
  { digest }: Descriptor,
  what: string,
  source: string | undefined,
): Promise<Begun | "mounted"> {
  const uploads = `${session.reference.repository}/blobs/uploads/`;
  const post = async (query: string, more: readonly string[]) =>
    await session.request({
      method: "POST",
      target: `${uploads}${query}`,
      body: "",
      // A session that nobody goes on with does no harm.
      retryUnsafe: true,
      scopes: [pushScope(session), ...more],
      what,
    });
  if (source !== undefined) {
    const mount = `?mount=${encodeURIComponent(digest)}&from=${encodeURIComponent(source)}`;
    // Who may not read the source, or whose registry does not mount, sends the bytes.
    const response = await post(mount, [`repository:${source}:pull`]).catch((error: unknown) => {
      if (error instanceof StoreError && /^(unauthorized|forbidden)$/.test(error.failure)) return;
      throw error;
    });
    if (response?.status === 201) return "mounted";
    if (response?.status === 202) return sessionOf(session, response, what);
  }
  const response = await post("", []);
  if (response.status !== 202) throw session.failure(response, what);
  return sessionOf(session, response, what);
}

function sessionOf(session: RegistrySession, response: RegistryResponse, what: string): Begun {
  const location = nextLocation(response);
  if (location === undefined) {
    throw new StoreError("failed", `${session.name} began an upload of ${what} and said not where`);
  }
  const said = Number(response.headers["oci-chunk-min-length"] ?? 0);
  return { location, chunkMinLength: Number.isSafeInteger(said) ? said : 0 };
}

async function uploadWhole(
  session: RegistrySession,
  { location, ownsBytes }: UploadSession,
  descriptor: Descriptor,
  open: OpenBlob,
  what: string,
): Promise<RegistryResponse> {
  const { digest, size } = descriptor;
  const source = rereadable(() => verifiedBytes(descriptor, "its source", open()), size, ownsBytes);
  const request = { method: "PUT", target: finishUrl(location, digest), what } as const;
  try {
    const response = await sendBytes(session, request, size, () => source.range(0, size));
    if (response instanceof StoreError) throw response;
    return response;
  } finally {
    await source.close();
  }
}

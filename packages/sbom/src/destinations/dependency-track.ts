import { setTimeout as wait } from "node:timers/promises";
import { ExternalError, type HttpResponse, isRecord, UsageError } from "@assay/core";
import { cycloneDxDocument } from "../cyclonedx/document.ts";
import type { Destination, UploadContext } from "./destination.ts";
import { trackUrl } from "./inputs.ts";
import { uploaded } from "./records.ts";

/** More in Base64 than servers take in one text. */
const MAX_JSON_BYTES = 10 * 1024 * 1024;
const TIMEOUT_MS = 120_000;
/** Before each look at the token: five minutes in all. */
const PAUSES_MS = [1_000, 2_000, 4_000, 8_000, 15_000, ...Array<number>(9).fill(30_000)];
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/**
 * Uploads the CycloneDX document to Dependency-Track.
 *
 * @see https://docs.dependencytrack.org/usage/cicd/
 */
export const uploadToDependencyTrack: Destination = async (
  context,
  { artifacts, document },
  options,
) => {
  const { dependencyTrackUrl = "", dependencyTrackKey: key, dependencyTrackProject } = options;
  const server = trackUrl(dependencyTrackUrl);
  const base = `${server.origin}${server.pathname.replace(/\/+$/, "")}`;
  const project = projectOf(dependencyTrackProject);
  if (key === undefined) {
    throw new UsageError("There is no `dependency-track-key`", {
      hint: "Give it from a secret, as the input or in ASSAY_DEPENDENCY_TRACK_KEY.",
    });
  }
  const name = "sbom.cdx.json";
  const bytes = artifacts.find((each) => each.name === name)?.bytes ?? cycloneDxDocument(document);
  const headers = { "x-api-key": key, accept: "application/json" };
  const response = await context.http.request({
    url: `${base}/api/v1/bom`,
    timeoutMs: TIMEOUT_MS,
    ...(bytes.length > MAX_JSON_BYTES
      ? multipart({ ...project, bom: bytes }, headers)
      : {
          method: "PUT",
          headers: { ...headers, "content-type": "application/json" },
          body: JSON.stringify({ ...project, bom: Buffer.from(bytes).toString("base64") }),
        }),
  });
  const answer = answerOf(response);
  const token = isRecord(answer) ? answer["token"] : undefined;
  const state =
    options.dependencyTrackWait && typeof token === "string"
      ? await processed(context, base, headers, token)
      : "the server processes it";
  return {
    records: [
      uploaded({ name, bytes }, `${base}, project ${dependencyTrackProject}`, [`Taken; ${state}.`]),
    ],
    notices:
      server.protocol === "http:" && !/^(?:localhost|127\.|\[::1\])/.test(server.hostname)
        ? ["The key and the document went to Dependency-Track without encryption (`http:`)."]
        : [],
  };
};

type Project =
  | { readonly project: string }
  | { readonly projectName: string; readonly projectVersion: string; readonly autoCreate: true };

function projectOf(text = ""): Project {
  if (UUID.test(text)) return { project: text };
  const at = text.lastIndexOf("@");
  if (at > 0 && at < text.length - 1)
    return { projectName: text.slice(0, at), projectVersion: text.slice(at + 1), autoCreate: true };
  throw new UsageError(
    text === ""
      ? "There is no `dependency-track-project`"
      : "`dependency-track-project` is neither an id nor `name@version`",
    { hint: "Give the project's id, or its name and version, such as `shop@main`." },
  );
}

/** As a form (RFC 7578). The boundary is no part of JSON text that has no line break before two dashes. */
function multipart(
  fields: Readonly<Record<string, unknown>>,
  headers: Readonly<Record<string, string>>,
) {
  const boundary = "assay-4f1c2e7a9b";
  const parts = Object.entries(fields).flatMap(([name, value]) => [
    `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${name === "bom" ? '; filename="bom.json"' : ""}\r\n\r\n`,
    value instanceof Uint8Array ? value : String(value).replace(/[\r\n]+/g, " "),
    "\r\n",
  ]);
  return {
    method: "POST",
    headers: { ...headers, "content-type": `multipart/form-data; boundary=${boundary}` },
    body: Buffer.concat(
      [...parts, `--${boundary}--\r\n`].map((part) => Buffer.from(part as string)),
    ),
    retryUnsafe: true,
  } as const;
}

function answerOf(response: HttpResponse): unknown {
  const { status } = response;
  if (status >= 200 && status < 300) return response.json();
  const said = response.text().slice(0, 300).replace(/\s+/g, " ").trim();
  const message = `Dependency-Track answered ${status}${said === "" ? "" : ` (${said})`}`;
  if (status === 401 || status === 403) {
    throw new UsageError(`${message}: the key may not upload there`, {
      hint: "Give the key's team BOM_UPLOAD, and PROJECT_CREATION_UPLOAD where the project is to be made.",
    });
  }
  throw new ExternalError(message, {
    hint:
      status === 404
        ? "Check that the address is that of the API server, and that the project is there."
        : "Look at the server's log, and run the step again.",
  });
}

async function processed(
  { http, signal, sleep }: UploadContext,
  base: string,
  headers: Readonly<Record<string, string>>,
  token: string,
): Promise<string> {
  for (const pause of PAUSES_MS) {
    await (sleep?.(pause) ?? wait(pause, undefined, { signal }));
    const url = `${base}/api/v1/event/token/${encodeURIComponent(token)}`;
    const answer = answerOf(await http.request({ url, headers }));
    if (isRecord(answer) && answer["processing"] === false) return "the server has processed it";
  }
  return "after five minutes the server had not processed it yet";
}

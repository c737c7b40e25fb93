import { ExternalError, isRecord, UsageError } from "@assay/core";
import type { Destination, UploadContext } from "./destination.ts";
import { sha256Of, uploaded } from "./records.ts";
import { zip } from "./zip.ts";

const SERVICE = "twirp/github.actions.results.api.v1.ArtifactService";
const TIMEOUT_MS = 300_000;

/** Uploads the documents as an artifact of the workflow's run, by the service that the runner names (artifacts of version 4). */
export const uploadWorkflowArtifact: Destination = async (
  context,
  { artifacts },
  { workflowArtifact: name = "" },
) => {
  expectName(name);
  const service = serviceOf(context);
  const made = await call(service, "CreateArtifact", {
    ...service.ids,
    name,
    mime_type: "application/zip",
    version: 7,
  });
  const target = made["signed_upload_url"];
  if (typeof target !== "string") throw new ExternalError("The artifact service gave no address");
  // Whoever has the signature may write there.
  const signature = URL.canParse(target) ? new URL(target).searchParams.get("sig") : null;
  if (signature) context.mask(signature);
  const bytes = zip(artifacts);
  const { status } = await context.http.request({
    method: "PUT",
    url: target,
    headers: { "x-ms-blob-type": "BlockBlob", "content-type": "application/zip" },
    body: bytes,
    timeoutMs: TIMEOUT_MS,
  });
  if (status < 200 || status > 299)
    throw new ExternalError(`The storage of workflow artifacts answered ${status}`);
  const done = await call(service, "FinalizeArtifact", {
    ...service.ids,
    name,
    size: String(bytes.length),
    hash: `sha256:${sha256Of(bytes)}`,
  });
  const note = `Artifact ${String(done["artifact_id"])}: ${artifacts.map((each) => each.name).join(", ")}.`;
  return {
    records: [uploaded({ name: `${name}.zip`, bytes }, "the artifacts of this run", [note])],
  };
};

interface Service extends Pick<UploadContext, "http"> {
  readonly url: string;
  readonly token: string;
  readonly ids: Readonly<Record<"workflow_run_backend_id" | "workflow_job_run_backend_id", string>>;
}

/** @throws UsageError where the run is no action's, or the server has no such service. */
function serviceOf({ http, environment }: UploadContext): Service {
  const { ACTIONS_RESULTS_URL: url = "", ACTIONS_RUNTIME_TOKEN: token = "" } = environment;
  const server = environment["GITHUB_SERVER_URL"] || "https://github.com";
  const host = URL.canParse(server) ? new URL(server).hostname : "";
  if (host !== "github.com" && !host.endsWith(".ghe.com")) {
    throw new UsageError("GitHub Enterprise Server has no artifacts of version 4", {
      hint: "Leave `workflow-artifact` out, and upload `report-directory` with actions/upload-artifact@v3.",
    });
  }
  if (token === "" || !URL.canParse(url)) {
    throw new UsageError("The runner gives this process no access to workflow artifacts", {
      hint: "Only an action gets ACTIONS_RUNTIME_TOKEN and ACTIONS_RESULTS_URL: use actions/sbom.",
    });
  }
  return { http, url: new URL(url).origin, token, ids: backendIds(token) };
}

/** The run and the job, as the token's claim `scp` names them: `Actions.Results:<run>:<job>`. */
function backendIds(token: string): Service["ids"] {
  try {
    const claims: unknown = JSON.parse(
      Buffer.from(token.split(".")[1] ?? "", "base64url").toString(),
    );
    const scopes = isRecord(claims) ? String(claims["scp"]).split(" ") : [];
    for (const [kind, run, job, more] of scopes.map((scope) => scope.split(":"))) {
      if (kind === "Actions.Results" && run && job && more === undefined)
        return { workflow_run_backend_id: run, workflow_job_run_backend_id: job };
    }
  } catch {
    // Said below, without a word of the token.
  }
  throw new ExternalError("ACTIONS_RUNTIME_TOKEN names no run and job");
}

async function call(
  { http, url, token }: Service,
  method: "CreateArtifact" | "FinalizeArtifact",
  body: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, unknown>>> {
  const response = await http.request({
    method: "POST",
    url: `${url}/${SERVICE}/${method}`,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify(body),
    retryUnsafe: true,
  });
  if (response.status === 409) {
    throw new UsageError(`The run has an artifact ${JSON.stringify(body["name"])} already`, {
      hint: "Give each job of a matrix, and each step, a name of its own: put a value of the matrix into it.",
    });
  }
  const answer = response.status === 200 ? response.json() : undefined;
  if (isRecord(answer) && answer["ok"] === true) return answer;
  const said = response.status === 200 ? "not ok" : response.text().slice(0, 200).trim();
  throw new ExternalError(
    `The artifact service answered ${response.status} to ${method} (${said})`,
    {
      hint: "Run the step again; if it stays, look at the status page of the server.",
    },
  );
}

/** What file systems can't hold: the server refuses it too. */
function expectName(name: string): void {
  const wrong = /["<>|*?:\r\n\\/]/.exec(name);
  if (wrong === null) return;
  throw new UsageError(
    `\`workflow-artifact\` holds ${JSON.stringify(wrong[0])}, which no name of an artifact may`,
    {
      hint: "Write letters, digits, dots and dashes.",
    },
  );
}

import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { ExternalError, isRecord, UsageError } from "@assay/core";
import type { GithubApi } from "@assay/core/github";

/** What code scanning takes, after gzip. */
const MAX_GZIP_BYTES = 10_000_000;
/** Pauses before each look at the upload, in milliseconds: two and a half minutes in all. */
const POLL_PAUSES = [1_000, 4_000, 10_000, 20_000, 40_000, 80_000] as const;
/** Errors that the file itself causes, as code scanning words them. */
const OUR_FAULT = /^rejecting SARIF|invalid URI|invalid security severity/i;

export interface SarifUpload {
  readonly sarif: string;
  readonly commit: string;
  /** Such as `refs/heads/main` or `refs/pull/7/merge`. */
  readonly ref: string;
  readonly startedAt: Date;
}

/**
 * Uploads a SARIF document to code scanning and waits until it is taken in.
 *
 * @see https://docs.github.com/en/rest/code-scanning/code-scanning#upload-an-analysis-as-sarif-data
 * @returns `pending` when the server was not done after two and a half minutes.
 * @throws ExternalError when the server could not process it; UsageError when it is too large.
 */
export async function uploadSarif(
  api: GithubApi,
  upload: SarifUpload,
  sleep: (milliseconds: number) => Promise<void>,
): Promise<"complete" | "pending"> {
  const packed = await promisify(gzip)(upload.sarif);
  if (packed.length > MAX_GZIP_BYTES) {
    throw new UsageError(
      `The SARIF report has ${packed.length} bytes after gzip; code scanning takes ${MAX_GZIP_BYTES}`,
      { hint: "Fix or suppress findings, or split the run with `working-directory`." },
    );
  }
  const receipt = await api.call("POST", "/code-scanning/sarifs", {
    commit_sha: upload.commit,
    ref: upload.ref,
    sarif: packed.toString("base64"),
    started_at: upload.startedAt.toISOString(),
    tool_name: "assay",
  });
  const id = isRecord(receipt) ? receipt["id"] : undefined;
  if (typeof id !== "string" && typeof id !== "number") {
    throw new ExternalError("Code scanning did not say under which number it took the report");
  }
  for (const pause of POLL_PAUSES) {
    await sleep(pause);
    const state = await api.call("GET", `/code-scanning/sarifs/${encodeURIComponent(id)}`);
    if (isDone(state)) return "complete";
  }
  return "pending";
}

function isDone(state: unknown): boolean {
  if (!isRecord(state)) return false;
  if (state["processing_status"] !== "failed") return state["processing_status"] === "complete";
  const errors = Array.isArray(state["errors"]) ? state["errors"].map(String) : [];
  throw new ExternalError(
    `Code scanning could not process the report: ${errors.join("; ").slice(0, 1000) || "no reason given"}`,
    {
      hint: errors.some((error) => OUR_FAULT.test(error))
        ? "Report this with the SARIF file: it is a defect of Assay."
        : "Give each upload of a workflow a command or `working-directory` of its own, and look at the code scanning page.",
    },
  );
}

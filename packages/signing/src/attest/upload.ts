import { setTimeout as wait } from "node:timers/promises";
import {
  type ActFailure,
  asKnownError,
  type CommandContext,
  ExternalError,
  isRecord,
  UsageError,
} from "@assay/core";
import { createGithubApi } from "@assay/core/github";
import { ATTESTATIONS_WRITE, apiUrlOf } from "./github-inputs.ts";

const TRIES = 3;
const PAUSE_MS = 500;

/**
 * Hands a bundle to GitHub's attestations API, which verifies it before it stores it. Uploading one again does no harm.
 *
 * @returns The address of its page.
 * @throws UsageError without a repository or a token, or without the permission; ExternalError for every other answer.
 */
export async function uploadAttestation(
  { http, remote, environment }: CommandContext,
  bundle: Buffer,
): Promise<string> {
  if (remote === null || !remote.token) {
    throw new UsageError("There is no repository on GitHub, or no `token`, to upload with", {
      hint: "Run this as an action, in a workflow of the repository.",
    });
  }
  const permissions = [ATTESTATIONS_WRITE];
  const api = createGithubApi({ http, apiUrl: apiUrlOf(environment), remote, permissions });
  const body = { bundle: JSON.parse(bundle.toString("utf8")) };
  for (let tried = 1; ; tried++) {
    try {
      const answer = await api.call("POST", "/attestations", body);
      const id = isRecord(answer) ? answer["id"] : undefined;
      if (typeof id !== "number" && typeof id !== "string") {
        throw new ExternalError("GitHub's attestations API gave no id");
      }
      return `${remote.serverUrl}/${remote.repository}/attestations/${id}`;
    } catch (error) {
      if (!(error instanceof ExternalError) || tried === TRIES) throw error;
      await wait(PAUSE_MS * tried);
    }
  }
}

export function notUploaded(place: string, error: unknown): ActFailure {
  const { kind, message, hint } = asKnownError(error);
  return {
    item: place,
    ruleId: "attest.not-uploaded",
    kind,
    message: `${place} is written and was not uploaded: ${message}`.replace(/\s+/g, " "),
    ...(hint === undefined ? {} : { hint }),
  };
}

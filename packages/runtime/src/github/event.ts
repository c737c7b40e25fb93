import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";
import { isRecord, type RemoteAccess, type TriggerEvent, UsageError } from "@assay/core";

type Environment = Readonly<Record<string, string | undefined>>;

/** GitHub's own limit for a payload is 25 MB. */
const MAX_EVENT_BYTES = 32 * 1024 * 1024;

/**
 * What started the run, from `GITHUB_EVENT_NAME` and the file at `GITHUB_EVENT_PATH`.
 *
 * @throws UsageError when the file is missing, too large, or holds no JSON object.
 */
export async function readEvent(environment: Environment): Promise<TriggerEvent | null> {
  const name = environment["GITHUB_EVENT_NAME"];
  if (name === undefined || name === "") return null;
  const path = environment["GITHUB_EVENT_PATH"];
  const sha = environment["GITHUB_SHA"];
  const ref = environment["GITHUB_REF"];
  return {
    name,
    payload: path === undefined || path === "" ? {} : await readPayload(path),
    ...(sha ? { sha } : {}),
    ...(ref ? { ref } : {}),
  };
}

async function readPayload(path: string): Promise<Readonly<Record<string, unknown>>> {
  const text = readBounded(path);
  let payload: unknown;
  try {
    payload = JSON.parse(text);
  } catch (cause) {
    throw eventError("is no JSON", cause);
  }
  if (!isRecord(payload)) throw eventError("is no JSON object");
  return payload;
}

function readBounded(path: string): string {
  const file = openToRead(path);
  try {
    const status = fstatSync(file);
    if (!status.isFile()) throw eventError("is no regular file");
    const { size } = status;
    if (size > MAX_EVENT_BYTES) throw eventError(`has ${size} bytes, more than ${MAX_EVENT_BYTES}`);
    return readFileSync(file, "utf8");
  } finally {
    closeSync(file);
  }
}

/** Without waiting: a pipe that nobody writes to would never open. */
function openToRead(path: string): number {
  try {
    return openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (cause) {
    throw eventError("can't be read", cause);
  }
}

function eventError(what: string, cause?: unknown): UsageError {
  return new UsageError(`The event file at GITHUB_EVENT_PATH ${what}`, {
    hint: "The runner writes this file. Outside a runner, unset GITHUB_EVENT_NAME to look at everything.",
    cause,
  });
}

/** The repository's server, or `null` where the runner names none. */
export function remoteOf(environment: Environment, token: string | undefined): RemoteAccess | null {
  const repository = environment["GITHUB_REPOSITORY"];
  if (repository === undefined || !/^[^/\s]+\/[^/\s]+$/.test(repository)) return null;
  const serverUrl = (environment["GITHUB_SERVER_URL"] || "https://github.com").replace(/\/+$/, "");
  return { serverUrl, repository, ...(token === undefined ? {} : { token }) };
}

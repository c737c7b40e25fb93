import {
  clip,
  ExternalError,
  escapeControlCharacters,
  isRecord,
  maskSecrets,
  programsOnPath,
  UsageError,
} from "@assay/core";
import type { RegistryContext } from "../registry/session.ts";
import type { Credentials } from "./credentials.ts";

const TIMEOUT_MS = 60_000;
const MAX_BYTES = 64 * 1024;
const NOT_FOUND = "credentials not found in native keychain";

/** What helpers read: where the user's keychain, cloud login and proxy are. Nothing else of the environment is passed on. */
const VARIABLES =
  /^(?:PATH|PATHEXT|HOME|USER|LOGNAME|USERPROFILE|APPDATA|LOCALAPPDATA|SYSTEMROOT|TEMP|TMP|TMPDIR|LANG|DISPLAY|WAYLAND_DISPLAY|DBUS_SESSION_BUS_ADDRESS|GNUPGHOME|GPG_TTY|PASSWORD_STORE_\w+|XDG_\w+|AWS_\w+|AZURE_\w+|ACR_\w+|GOOGLE_\w+|GCLOUD_\w+|CLOUDSDK_\w+|HTTPS?_PROXY|NO_PROXY|https?_proxy|no_proxy)$/;

/**
 * Asks `docker-credential-<name> get`: the server's name on standard input, JSON on standard output.
 * https://github.com/docker/docker-credential-helpers
 *
 * @param config The file that names the helper, for messages.
 * @returns `undefined` where the helper says that it has none.
 * @throws ExternalError for every other failure: a run without credentials would be refused later, and nobody would know why.
 */
export async function askHelper(
  context: RegistryContext,
  name: string,
  server: string,
  config: string,
): Promise<Credentials | undefined> {
  if (!/^[A-Za-z0-9._-]{1,64}$/.test(name)) {
    throw new UsageError(
      `${config} names the credential helper "${name.slice(0, 100)}"; a name is letters, digits, ".", "_" and "-"`,
      { hint: "Write what stands behind `docker-credential-` in the helper's file name." },
    );
  }
  const program = `docker-credential-${name}`;
  const { stdout, exitCode } = await context.processes.run(
    await locate(context, program, config),
    ["get"],
    {
      env: variablesOf(context.environment),
      input: server,
      timeoutMs: TIMEOUT_MS,
      maxBytes: MAX_BYTES,
      signal: context.signal,
    },
  );
  const text = Buffer.from(stdout).toString("utf8").trim();
  if (exitCode !== 0) {
    if (text === NOT_FOUND) return undefined;
    // Helpers say what is wrong on standard output.
    const reason = clip(maskSecrets(escapeControlCharacters(text)), 300) || "no message";
    throw failed(program, config, `ended with exit code ${exitCode}: ${reason}`);
  }
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    throw failed(program, config, "answered with something else than JSON");
  }
  const secret = isRecord(answer) ? answer["Secret"] : undefined;
  const username = isRecord(answer) ? answer["Username"] : undefined;
  if (typeof secret !== "string" || typeof username !== "string")
    throw failed(program, config, "answered without `Username` and `Secret`");
  if (secret === "") return undefined;
  return username === "<token>"
    ? { kind: "identity", token: secret, source: program }
    : { kind: "password", username, password: secret, source: program };
}

/** By its full path: a folder of PATH that is relative would let the checked repository answer. */
async function locate(context: RegistryContext, program: string, config: string): Promise<string> {
  for await (const { path } of programsOnPath(program, context.environment)) return path;
  throw new ExternalError(`${program}, which ${config} names, is not on PATH`, {
    hint: `Install ${program}, or take \`credsStore\` or \`credHelpers\` out of the config.`,
  });
}

function failed(program: string, config: string, reason: string): ExternalError {
  return new ExternalError(`${program}, which ${config} names, ${reason}`, {
    hint: `Run \`docker login\` again, or try \`${program} get\` by itself.`,
  });
}

function variablesOf(environment: RegistryContext["environment"]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter(
      (entry): entry is [string, string] => VARIABLES.test(entry[0]) && entry[1] !== undefined,
    ),
  );
}

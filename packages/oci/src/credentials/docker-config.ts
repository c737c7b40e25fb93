import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isAbsent, isRecord, UsageError } from "@assay/core";
import type { Credentials } from "./credentials.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** A config file of Docker's or Podman's. Each function looks at the entry that it is asked for, and at nothing else. */
export interface DockerConfig {
  readonly path: string;
  /** @param keys Without scheme, in lower case; the first that has an entry with something in it counts. */
  auth(keys: readonly string[]): Credentials | undefined;
  /** `credHelpers[host]` */
  helper(host: string): string | undefined;
  /** `credsStore` */
  store(): string | undefined;
}

const MAX_BYTES = 4 * 1024 * 1024;

/** `DOCKER_AUTH_CONFIG`: a config file's text, of which only `auths` counts. */
export function readAuthVariable(environment: Environment): DockerConfig | undefined {
  const text = environment["DOCKER_AUTH_CONFIG"];
  return text === undefined || text.trim() === "" ? undefined : parse("DOCKER_AUTH_CONFIG", text);
}

/** The first file that is there: Docker's, else one of Podman's. @throws UsageError where it can't be read. */
export async function readConfigFile(environment: Environment): Promise<DockerConfig | undefined> {
  for (const path of paths(environment)) {
    let text: string;
    try {
      text = await readFile(path, "utf8");
    } catch (cause) {
      if (isAbsent(cause)) continue;
      throw new UsageError(`The Docker config ${path} can't be read (${codeOf(cause)})`, {
        hint: "Make it readable for this user, or set DOCKER_CONFIG to another folder.",
        cause,
      });
    }
    return parse(path, text);
  }
  return undefined;
}

function paths(environment: Environment): readonly string[] {
  const home = environment["HOME"] || environment["USERPROFILE"];
  const folder =
    environment["DOCKER_CONFIG"] || (home === undefined ? undefined : join(home, ".docker"));
  const runtime = environment["XDG_RUNTIME_DIR"];
  const config = environment["XDG_CONFIG_HOME"] || (home && join(home, ".config"));
  return [
    folder && join(folder, "config.json"),
    environment["REGISTRY_AUTH_FILE"],
    runtime && join(runtime, "containers", "auth.json"),
    config && join(config, "containers", "auth.json"),
  ].filter((path): path is string => path !== undefined && path !== "");
}

function codeOf(cause: unknown): string {
  return isRecord(cause) && typeof cause["code"] === "string" ? cause["code"] : "unknown";
}

/** No message quotes the text: every line of it may hold a secret. */
function parse(path: string, text: string): DockerConfig {
  const wrong = (reason: string) =>
    new UsageError(`The Docker config ${path} ${reason}`, {
      hint: "Log in again with `docker login`, or correct it.",
    });
  if (text.length > MAX_BYTES) throw wrong(`has more than ${MAX_BYTES} characters`);
  let config: unknown;
  try {
    config = JSON.parse(text);
  } catch {
    throw wrong("is no JSON");
  }
  if (!isRecord(config)) throw wrong("is no JSON object");
  const section = (name: string) => {
    const value = config[name];
    if (value === undefined || value === null) return {};
    if (!isRecord(value)) throw wrong(`has a \`${name}\` that is no object`);
    return value;
  };
  return {
    path,
    auth(keys) {
      const entries = section("auths");
      const names = Object.keys(entries);
      for (const key of keys) {
        const name = names.find((candidate) => plainKey(candidate) === key);
        const found = name === undefined ? undefined : entryOf(entries[name], name, path, wrong);
        if (found !== undefined) return found;
      }
      return undefined;
    },
    helper(host) {
      const name = section("credHelpers")[host];
      return typeof name === "string" && name !== "" ? name : undefined;
    },
    store() {
      const name = config["credsStore"];
      return typeof name === "string" && name !== "" ? name : undefined;
    },
  };
}

/** Old files have `https://host`, `https://host/v1/` and `host/v2/`. */
function plainKey(key: string): string {
  return key
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/(?:\/v[12])?\/?$/, "");
}

/** An entry without content only says that a store has the secret. */
function entryOf(
  entry: unknown,
  name: string,
  source: string,
  wrong: (reason: string) => UsageError,
): Credentials | undefined {
  if (!isRecord(entry)) return undefined;
  const text = (key: string) => (typeof entry[key] === "string" ? entry[key] : "");
  const [registryToken, identityToken, auth] = ["registrytoken", "identitytoken", "auth"].map(text);
  if (registryToken) return { kind: "bearer", token: registryToken, source };
  if (identityToken) return { kind: "identity", token: identityToken, source };
  if (auth) {
    const pair = Buffer.from(auth, "base64").toString("utf8");
    const colon = pair.indexOf(":");
    if (colon < 1) throw wrong(`has an \`auth\` of ${name} that is no "user:password" in base64`);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: old versions of Docker padded with NUL
    const password = pair.slice(colon + 1).replace(/\u0000+$/, "");
    return { kind: "password", username: pair.slice(0, colon), password, source };
  }
  const [username, password] = ["username", "password"].map(text);
  return username && password ? { kind: "password", username, password, source } : undefined;
}

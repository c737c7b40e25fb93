import type { RegistryContext } from "../registry/session.ts";
import { type DockerConfig, readAuthVariable, readConfigFile } from "./docker-config.ts";
import { askHelper } from "./helper.ts";

/** What a user has for one registry, and where it was found. */
export type Credentials =
  | { readonly kind: "none"; readonly source: string }
  | {
      readonly kind: "password";
      readonly username: string;
      readonly password: string;
      readonly source: string;
    }
  /** A refresh token for the token service (OAuth2). */
  | { readonly kind: "identity"; readonly token: string; readonly source: string }
  /** A token that is sent as it is. */
  | { readonly kind: "bearer"; readonly token: string; readonly source: string };

const DOCKER_HUB = ["docker.io", "index.docker.io", "registry-1.docker.io"];
/** What Docker itself calls its hub, in files and to helpers. */
const DOCKER_HUB_URL = "https://index.docker.io/v1/";

/**
 * Looks up the credentials of one registry as Docker does: `DOCKER_AUTH_CONFIG`, then the config file's `credHelpers`, `credsStore` and
 * `auths`. No other registry's entry is looked at. Secrets are masked before they are given back.
 * https://docs.docker.com/reference/cli/docker/login/
 *
 * @param registry As a reference names it: `docker.io`, `ghcr.io`, `localhost:5000`.
 * @throws UsageError for a config that can't be read, ExternalError for a helper that fails.
 */
export async function findCredentials(
  context: RegistryContext,
  registry: string,
  repository: string,
): Promise<Credentials> {
  const found = await lookUp(context, registry, repository);
  if (found.kind === "password") {
    context.mask(found.password);
    context.mask(basicValue(found.username, found.password));
  } else if (found.kind !== "none") context.mask(found.token);
  return found;
}

/** RFC 7617 */
export function basicValue(username: string, password: string): string {
  return Buffer.from(`${username}:${password}`, "utf8").toString("base64");
}

async function lookUp(
  context: RegistryContext,
  registry: string,
  repository: string,
): Promise<Credentials> {
  const keys = configKeys(registry, repository);
  const variable = readAuthVariable(context.environment);
  const fromVariable = variable?.auth(keys);
  if (fromVariable !== undefined) return fromVariable;
  const config = await readConfigFile(context.environment);
  if (config === undefined) return { kind: "none", source: "no Docker config file was found" };
  const helper = helperOf(config, registry);
  if (helper !== undefined) {
    for (const server of serverNames(registry)) {
      const answer = await askHelper(context, helper.name, server, config.path);
      if (answer !== undefined) return answer;
    }
    if (helper.isOnlyOne)
      return { kind: "none", source: `docker-credential-${helper.name} has none` };
  }
  return config.auth(keys) ?? { kind: "none", source: `${config.path} has none` };
}

/** A helper for the registry replaces the store for all, also where it has nothing. */
function helperOf(config: DockerConfig, registry: string) {
  const hosts = DOCKER_HUB.includes(registry) ? [DOCKER_HUB_URL, ...DOCKER_HUB] : [registry];
  const own = hosts.map(config.helper).find((name) => name !== undefined);
  if (own !== undefined) return { name: own, isOnlyOne: true };
  const store = config.store();
  return store === undefined ? undefined : { name: store, isOnlyOne: false };
}

function serverNames(registry: string): readonly string[] {
  return DOCKER_HUB.includes(registry) ? [DOCKER_HUB_URL, "docker.io"] : [registry];
}

/** Keys of `auths` without scheme, the narrowest first: Podman has entries for namespaces. */
function configKeys(registry: string, repository: string): readonly string[] {
  const path = repository.split("/");
  const namespaces = path.map((_, at) => [registry, ...path.slice(0, path.length - at)].join("/"));
  const hosts = DOCKER_HUB.includes(registry)
    ? ["index.docker.io", "docker.io", "registry-1.docker.io"]
    : [registry];
  return [...namespaces, ...hosts].map((key) => key.toLowerCase());
}

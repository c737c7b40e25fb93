import { isLoopback } from "@assay/core/host";
import { StoreError } from "../error.ts";

/** Registries whose token service is known to lie on another host. */
const KNOWN: Readonly<Record<string, string>> = {
  "registry-1.docker.io": "auth.docker.io",
  "registry.hub.docker.com": "auth.docker.io",
  "registry.gitlab.com": "gitlab.com",
};
/** Below these, each label is somebody else: the best known ones of https://publicsuffix.org/. */
const SHARED =
  /^(?:(?:com?|org|net|gov|ac|edu|or|ne)\.[a-z]{2}|azurecr\.io|jfrog\.io|github\.io|gitlab\.io|pkg\.dev|run\.app|web\.app|pages\.dev|workers\.dev|vercel\.app|netlify\.app|herokuapp\.com|fly\.dev|onrender\.com|azurewebsites\.net|cloudapp\.net|cloudfront\.net|amazonaws\.com|[\w.-]+\.amazonaws\.com|[\w.-]+\.azure\.com|blob\.core\.windows\.net)$/;

/**
 * Where a registry's tokens are asked for. Its challenge chooses, and whoever it chooses sees the credentials: so it is the registry's own
 * host, one that is known to belong to it, one of the same domain, or one that the user trusts by name.
 *
 * @param sendsSecret Without credentials to lose, any public host is as good.
 * @throws StoreError
 */
export function realmUrl(
  realm: string | undefined,
  registry: URL,
  trusted: readonly string[],
  sendsSecret: boolean,
): URL {
  const refuse = (reason: string, hint?: string): never => {
    throw new StoreError(
      "failed",
      `The registry ${registry.host} sends to a token service ${reason}`,
      hint === undefined ? {} : { hint },
    );
  };
  if (realm === undefined || !URL.canParse(realm))
    return refuse("without a readable address (`realm`)");
  const url = new URL(realm);
  url.hash = "";
  if (url.username !== "" || url.password !== "") refuse("with a user or password in its address");
  const isSameHost = url.hostname === registry.hostname;
  const isTrusted = trusted.includes(url.host) || trusted.includes(url.hostname);
  const isPlain =
    url.protocol === "http:" &&
    registry.protocol === "http:" &&
    (isSameHost || isTrusted || isLoopback(url.hostname));
  if (url.protocol !== "https:" && !isPlain) refuse(`at ${url.origin}, which is not by https`);
  const isKnown =
    isSameHost ||
    isTrusted ||
    (registry.port === "" && url.port === "" && KNOWN[registry.hostname] === url.hostname) ||
    isSameDomain(registry.hostname, url.hostname);
  if (!isKnown && sendsSecret) {
    refuse(
      `on another host, ${url.host}, which would get the credentials`,
      `If that host belongs to the registry, name it in \`trusted-realm: ${url.host}\`.`,
    );
  }
  return url;
}

/** `registry.example.com` and `auth.example.com`, `gitlab.example.com` or `example.com`. */
function isSameDomain(registry: string, realm: string): boolean {
  if (/^[\d.]+$|^\[/.test(registry)) return false;
  const parent = (host: string) => host.slice(host.indexOf(".") + 1);
  const domains = [parent(registry), registry].filter(
    (domain) => domain.split(".").length >= 2 && !SHARED.test(domain),
  );
  return domains.some((domain) => realm === domain || realm.endsWith(`.${domain}`));
}

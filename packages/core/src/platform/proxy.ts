import { isLoopback } from "./allowed-hosts.ts";
import { UsageError } from "./errors.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The proxy for a URL from `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY`; the lower-case names win, as in curl.
 *
 * A `NO_PROXY` entry is `*`, a host (its sub-domains too), `.suffix`, `*.suffix`, each also with `:port`. Loopback never
 * goes through a proxy. Own code because the environment is an argument here, and no library takes it as one.
 *
 * @throws UsageError when the proxy is no http(s) URL.
 */
export function proxyFor(url: URL, environment: Environment): URL | undefined {
  if (isLoopback(url.hostname) || isExempt(url, read(environment, "no_proxy"))) return undefined;
  const scheme = url.protocol === "https:" ? "https_proxy" : "http_proxy";
  const name = read(environment, scheme) === "" ? "all_proxy" : scheme;
  const text = read(environment, name);
  if (text === "") return undefined;
  const full = text.includes("://") ? text : `http://${text}`;
  const proxy = URL.canParse(full) ? new URL(full) : undefined;
  if (proxy === undefined || !/^https?:$/.test(proxy.protocol)) {
    // The value may hold a password, so it is not told.
    throw new UsageError(`${name.toUpperCase()} is no http:// or https:// address of a proxy`, {
      hint: "Write it as http://host:port; SOCKS proxies are not supported.",
    });
  }
  return proxy;
}

function read(environment: Environment, name: string): string {
  return (environment[name] || environment[name.toUpperCase()] || "").trim();
}

function isExempt(url: URL, list: string): boolean {
  const host = url.hostname.toLowerCase();
  const port = url.port || (url.protocol === "https:" ? "443" : "80");
  return list
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((entry) => entry !== "")
    .some((entry) => {
      if (entry === "*") return true;
      const [, name = entry, itsPort] = /^(.+?)(?::(\d{1,5}))?$/.exec(entry) ?? [];
      if (itsPort !== undefined && itsPort !== port) return false;
      const suffix = name.replace(/^\*?\./, "");
      return host === suffix || host.endsWith(`.${suffix}`);
    });
}

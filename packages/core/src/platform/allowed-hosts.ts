import { UsageError } from "./errors.ts";

/** Whether a URL may be reached. */
export interface AllowedHosts {
  /** @throws UsageError when the URL is malformed, names a host that is not allowed, or carries credentials. */
  check(url: string, redirectedFrom?: URL): URL;
}

/**
 * The list of hosts that a run may reach. An entry is `host` (its default port), `host:port`, or `http://host:port` to
 * allow the unencrypted scheme; without a scheme that is allowed on the loopback addresses only. Names compare exactly,
 * without regard to case: a sub-domain is another host. `*.domain` stands for the hosts one label below it, by https: for a
 * service that names its storage only in its answer.
 *
 * @throws UsageError when an entry is no host.
 */
export function allowedHosts(entries: readonly string[]): AllowedHosts {
  const below = new Set(
    entries.filter((entry) => entry.startsWith("*.")).map((entry) => entry.slice(2)),
  );
  const exact = entries.filter((entry) => !entry.startsWith("*."));
  const origins = new Set(exact.flatMap(originsOf));
  return {
    check(text, redirectedFrom) {
      const url = parseUrl(text, redirectedFrom);
      const [, parent] = /^https:\/\/[^.]+\.(.+):443$/.exec(originOf(url)) ?? [];
      if (origins.has(originOf(url)) || below.has(parent ?? "")) return url;
      const from =
        redirectedFrom === undefined ? "" : ` (${redactUrl(redirectedFrom)} redirected there)`;
      const list = entries.length === 0 ? "none" : [...entries].sort().join(", ");
      throw new UsageError(
        `The host ${url.protocol === "https:" ? url.host : `${url.protocol}//${url.host}`}${from} may not be reached; allowed: ${list}`,
        {
          hint: "Only the hosts that the command's inputs name are reached: set the input that holds the address of this service, or run with `offline`.",
        },
      );
    },
  };
}

/** A URL for messages: without user, password, query and fragment, which may hold secrets. */
export function redactUrl(url: URL | string): string {
  const parsed = typeof url === "string" ? (URL.canParse(url) ? new URL(url) : undefined) : url;
  return parsed === undefined ? "(malformed URL)" : `${parsed.origin}${parsed.pathname}`;
}

function parseUrl(text: string, base: URL | undefined): URL {
  const url = URL.canParse(text, base?.href) ? new URL(text, base) : undefined;
  if (url === undefined || (url.protocol !== "https:" && url.protocol !== "http:")) {
    throw new UsageError(
      `A service's address is no http(s) URL${url === undefined ? "" : `, but ${url.protocol}`}`,
      { hint: "Write it as https://host/path." },
    );
  }
  if (url.username !== "" || url.password !== "") {
    throw new UsageError(`The URL ${redactUrl(url)} holds a user name or password`, {
      hint: "Take them out of the URL, and give the secret by the input that is meant for it.",
    });
  }
  return url;
}

function originOf(url: URL): string {
  return `${url.protocol}//${url.hostname}:${url.port || (url.protocol === "https:" ? "443" : "80")}`;
}

function originsOf(entry: string): readonly string[] {
  const text = entry.includes("://") ? entry : `https://${entry}`;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.pathname !== "/") {
    throw new UsageError(`"${entry}" is no host`, {
      hint: "Write host, host:port or http://host:port.",
    });
  }
  if (entry.includes("://")) return [originOf(url)];
  const unencrypted = isLoopback(url.hostname) ? [originOf(new URL(`http://${entry}`))] : [];
  return [originOf(url), ...unencrypted];
}

/** Whether a host name or address stays on this machine. IPv6 with or without brackets. */
export function isLoopback(hostname: string): boolean {
  const name = hostname.toLowerCase();
  return (
    name === "localhost" ||
    name === "::1" ||
    name === "[::1]" ||
    /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(name)
  );
}

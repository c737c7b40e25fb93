import {
  clip,
  escapeControlCharacters,
  type HttpResponse,
  type Logger,
  maskSecrets,
} from "@assay/core";

/** What was said already; a run has one logger. */
const said = new WeakMap<Logger, Set<string>>();

/** Says what a registry wants people to know, once a run: that few requests are left, and its `Warning`s (RFC 7234, code 299). */
export function tellNotices(logger: Logger, host: string, { headers }: HttpResponse): void {
  const limit = amount(headers["ratelimit-limit"]);
  const left = amount(headers["ratelimit-remaining"]);
  if (limit !== undefined && left !== undefined && left < limit / 10) {
    const seconds = /;\s*w=(\d{1,9})/.exec(headers["ratelimit-limit"] ?? "")?.[1];
    const span = seconds === undefined ? "" : ` in ${Math.round(Number(seconds) / 60)} minutes`;
    once(
      logger,
      `limit ${host}`,
      `${host} takes ${left} more of ${limit} requests${span}; logging in may raise the limit`,
    );
  }
  for (const [, text = ""] of (headers["warning"] ?? "")
    .slice(0, 8192)
    .matchAll(/299 \S+ "((?:[^"\\]|\\.)*)"/g)) {
    const plain = clip(maskSecrets(escapeControlCharacters(text.replace(/\\(.)/g, "$1"))), 500);
    once(logger, `warning ${host} ${plain}`, `${host} says: ${plain}`);
  }
}

function amount(header: string | undefined): number | undefined {
  const digits = /^\s*(\d{1,12})/.exec(header ?? "")?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function once(logger: Logger, key: string, message: string): void {
  const keys = said.get(logger) ?? new Set();
  said.set(logger, keys);
  if (keys.has(key)) return;
  keys.add(key);
  logger.warning(message);
}

import { UsageError } from "@assay/core";

const CLIENT_TRUST_CONFIG = "application/vnd.dev.sigstore.clienttrustconfig.v0.1+json";
export const MAX_TRUST_BYTES = 8 * 1024 * 1024;

/**
 * The JSON of a trusted root or signing config, also when it stands inside a client trust config, which holds both.
 *
 * @throws UsageError when the bytes are no JSON object.
 */
export function unwrapTrustConfig(
  bytes: Uint8Array,
  part: "trustedRoot" | "signingConfig",
  source: string,
): unknown {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new UsageError(`${source} is no JSON in UTF-8`, { cause });
  }
  if (typeof json !== "object" || json === null) throw new UsageError(`${source} is no object`);
  const wrapper = json as Readonly<Record<string, unknown>>;
  return wrapper["mediaType"] === CLIENT_TRUST_CONFIG ? wrapper[part] : json;
}

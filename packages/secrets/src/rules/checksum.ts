import { crc32 } from "node:zlib";

const BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const CHECKSUM_LENGTH = 6;

/** CRC-32 of `text` in base 62, six digits with leading zeros. */
export function base62Crc32(text: string): string {
  let rest = crc32(text);
  let out = "";
  for (let i = 0; i < CHECKSUM_LENGTH; i++) {
    out = (BASE62[rest % 62] ?? "") + out;
    rest = Math.floor(rest / 62);
  }
  return out;
}

/**
 * Whether a token such as `ghp_` + 30 random characters + 6 of checksum is whole
 * (https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/; npm does the same).
 */
export function hasCrc32(token: string): boolean {
  const body = token.slice(token.indexOf("_") + 1);
  const end = body.length - CHECKSUM_LENGTH;
  return base62Crc32(body.slice(0, end)) === body.slice(end);
}

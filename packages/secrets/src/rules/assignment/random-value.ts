import { entropy } from "../../engine/entropy.ts";
import { strangeness, withoutLookalikes } from "./letter-pairs.ts";

/** Words of examples, in lower case. */
export const PLACEHOLDERS: readonly string[] = [
  "example",
  "changeme",
  "change-me",
  "change_me",
  "placeholder",
  "dummy",
  "sample",
  "redacted",
  "your-",
  "your_",
  "xxxx",
  "****",
  "....",
  "1234567890",
  "abcdef0123456789",
];

/** The value is read from somewhere else, or is a pattern to be filled in. */
const REFERENCE =
  /\$\{|\$\(|\{\{|\}\}|<%|#\{|%\(|^<.*>$|^\[.*\]$|^\$[A-Za-z_]\w*$|^%\w+%$|^@\w+$|^![A-Z]\w|^\w+\(.*\)?$/;
/** A URL (one with a password has a rule of its own) or the address of a secret in a store. */
const ADDRESS =
  /^[a-z][a-z0-9+.-]{1,20}:\/\/|^(?:arn|aws|env|file|kms|op|ref|secret|ssm|urn|vault)[:/]/i;
const PATH = /^(?:~|\.{1,2})?\/[\w.-]+(?:\/[\w.-]+)+$|^[A-Za-z]:[\\/]/;
const FILE_NAME =
  /\.(?:bak|cer|conf|crt|csv|env|gpg|html?|ini|jks|js|json|key|log|md|p12|p8|pem|pfx|php|properties|pub|py|rb|sh|sql|toml|ts|txt|xml|ya?ml)$/i;
const CHECKSUM = /^(?:md5|sha\d{1,3})[-:=]/i;
/** The scope that a signed request names beside the id of its key. */
const SIGNING_SCOPE = /^A[A-Z]{3}[A-Z2-7]{16}(?:\/|%2F)/i;
const PUBLIC_KEY = /^(?:AAAA[BCE][0-9A-Za-z]|MII[A-Za-z]|ssh-)/;
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/**
 * Whether a value looks as if a machine had drawn it: no word, reference, path, address, checksum, date or row of neighbours.
 * Values in Base64 are judged when they are decoded.
 */
export function looksRandom(raw: string): boolean {
  const value = raw.replace(/^base64:/i, "");
  if (
    [REFERENCE, ADDRESS, PATH, FILE_NAME, CHECKSUM, SIGNING_SCOPE, PUBLIC_KEY].some((form) =>
      form.test(value),
    )
  ) {
    return false;
  }
  const core = value.replace(/=+$/, "");
  if (isRow(core) || isBase64OfText(value)) return false;
  const hex = core.replaceAll("-", "");
  if (UUID.test(core) || /^[0-9a-f]{16,}$/i.test(core)) return isRandomHex(hex);
  const letters = core.replace(/[^A-Za-z]/g, "").length;
  if (letters < 3 || kindsOf(core) < 2) return false;
  const least = Math.min(Math.log2(core.length) - 0.6, 3.6);
  return (
    entropy(core) >= least &&
    strangeness(core) >= (core.length < 16 ? 0.5 : 0.42) &&
    strangeness(withoutLookalikes(core)) >= 0.38
  );
}

function isRandomHex(hex: string): boolean {
  const mixed = hex.match(/(?:\d(?=[a-f])|[a-f](?=\d))/gi)?.length ?? 0;
  return entropy(hex.toLowerCase()) >= 2.9 && mixed >= hex.length / 4;
}

/** `abcdef`, `123456`, `aaaa`, `A1B2C3`: most characters are neighbours of the one before or of the one before that. */
function isRow(value: string): boolean {
  return [1, 2].some((step) => {
    let neighbours = 0;
    for (let i = step; i < value.length; i++) {
      if (Math.abs(value.charCodeAt(i) - value.charCodeAt(i - step)) <= 1) neighbours += 1;
    }
    return neighbours >= value.length * 0.45;
  });
}

/** Random characters nearly never decode to printable ones, so this is an encoded text. */
export function isBase64OfText(value: string): boolean {
  if (!/^[0-9A-Za-z+/_-]{10,}={0,2}$/.test(value)) return false;
  return /^[\t\n\r -~]+$/.test(Buffer.from(value, "base64").toString("latin1"));
}

/** Small letters, capitals, digits, other signs: how many of them a value has. */
function kindsOf(value: string): number {
  return [/[a-z]/, /[A-Z]/, /\d/, /[^0-9A-Za-z]/].filter((kind) => kind.test(value)).length;
}

/** One way of writing text in other characters. */
export interface Encoding {
  readonly kind: "percent" | "unicode" | "hex" | "base64";
  /** A JavaScript expression without flags. */
  readonly source: string;
  /** The plain text, or empty when it is none. */
  decode(encoded: string): string;
}

const SPACE = "[\\t\\n\\f\\r ]";

/** The earlier one wins where two touch; the other waits for the next pass. Same patterns and order as gitleaks 8.30. */
export const ENCODINGS: readonly Encoding[] = [
  {
    kind: "percent",
    source: "%[0-9A-Fa-f]{2}(?:[^\\n]*%[0-9A-Fa-f]{2})?",
    decode: decodePercent,
  },
  {
    kind: "unicode",
    source: `(?:(?:U\\+[a-fA-F0-9]{4}(?:${SPACE}|$))+|(?:\\\\{1,2}[uU][a-fA-F0-9]{4})+)`,
    decode: decodeCodePoints,
  },
  { kind: "hex", source: "[0-9A-Fa-f]{32,}", decode: decodeHex },
  { kind: "base64", source: "[\\w/+-]{16,}={0,2}", decode: decodeBase64 },
];

/** Tab to tilde: what gitleaks takes for text. */
function isPrintable(bytes: Uint8Array): boolean {
  return bytes.length > 0 && bytes.every((byte) => byte >= 0x09 && byte <= 0x7e);
}

function decodePercent(encoded: string): string {
  let printable = true;
  const text = encoded.replace(/%([0-9A-Fa-f]{2})/g, (_, digits: string) => {
    const byte = Number.parseInt(digits, 16);
    if (byte < 0x09 || byte > 0x7e) printable = false;
    return String.fromCharCode(byte);
  });
  return printable ? text : "";
}

function decodeCodePoints(encoded: string): string {
  const digits = [...encoded.matchAll(/(?:U\+|\\{1,2}[uU])([0-9A-Fa-f]{4})/g)].map(
    (found) => found[1],
  );
  // Each one alone, as Go writes them: halves of a pair become U+FFFD.
  return digits
    .map((hex) => Number.parseInt(hex ?? "", 16))
    .map((code) => (code >= 0xd800 && code <= 0xdfff ? "\uFFFD" : String.fromCharCode(code)))
    .join("");
}

function decodeHex(encoded: string): string {
  if (encoded.length % 2 !== 0 || !/[0-9]/.test(encoded)) return "";
  const bytes = Buffer.from(encoded, "hex");
  return isPrintable(bytes) ? bytes.toString("latin1") : "";
}

function decodeBase64(encoded: string): string {
  // Plain words and identifiers have none of these.
  if (!/[0-9+/_-]/.test(encoded)) return "";
  const standard = /^[A-Za-z0-9+/]+={0,2}$/.test(encoded) && encoded.length % 4 === 0;
  const url = /^[A-Za-z0-9_-]+$/.test(encoded) && encoded.length % 4 !== 1;
  if (!standard && !url) return "";
  const bytes = Buffer.from(encoded, "base64");
  return isPrintable(bytes) ? bytes.toString("latin1") : "";
}

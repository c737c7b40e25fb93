/** Shorter lines of a long secret would black out ordinary words of the log. */
const SHORTEST_LINE = 6;
/** Shorter parts of a token are nobody's alone. */
const SHORTEST_PART = 16;

/**
 * The forms in which a program may print a secret: as it is, without the space around it, each telling line of it, in Base64
 * (padded, unpadded, URL-safe) and URL-encoded; of a JSON Web Token its parts too.
 */
export function secretForms(secret: string): readonly string[] {
  const trimmed = secret.trim();
  const lines = trimmed.split(/\r?\n/).map((line) => line.trim());
  const inner = lines.length === 1 ? [] : lines.filter((line) => !isFrame(line));
  return [
    ...(lines.length === 1 ? [secret, trimmed] : inner),
    ...tokenParts(trimmed),
    ...[secret, trimmed].flatMap((text) => {
      const bytes = Buffer.from(text, "utf8");
      const base64 = bytes.toString("base64");
      return [
        base64,
        base64.replace(/=+$/, ""),
        bytes.toString("base64url"),
        // A service may send half of a surrogate pair, which has no bytes.
        encodeURIComponent(text.toWellFormed()),
      ];
    }),
  ];
}

/** A line that tells nothing: too short, or the frame of a PEM block. */
function isFrame(line: string): boolean {
  return line.length < SHORTEST_LINE || /^-----(BEGIN|END) [A-Z0-9 ]+-----$/.test(line);
}

/** What was signed and the signature (RFC 7515, section 3.1): whoever has both has the token. */
function tokenParts(text: string): readonly string[] {
  const parts = text.split(".");
  const isToken = parts.length === 3 && parts.every((part) => /^[\w-]+$/.test(part));
  if (!isToken) return [];
  const [header, payload] = parts;
  return [`${header}.${payload}`, ...parts].filter((part) => part.length >= SHORTEST_PART);
}

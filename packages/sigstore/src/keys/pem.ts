/** One PEM block (RFC 7468): its label and its bytes. */
export interface PemBlock {
  readonly label: string;
  /** The whole block with its two boundary lines. */
  readonly text: string;
  readonly bytes: Buffer;
}

/** All PEM blocks of a text, in order. Text around them is ignored, as OpenSSL does. */
export function pemBlocks(text: string): readonly PemBlock[] {
  const blocks: PemBlock[] = [];
  let label: string | undefined;
  let body: string[] = [];
  for (const raw of text.split("\n")) {
    const line = raw.trim();
    if (line.startsWith("-----BEGIN ") && line.endsWith("-----")) {
      label = line.slice("-----BEGIN ".length, -"-----".length);
      body = [];
    } else if (label !== undefined && line === `-----END ${label}-----`) {
      blocks.push({
        label,
        text: [`-----BEGIN ${label}-----`, ...body, `-----END ${label}-----`, ""].join("\n"),
        bytes: Buffer.from(body.filter((entry) => !entry.includes(":")).join(""), "base64"),
      });
      label = undefined;
    } else if (label !== undefined) body.push(line);
  }
  return blocks;
}

/** Bytes as one PEM block with lines of 64 characters. */
export function toPem(label: string, bytes: Uint8Array): string {
  const lines =
    Buffer.from(bytes)
      .toString("base64")
      .match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ""].join("\n");
}

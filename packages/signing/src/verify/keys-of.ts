import { UsageError } from "@assay/core";

/** The keys of a list input: PEM text, which lists are split within, is put together again. */
export function keysOf(items: readonly string[]): readonly string[] {
  const keys: string[] = [];
  let block: string[] | undefined;
  for (const item of items) {
    if (block === undefined && /^-----BEGIN /.test(item) && !/-----END /.test(item)) block = [item];
    else if (block === undefined) keys.push(item);
    else {
      block.push(item);
      if (!/^-----END /.test(item)) continue;
      keys.push(`${block.join("\n")}\n`);
      block = undefined;
    }
  }
  return block === undefined ? keys : [...keys, block.join("\n")];
}

/**
 * Digests of revoked keys, in lower-case hex.
 *
 * @throws UsageError for what is no SHA-256, in hex or in the Base64 that bundles have as hint.
 */
export function revokedKeys(items: readonly string[]): ReadonlySet<string> {
  return new Set(
    items.map((item) => {
      const text = item.replace(/^sha256:/i, "");
      if (/^[0-9a-f]{64}$/i.test(text)) return text.toLowerCase();
      if (/^[\w+/]{43}=$/.test(text)) return Buffer.from(text, "base64").toString("hex");
      throw new UsageError(
        `\`revoked-key\` is "${item.slice(0, 100)}"; it must be a SHA-256 in hex`,
        {
          hint: "`assay key inspect KEY` prints it.",
        },
      );
    }),
  );
}

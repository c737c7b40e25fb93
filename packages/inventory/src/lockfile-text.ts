import { grouped, UsageError } from "@assay/core";

/** Lines, or what stands for them where a file may be one line. Large projects have a tenth of it. */
const MAX_LINES = 500_000;

/**
 * The text of a lockfile without its byte order mark. UTF-16 with a mark is read too: PowerShell writes it; and XML in the encoding that it
 * declares.
 *
 * @throws UsageError when it is none of these, has too many lines, or holds the markers of a merge conflict.
 */
export function decodeLockfile(path: string, bytes: Uint8Array): string {
  const text = decode(path, bytes);
  if (/^<{7} /m.test(text) && /^>{7} /m.test(text)) {
    throw new UsageError(`${path} holds the markers of a merge conflict`, {
      hint: "Resolve the conflict and write the lockfile again.",
    });
  }
  if (text.length > MAX_LINES) expectFew(path, text);
  return text;
}

/** Each line, or each value, may be an entry, and a file of few bytes have very many of them. */
function expectFew(path: string, text: string): void {
  const first = /^\s*([{[<]?)/.exec(text)?.[1];
  const [mark, what] =
    first === "" ? ["\n", "lines"] : first === "<" ? ["<", "tags"] : [",", "values"];
  let count = 0;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1))
    if (++count > MAX_LINES)
      throw new UsageError(`${path} has more than ${grouped(MAX_LINES)} ${what}`);
}

function decode(path: string, bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? "utf-16le"
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? "utf-16be"
        : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    const text = declaredText(bytes);
    const what = bytes.includes(0) ? "a binary file, no text" : "not UTF-8 text";
    if (text === undefined) throw new UsageError(`${path} is ${what}`);
    return text;
  }
}

/** An XML document may say that it has another encoding: many older POMs are ISO-8859-1. */
function declaredText(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  const label = /^<\?xml\s[^>]*?encoding=["']((?:ISO-8859|windows)-\d{1,4})["']/i.exec(start)?.[1];
  if (label === undefined) return undefined;
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

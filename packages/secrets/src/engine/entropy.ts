/**
 * Shannon entropy in bits: each code point's count is divided by the length in UTF-8 bytes, as gitleaks does it, so that
 * thresholds of its configs mean the same here.
 */
export function entropy(text: string): number {
  if (text === "") return 0;
  const counts = new Map<number, number>();
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const bytes = Buffer.byteLength(text, "utf8");
  let sum = 0;
  for (const count of counts.values()) {
    const share = count / bytes;
    sum -= share * Math.log2(share);
  }
  return sum;
}

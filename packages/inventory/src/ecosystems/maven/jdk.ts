/**
 * Whether a profile's `<jdk>` means this version of Java, as Maven 3 compares them: `17`, `!1.8`, `[11,)`, `[9,17)`.
 *
 * @param java `17.0.15`, `1.8.0_402`
 */
export function isForJdk(text: string, java: string): boolean {
  if (text.startsWith("!")) return !java.startsWith(text.slice(1));
  const range = /^([[(])([^,]*)(?:,(.*?))?([\])])?$/.exec(text);
  if (range === null) return java.startsWith(text);
  const [, open, from = "", to = "", close] = range;
  const above = from === "" ? 1 : compare(java, from);
  const below = to === "" ? -1 : compare(java, to);
  return (
    (above > 0 || (above === 0 && open === "[")) && (below < 0 || (below === 0 && close === "]"))
  );
}

function compare(java: string, other: string): number {
  const [a, b] = [numbers(java), numbers(other)];
  return [0, 1, 2].map((i) => (a[i] ?? 0) - (b[i] ?? 0)).find((each) => each !== 0) ?? 0;
}

function numbers(version: string): readonly number[] {
  return version
    .replace(/[^\d._-]/g, "")
    .split(/[._-]/)
    .map(Number);
}

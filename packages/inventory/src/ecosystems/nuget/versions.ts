/**
 * A version as NuGet compares it: three or four numbers without leading zeros, the label in lower case, no build metadata.
 * https://learn.microsoft.com/nuget/concepts/package-versioning#normalized-version-numbers
 */
export function normalizedVersion(text: string): string {
  const [numbers = "", ...label] = text.trim().split("+", 1)[0]?.split("-") ?? [];
  const parts = numbers.split(".").map((part) => part.replace(/^0+(?=\d)/, ""));
  // `1.*` floats: nothing is added to it.
  while (parts.length < 3 && parts.at(-1) !== "*") parts.push("0");
  if (parts.length === 4 && parts[3] === "0") parts.pop();
  return [parts.join("."), ...label].join("-").toLowerCase();
}

/** A range as it is compared: `1.0` is `[1.0.0,)`; `undefined` where it is none. */
export function normalizedRange(text: string): string | undefined {
  const plain = text.replaceAll(/\s/g, "");
  if (/^[\w.*+-]+$/.test(plain)) return `[${normalizedVersion(plain)},)`;
  const [, open, from = "", comma, to = "", close] =
    /^([[(])([\w.*+-]*)(,?)([\w.*+-]*)([\])])$/.exec(plain) ?? [];
  if (open === undefined) return undefined;
  const [low, high] = [from, to].map((each) => (each === "" ? "" : normalizedVersion(each)));
  return comma === "" ? `[${low},${low}]` : `${open}${low},${high}${close}`;
}

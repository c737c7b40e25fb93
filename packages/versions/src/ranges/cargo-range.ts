import { semverRange } from "./semver-range.ts";

/**
 * A test for versions in a requirement of Cargo (https://doc.rust-lang.org/cargo/reference/specifying-dependencies.html): `1.2` means
 * `^1.2`, and what commas separate must all hold. Pre-releases are matched as in `semverRange`. `undefined` where the text is none.
 */
export function cargoRange(text: string): ((version: string) => boolean) | undefined {
  const parts = text.split(",").map((part) => part.trim());
  if (parts.some((part) => part === "" || /[\s|]/.test(part.replace(/^(?:\^|~|[<>]=?|=)\s+/, ""))))
    return undefined;
  return semverRange(parts.map((part) => (/^\d/.test(part) ? `^${part}` : part)).join(" "));
}

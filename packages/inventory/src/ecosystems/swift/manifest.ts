/** A dependency of another place: `.package(url: "…")`, or `id:` in a registry. Those of folders are not locked. */
const ASKS = /\.package\s*\(\s*(?:name\s*:\s*"[^"\n]*"\s*,\s*)?(?:url|id)\s*:\s*(?:"([^"\n]*)")?/g;

/** The identities that the text of a `Package.swift` asks for; empty ones where only Swift can tell. It is code, and is not run. */
export function asksOf(text: string): readonly string[] {
  const plain = text.replace(/^[ \t]*\/\/.*$/gm, "");
  return [...plain.matchAll(ASKS)].map(([, location = ""]) => identityOf(location));
}

/** What SwiftPM tells packages apart by: the last part of the location, in lower case. */
export function identityOf(location: string): string {
  const parts = location.split("/").filter((part) => part !== "");
  return (parts.at(-1) ?? "").replace(/\.git$/i, "").toLowerCase();
}

import { semverKey } from "./semver.ts";

/** https://learn.microsoft.com/nuget/concepts/package-versioning: up to four numbers, and no regard to case. */
export function nugetKey(text: string): string | undefined {
  return /^v?\d+(?:\.\d+){0,3}(?![\d.])/i.test(text) ? semverKey(text.toLowerCase()) : undefined;
}

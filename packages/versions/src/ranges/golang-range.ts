import { semverRange } from "./semver-range.ts";

/** A range as of npm over versions with the `v` that Go writes. Pseudo-versions are pre-releases: only named exactly are they in one. */
export function golangRange(text: string): ((version: string) => boolean) | undefined {
  const test = semverRange(text);
  return test && ((version) => test(version.replace(/^v/, "")));
}

import type { Subject } from "@assay/core";
import { packageMatcher, UsageError } from "@assay/core";
import { versionRange } from "./version-range.ts";

/**
 * A test for packages: `name`, `name@1.2.3`, `name@^1.2`, `pkg:npm/name@1.*`. Wildcards (`*`) are those of suppressions; behind
 * the version's `@` a range is understood too. The scope of a purl may stand unencoded (`pkg:npm/@scope/name`).
 *
 * @throws UsageError when a range can't be read; `key` says where it stands.
 */
export function packageSelector(pattern: string, key: string): (subject: Subject) => boolean {
  const text = pattern.startsWith("pkg:") ? pattern.replace("/@", "/%40") : pattern;
  const at = text.lastIndexOf("@");
  // The first @ of a name is its scope's.
  const isVersioned = at > 0 && at > text.lastIndexOf("/");
  const version = isVersioned ? text.slice(at + 1) : "";
  if (!/[\^~<>=|\s]|^[\d.]+$|^\d[\d.]*\.[xX]/.test(version)) return packageMatcher(text);
  const inRange = versionRange(version);
  if (inRange === undefined) {
    throw new UsageError(
      `${key} is "${pattern.slice(0, 120)}"; the range behind "@" can't be read`,
      {
        hint: "Write an exact version or a range such as `^1.2`, `~1.2.3`, `1.x` or `>=1 <3`.",
      },
    );
  }
  const matchesName = packageMatcher(text.slice(0, at));
  return (subject) =>
    matchesName(subject) && subject.version !== undefined && inRange(subject.version);
}

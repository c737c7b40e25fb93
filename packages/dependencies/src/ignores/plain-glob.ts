import { matchesWildcard } from "@assay/core";

/**
 * A test for paths by a pattern in which `*` stands for anything within a folder and `**` for any folders; `undefined` where the
 * pattern has more than that. Its time is bounded whatever the pattern and the path are.
 */
export function plainGlob(pattern: string): ((path: string) => boolean) | undefined {
  if (/[?[\]{}()!\\]/.test(pattern) || pattern.length > 1000) return undefined;
  const parts = pattern.replace(/^\.?\//, "").split("/");
  /** Which parts may come next, where `**` may stand for nothing. */
  const closed = (next: readonly number[]) => {
    const all = new Set(next);
    for (const at of all) if (parts[at] === "**") all.add(at + 1);
    return [...all];
  };
  return (path) => {
    let next = closed([0]);
    for (const segment of path.split("/"))
      next = closed(
        next.flatMap((at) => {
          const part = parts[at];
          if (part === "**") return [at];
          return part !== undefined && matchesWildcard(part, segment) ? [at + 1] : [];
        }),
      );
    return next.includes(parts.length);
  };
}

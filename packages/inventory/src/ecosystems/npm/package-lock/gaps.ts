import { toGaps } from "../../../assemble/gaps.ts";
import type { Gap } from "../../../graph.ts";
import type { Unmet } from "./edges.ts";
import type { NpmProblem } from "./entry.ts";

/** Everything that was not understood, sorted, each reason once per entry. */
export function npmGaps(
  path: string,
  problems: readonly NpmProblem[],
  unmet: readonly Unmet[],
  idOf: (key: string) => string,
): readonly Gap[] {
  const missing = unmet.map(({ from: { key, line }, name, kind }): NpmProblem => {
    const what = kind === "peer" ? "peer dependency" : "dependency";
    const reason = `its ${what} ${name} is not in the lockfile`;
    return { key, line, reason, kind: kind === "peer" ? "missing-peer" : "entry" };
  });
  return toGaps(
    path,
    [...problems, ...missing].map(({ key, ...problem }) => ({
      ...problem,
      item: key,
      componentId: idOf(key),
    })),
  );
}

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
  const gaps: Gap[] = [
    ...problems.map(({ key, line, reason, kind, identity, advice }) => ({
      ...gap(path, key, line, reason, idOf),
      kind: kind ?? "entry",
      ...(identity === undefined ? {} : { identity }),
      ...(advice === undefined ? {} : { advice }),
    })),
    ...unmet.map(({ from, name, kind }): Gap => {
      const what = kind === "peer" ? "peer dependency" : "dependency";
      const reason = `its ${what} ${name} is not in the lockfile`;
      return {
        ...gap(path, from.key, from.line, reason, idOf),
        kind: kind === "peer" ? "missing-peer" : "entry",
      };
    }),
  ];
  const unique = new Map(gaps.map((each) => [`${each.item}\0${each.reason}`, each]));
  return [...unique].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}

function gap(
  path: string,
  key: string,
  line: number | undefined,
  reason: string,
  idOf: (key: string) => string,
): Gap {
  return {
    item: key === "" ? path : key,
    reason,
    kind: "entry",
    location: { path, ...(line === undefined ? {} : { startLine: line }) },
    componentId: idOf(key),
  };
}

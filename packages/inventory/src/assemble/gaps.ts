import { compareText, grouped } from "@assay/core";
import { withoutCredentials } from "../credentials.ts";
import type { Gap, GapKind } from "../graph.ts";

/** Something that a reader did not understand, or that does not fit. */
interface Stated {
  /** The entry as the lockfile names it; the lockfile itself where it is not given, or empty. */
  readonly item?: string | undefined;
  /** Where it stands, if not in the lockfile itself. */
  readonly file?: string | undefined;
  /** 1-based. */
  readonly line?: number | undefined;
  readonly reason: string;
  /** `entry` where it is not given. */
  readonly kind?: GapKind | undefined;
  readonly identity?: string | undefined;
  readonly advice?: string | undefined;
  readonly componentId?: string | undefined;
}

const MAX_ITEM = 200;
/** Real files have some ten problems, hostile ones millions. */
const MAX_PROBLEMS = 5000;

/** Sorted, each reason once per entry; of very many problems the first ones, and one for those behind them. */
export function toGaps(path: string, problems: readonly Stated[]): readonly Gap[] {
  const more = problems.length - MAX_PROBLEMS;
  const reason = `it has ${grouped(more)} more problems`;
  const told = more <= 0 ? problems : [...problems.slice(0, MAX_PROBLEMS), { reason }];
  const gaps = told.map((problem): Gap => {
    const { item = "", file = path, line, reason, kind = "entry" } = problem;
    const { identity, advice, componentId } = problem;
    return {
      kind,
      item: withoutCredentials(item).slice(0, MAX_ITEM) || path,
      reason,
      ...(identity === undefined ? {} : { identity }),
      ...(advice === undefined ? {} : { advice }),
      location: { path: file, ...(line === undefined ? {} : { startLine: line }) },
      ...(componentId === undefined ? {} : { componentId }),
    };
  });
  const unique = new Map(gaps.map((each) => [`${each.item}\0${each.reason}`, each]));
  return [...unique].sort(([a], [b]) => compareText(a, b)).map(([, each]) => each);
}

export const NO_CHECKSUM = "packages that are downloaded have no checksum";

/**
 * How many of the packages that come from a server have no checksum, as one problem at the first of them; nothing where all have one.
 *
 * @param what As `NO_CHECKSUM`.
 */
export function uncheckedProblems<T extends { readonly line?: number | undefined }>(
  downloaded: readonly T[],
  isChecked: (each: T) => boolean,
  what: string,
) {
  const open = downloaded.filter((each) => !isChecked(each));
  const [first] = open;
  if (first === undefined) return [];
  const reason = `${grouped(open.length)} of ${grouped(downloaded.length)} ${what}`;
  // The number changes with every install.
  return [{ kind: "no-integrity" as const, line: first.line, reason, identity: "" }];
}

import { type CheckContext, isAtLeast } from "@assay/core";
import type { Audit } from "../check.ts";
import type { DependenciesOptions } from "../inputs.ts";
import { branchOf } from "./branch.ts";
import { otherChanges } from "./other-changes.ts";
import { reviewUpdate, type UpdateReview } from "./review.ts";

type Facts = Pick<
  Audit,
  "comparison" | "changes" | "vulnerabilities" | "fixed" | "findings" | "graphs" | "material"
>;

/** The review of the pull request that the run is about. */
export async function reviewOf(
  context: CheckContext,
  audit: Facts,
  {
    updates = {},
    placeOf,
    releaseDates,
  }: Pick<DependenciesOptions, "updates" | "placeOf" | "releaseDates">,
): Promise<UpdateReview> {
  const { event, clock } = context;
  const { comparison, findings, fixed, vulnerabilities, graphs, material } = audit;
  const isCompared = comparison.kind === "base";
  const isAsked =
    releaseDates === "registry" &&
    !context.offline &&
    updates.rules?.some((rule) => rule["min-age"] !== undefined) === true;
  const moved = isCompared
    ? audit.changes.flatMap(({ kind, after }) =>
        kind === "same" ? [] : after.map(({ component }) => component),
      )
    : [];
  const input = {
    event,
    published: isAsked
      ? await (await import("./release-dates.ts")).releaseDates(context, moved)
      : undefined,
    changes: isCompared ? audit.changes : undefined,
    findings: findings.filter(({ suppression }) => suppression === undefined),
    fixed,
    introduced: vulnerabilities.filter(({ change }) => change === "new"),
    policy: updates,
    placeOf,
    now: clock.wall().getTime(),
  };
  const branch = await branchOf(context);
  if (branch === undefined) return reviewUpdate(input);
  const { files, commits, texts, isCheckedOut } = branch;
  const { packages } = reviewUpdate(input);
  const base = isCompared ? comparison.graphs : [];
  const unread = [
    ...(isCompared ? comparison.unreadable : []),
    ...material.inventory.skipped.flatMap(({ kind, item }) => (kind === "unreadable" ? item : [])),
  ];
  const others = [
    ...(isCheckedOut ? [] : ["The checkout is not that of the pull request"]),
    ...(await otherChanges(files, [...base, ...graphs], packages, texts)),
    ...files.filter(({ path }) => unread.includes(path)).map(({ path }) => `${path} can't be read`),
    // A lockfile that contradicts itself is not what was judged.
    ...material.result.findings
      .filter(
        ({ severity, location }) =>
          isAtLeast(severity, "medium") && files.some(({ path }) => path === location?.path),
      )
      .map(({ message }) => message),
  ];
  return reviewUpdate({ ...input, others, commits });
}

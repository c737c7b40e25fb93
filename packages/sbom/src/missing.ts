import { plural } from "@assay/core";
import { type Inventory, isIncomplete } from "@assay/inventory";
import type { SbomDocument } from "./model.ts";

/** A lockfile that is broken throughout says so in its first gaps. */
const MAX_GAPS = 200;

type Annotations = SbomDocument["annotations"];

/**
 * What is known to be missing, a sentence each. What no component of the document has to do with is said of its subject.
 *
 * @param refOf By the id of an entry; those that `scope` leaves out have none.
 */
export function annotationsOf(
  { graphs, skipped }: Inventory,
  scope: "all" | "runtime",
  subject: string,
  refOf: ReadonlyMap<string, string>,
): Annotations {
  const whole = (text: string) => ({ ref: subject, text });
  const gaps = graphs.flatMap(({ path, gaps: all }) =>
    all.filter(isIncomplete).flatMap(({ item, reason, componentId }) => {
      const ref = componentId === undefined ? subject : refOf.get(componentId);
      const place = item === path || item === "" ? path : `${item} in ${path}`;
      return ref === undefined ? [] : [{ ref, text: `${place}: ${reason}.` }];
    }),
  );
  const more = gaps.length - MAX_GAPS;
  return [
    ...(scope === "all" ? [] : [whole("Packages that only development needs are left out.")]),
    ...skipped
      .filter(({ kind }) => kind !== "excluded")
      .map(({ item, reason }) => whole(`The packages of ${item} are not known: ${reason}.`)),
    ...graphs.flatMap(({ path, edgeCompleteness }) =>
      edgeCompleteness === "complete"
        ? []
        : edgeCompleteness === "direct"
          ? [
              whole(
                `${path} says what the project itself needs, and nothing of what its packages need.`,
              ),
            ]
          : [whole(`${path} says nothing of what its packages need.`)],
    ),
    ...gaps.slice(0, MAX_GAPS),
    ...(more > 0
      ? [whole(`${plural(more, "more gap")} of the lockfiles are not listed here.`)]
      : []),
  ];
}

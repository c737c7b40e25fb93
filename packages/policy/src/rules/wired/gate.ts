import type { PolicyRepository } from "../../repository.ts";
import type { Judgement, PolicyRule } from "../../rule.ts";
import type { Purpose } from "../../workflow/purposes.ts";
import { wiredFor } from "../../workflow/wired.ts";

/** A gate that has to run for an event, and that a change must not get around. */
export interface Gate {
  readonly id: PolicyRule["id"];
  readonly purpose: Purpose;
  readonly events: readonly string[];
  /** A noun phrase: "a dependency audit". */
  readonly what: string;
}

/** Kept where every event starts it at least once with full effect; what has none is named where it stands. */
export async function judgeGate(
  repository: PolicyRepository,
  { id, purpose, events, what }: Gate,
): Promise<Judgement> {
  const violations: Judgement["violations"][number][] = [];
  for (const event of events) {
    const wired = await wiredFor(repository, purpose, event, id);
    if (wired.some(({ weakness }) => weakness === undefined)) continue;
    const [weak] = wired;
    violations.push(
      weak === undefined
        ? { key: event, message: `No workflow runs ${what} on \`${event}\`.` }
        : {
            path: weak.path,
            place: weak.place,
            key: event,
            message: `\`${weak.what}\` can't stop a change on \`${event}\`: ${weak.weakness}.`,
          },
    );
  }
  return { violations, looked: events.length };
}

import type { PolicyRepository } from "../../repository.ts";
import type { Judgement, PolicyRule, Violation } from "../../rule.ts";
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
  const violations: Violation[] = [];
  const missing: string[] = [];
  for (const event of events) {
    const wired = await wiredFor(repository, purpose, event, id);
    const [weak] = wired;
    if (weak === undefined) missing.push(event);
    else if (wired.every(({ weakness }) => weakness !== undefined)) {
      violations.push({
        path: weak.path,
        place: weak.place,
        key: event,
        message: `\`${weak.what}\` can't stop a change on \`${event}\`: ${weak.weakness}.`,
      });
    }
  }
  if (missing.length > 0) {
    const when = missing.map((event) => `\`${event}\``).join(" or ");
    violations.push({ key: missing.join(" "), message: `No workflow runs ${what} on ${when}.` });
  }
  return { violations, looked: events.length };
}

import type { ActFailure } from "@assay/core";
import { plural } from "@assay/core";

const MAX_NAMED = 100;

/** What a run that was stopped leaves undone. */
export function stoppedFailure(
  ruleId: string,
  undone: readonly string[],
  participle: "signed" | "attested" | "verified",
): readonly ActFailure[] {
  if (undone.length === 0) return [];
  const more = undone.length > MAX_NAMED ? `, and ${undone.length - MAX_NAMED} more` : "";
  return [
    {
      item: undone[0] ?? "",
      ruleId,
      kind: "external",
      message: `${plural(undone.length, "file")} not ${participle}: the run was stopped before it was done.`,
      hint: "Run the step again: what is done already is found and kept.",
      evidence: [
        { label: `Not ${participle}`, value: `${undone.slice(0, MAX_NAMED).join(", ")}${more}` },
      ],
    },
  ];
}

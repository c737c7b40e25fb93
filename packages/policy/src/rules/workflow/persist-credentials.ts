import { textOf } from "@assay/core/yaml";
import type { PolicyRepository } from "../../repository.ts";
import { defineRule, type Violation } from "../../rule.ts";
import { type StepAt, stepKey, stepsOf } from "../../workflow/steps.ts";
import { actionOf, majorVersion } from "../../workflow/uses.ts";
import { placeIn, workflowsOf } from "../../workflow/workflows.ts";

/** Since this version the credential lies outside of the checkout. */
const OUTSIDE_SINCE = 6;
const PUSHES = /\bgit\b[^\n]*\bpush\b|\bgh\s+(?:pr|release)\s/;
const PUSHING_ACTIONS =
  /^(?:stefanzweifel\/git-auto-commit-action|ad-m\/github-push-action|endbug\/add-and-commit|jamesives\/github-pages-deploy-action|peter-evans\/create-pull-request|changesets\/action)$/;

/** Rule 9. */
export const persistCredentials = defineRule({
  id: "workflow.persist-credentials",
  title: "A checkout that leaves its credential behind",
  description:
    "`actions/checkout` writes the token to disk: later steps can read it, and an artifact of the folder takes it along.",
  help: "Set `persist-credentials: false`; a step that pushes gets the token by itself.",
  severity: "medium",
  sources: { zizmor: ["artipacked"], ssdf: ["PO.5"] },
  decidedBy: "files",
  confidence: "high",
  fixes: true,
  async judge(repository) {
    const steps = stepsOf(await workflowsOf(repository));
    const checkouts = steps.filter(isCheckout);
    return {
      looked: checkouts.length,
      violations: checkouts.flatMap((at) => faultOf(at, steps, repository.editor)),
    };
  },
});

function isCheckout({ step }: StepAt): boolean {
  return actionOf(step) === "actions/checkout";
}

function faultOf(
  at: StepAt,
  steps: readonly StepAt[],
  editor: PolicyRepository["editor"],
): readonly Violation[] {
  const { file, job, step } = at;
  const { uses } = step;
  const value = textOf(step.with.get("persist-credentials")?.value);
  if (uses === undefined || value?.trim().toLowerCase() === "false") return [];
  const later = steps.filter(
    (each) => each.file === file && each.job === job && each.step.index > step.index,
  );
  const key = stepKey(at);
  const isPushed = later.some(pushes);
  const base = { path: file.path, place: placeIn(file, uses.node), key };
  const edits = isPushed
    ? undefined
    : editor?.setValue(file.text, step.node, ["with", "persist-credentials"], "false", {
        after: "uses",
      });
  if (value?.includes("${{") === true) {
    const message = `Whether the credential stays is decided by \`${value}\`.`;
    return [{ ...base, message, confidence: "low" }];
  }
  if (later.some(uploadsCheckout)) {
    const message =
      "The credential stays in the folder, and a later step uploads the folder as an artifact.";
    return [{ ...base, message, severity: "high", edits }];
  }
  // What pushes later needs the credential: taking it away would break the job.
  if (value === undefined && isPushed) return [];
  const outside = majorOf(at) >= OUTSIDE_SINCE;
  const message = `The credential of the checkout stays${outside ? " on the runner" : " in the folder"} for every later step.`;
  return [{ ...base, message, edits, ...(outside && { severity: "low" as const }) }];
}

function majorOf({ step: { uses } }: StepAt): number {
  const ref = uses !== undefined && "ref" in uses.target ? uses.target.ref : "";
  return majorVersion(ref, uses?.comment) ?? 0;
}

function pushes({ step }: StepAt): boolean {
  return PUSHES.test(step.run?.text ?? "") || PUSHING_ACTIONS.test(actionOf(step));
}

function uploadsCheckout({ step }: StepAt): boolean {
  if (actionOf(step) !== "actions/upload-artifact") return false;
  const path = textOf(step.with.get("path")?.value) ?? "";
  return path
    .split("\n")
    .some((each) =>
      /^(?:\.|\.\/|\.\.(?:\/.*)?|\$\{\{\s*github\.workspace\s*\}\}\/?|\*\*?|\.\/\*\*?)$/.test(
        each.trim(),
      ),
    );
}

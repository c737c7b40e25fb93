import { defineRule, type Violation } from "../../rule.ts";
import { actionsLock } from "../../workflow/lock.ts";
import { isTrusted, usesIn } from "../../workflow/steps.ts";
import { isCommit } from "../../workflow/uses.ts";
import { placeIn, workflowsOf } from "../../workflow/workflows.ts";

/** Rule 1. Images are the rule `workflow.unpinned-images`. */
export const unpinnedUses = defineRule({
  id: "workflow.unpinned-uses",
  title: "An action or reusable workflow that is not pinned to a commit",
  description:
    "A tag or branch can be moved to other code, which then runs with the rights and secrets of the job.",
  help: "Name the full commit and its version: `uses: owner/repo@<40 hex digits> # v1.2.3`; or list the owner in `policy.trusted-owners`.",
  severity: "high",
  sources: {
    zizmor: ["unpinned-uses"],
    scorecard: ["Pinned-Dependencies"],
    ssdf: ["PW.4"],
    cra: ["I(2)(d)"],
  },
  decidedBy: "files",
  confidence: "high",
  fixes: true,
  async judge(repository) {
    const lock = await actionsLock(repository);
    const { editor, settings } = repository;
    const all = usesIn(await workflowsOf(repository));
    const violations: Violation[] = [];
    for (const { file, uses } of all) {
      const { target, node } = uses;
      const violation = (key: string, message: string, edits?: Violation["edits"]) =>
        violations.push({
          ...{ path: file.path, place: placeIn(file, node), key, message, edits },
        });
      if (target.kind === "invalid")
        violation(node.text, `\`uses: ${node.text}\` can't be run: ${target.reason}.`);
      if (target.kind !== "action" && target.kind !== "workflow") continue;
      const { ref, repository: name, path, kind } = target;
      if (isCommit(ref) || isTrusted(settings.trustedOwners, name)) continue;
      if (kind === "action" && lock.commitOf(file.path, node.text.trim()) !== undefined) continue;
      const what = ref.includes("${{")
        ? "an expression decides which code runs"
        : /^[0-9a-f]{7,39}$/i.test(ref)
          ? "a short commit name can be taken by a tag"
          : "a tag or branch can be moved";
      violation(
        [name, path].filter(Boolean).join("/"),
        `\`${node.text}\` is not pinned: ${what}.`,
        await editor?.pin(file, uses, lock.knownCommit(node.text.trim())),
      );
    }
    return { violations, looked: all.length };
  },
});

import { defineRule, type Violation } from "../../rule.ts";
import { inputText } from "../../workflow/purposes.ts";
import { stepKey } from "../../workflow/steps.ts";
import { placeIn } from "../../workflow/workflows.ts";
import { attestsItself, releasesOf, servingSteps } from "./releases.ts";

const id = "release.provenance";

/** Rule 34. */
export const releaseProvenance = defineRule({
  id,
  title: "A release that does not say how it was built",
  description: "Provenance binds a release to the commit and workflow that made it.",
  help: "Add `assay-ci/assay/actions/attest`, `actions/attest-build-provenance` or slsa-github-generator to the release's workflow.",
  severity: "medium",
  sources: { slsa: ["build-3"], ssdf: ["PS.3"] },
  decidedBy: "files",
  confidence: "high",
  async judge(repository) {
    const releases = await releasesOf(repository);
    const violations: Violation[] = [];
    for (const release of releases) {
      const { file, job, step, channel } = release;
      const attached = channel === "image" && /true|mode=/.test(inputText(step, "provenance"));
      if (attached || attestsItself(release)) continue;
      if ((await servingSteps(repository, release, "provenance", id)).length > 0) continue;
      violations.push({
        path: file.path,
        place: placeIn(file, step.uses?.node ?? step.run ?? step.node),
        key: stepKey({ job, step }),
        message: `What is released here (${channel}) has no provenance.`,
      });
    }
    return { violations, looked: releases.length };
  },
});

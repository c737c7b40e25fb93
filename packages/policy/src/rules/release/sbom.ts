import { defineRule, type Violation } from "../../rule.ts";
import { inputText } from "../../workflow/purposes.ts";
import { stepKey } from "../../workflow/steps.ts";
import { placeIn } from "../../workflow/workflows.ts";
import { goreleaserMakes, releasesOf, servingSteps } from "./releases.ts";

const id = "release.sbom";

/** Rule 33: what is released as a file or an image. Packages of registries name what they need themselves. */
export const releaseSbom = defineRule({
  id,
  title: "A release without a signed bill of materials",
  description: "Whoever uses it can't tell whether the next vulnerability is theirs too.",
  help: "Make an SBOM with `assay-ci/assay/actions/sbom` in the release's workflow and attest or sign it.",
  severity: "high",
  sources: { osps: ["QA-02.02"], scorecard: ["SBOM"], ssdf: ["PS.3"], cra: ["II(1)"] },
  decidedBy: "files",
  confidence: "high",
  async judge(repository) {
    const releases = (await releasesOf(repository)).filter(
      ({ channel }) => channel === "release" || channel === "image" || channel === "helm",
    );
    const violations: Violation[] = [];
    for (const release of releases) {
      const { file, job, step, channel } = release;
      const attached = channel === "image" && /^(?!false$).+/.test(inputText(step, "sbom"));
      const makes =
        attached ||
        (await goreleaserMakes(repository, release, ["sboms"])) ||
        (await servingSteps(repository, release, "sbom", id)).length > 0;
      const signs =
        (await goreleaserMakes(repository, release, ["signs", "docker_signs"])) ||
        (await servingSteps(repository, release, "sign", "release.signed")).length > 0;
      if (makes && signs) continue;
      violations.push({
        path: file.path,
        place: placeIn(file, step.uses?.node ?? step.run ?? step.node),
        key: stepKey({ job, step }),
        message: makes
          ? `The SBOM of what is released here (${channel}) is neither attested nor signed.`
          : `What is released here (${channel}) has no SBOM.`,
      });
    }
    return { violations, looked: releases.length };
  },
});

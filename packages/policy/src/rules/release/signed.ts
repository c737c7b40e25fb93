import { defineRule, type Violation } from "../../rule.ts";
import { rightsOf } from "../../workflow/permissions.ts";
import { usesFor } from "../../workflow/purposes.ts";
import { stepKey } from "../../workflow/steps.ts";
import { placeIn } from "../../workflow/workflows.ts";
import { attestsItself, goreleaserMakes, releasesOf, servingSteps } from "./releases.ts";

const id = "release.signed";

/** Rule 32. */
export const releaseSigned = defineRule({
  id,
  title: "A release that nobody can verify",
  description: "Without a signature nobody can tell your release from another's.",
  help: "Sign it in the same workflow with `assay-ci/assay/actions/sign`, cosign or an attestation, with `id-token: write`.",
  severity: "high",
  sources: {
    osps: ["BR-06.01"],
    scorecard: ["Signed-Releases"],
    slsa: ["build-3"],
    ssdf: ["PS.2"],
    cra: ["I(2)(f)"],
  },
  decidedBy: "files",
  confidence: "high",
  async judge(repository) {
    const releases = await releasesOf(repository);
    const violations: Violation[] = [];
    for (const release of releases) {
      const { file, job, step, channel } = release;
      if (
        attestsItself(release) ||
        (await goreleaserMakes(repository, release, ["signs", "docker_signs", "binary_signs"]))
      )
        continue;
      const signing = await servingSteps(repository, release, "sign", id);
      const base = {
        path: file.path,
        place: placeIn(file, step.uses?.node ?? step.run ?? step.node),
        key: stepKey({ job, step }),
      };
      if (signing.length === 0) {
        violations.push({ ...base, message: `What is released here (${channel}) is not signed.` });
        continue;
      }
      // Keyless signing and attestations need the job's identity.
      const without = signing.find(
        ({ job: signer, step: by }) =>
          by?.uses !== undefined &&
          usesFor(by.uses, "sign") &&
          /^actions\/attest/.test(
            "repository" in by.uses.target ? by.uses.target.repository : "",
          ) &&
          rightsOf(file, signer)?.all !== "write-all" &&
          rightsOf(file, signer)?.scopes.get("id-token") === undefined,
      );
      if (without?.step?.uses !== undefined)
        violations.push({
          ...base,
          place: placeIn(file, without.step.uses.node),
          message: `The job \`${without.job.id}\` signs and has no \`id-token: write\`.`,
        });
    }
    return { violations, looked: releases.length };
  },
});

import { valueAt, type YamlNode, type YamlScalar } from "@assay/core/yaml";
import { defineRule } from "../../rule.ts";
import type { Job, Workflow } from "../../workflow/model.ts";
import { eventsOf, OPEN_EVENTS } from "../../workflow/steps.ts";
import { placeIn, workflowsOf } from "../../workflow/workflows.ts";

/** Rule 14. */
export const selfHostedRunner = defineRule({
  id: "workflow.self-hosted-runner",
  title: "A self-hosted runner in a public repository",
  description:
    "Whoever opens a pull request can run code on it, and leave something behind for the next run.",
  help: "Use hosted or ephemeral runners for what strangers can start.",
  severity: "medium",
  sources: { zizmor: ["self-hosted-runner"], slsa: ["build-3"] },
  decidedBy: "files",
  confidence: "medium",
  async judge(repository) {
    const { visibility } = repository.settings;
    const { workflows } = await workflowsOf(repository);
    const jobs = workflows.flatMap((file) => file.jobs.map((job) => ({ file, job })));
    if (visibility === "private") return { looked: 0, violations: [] };
    return {
      looked: jobs.length,
      violations: jobs.flatMap(({ file, job }) => {
        const group = valueAt(job.runsOn, "group");
        const labelled = selfHosted(job);
        const node = labelled ?? group;
        if (node === undefined) return [];
        // GitHub's larger runners stand in groups too.
        const isGuess = labelled === undefined || visibility === "auto";
        const isOpen = startedByStrangers(file);
        return [
          {
            path: file.path,
            place: placeIn(file, node),
            key: job.id,
            message: `The job \`${job.id}\` runs on a self-hosted runner${isOpen ? ", and a fork's pull request can start it" : ""}.`,
            ...(isOpen && { severity: "high" as const }),
            ...(isGuess && { confidence: "low" as const }),
          },
        ];
      }),
    };
  },
});

/** What says that a job runs on a self-hosted runner: the label, or the label in an expression. */
function selfHosted({ runsOn, strategy }: Job): YamlNode | undefined {
  const labels = runsOn?.kind === "map" ? valueAt(runsOn, "labels") : runsOn;
  const named = scalarsOf(labels).find(({ text }) => /\bself-hosted\b/.test(text));
  const matrix = scalarsOf(labels).flatMap(({ text }) => {
    const name = /^\$\{\{\s*matrix\.([\w-]+)\s*\}\}$/.exec(text)?.[1];
    return name === undefined ? [] : scalarsOf(valueAt(valueAt(strategy, "matrix"), name));
  });
  return named ?? matrix.find(({ text }) => text === "self-hosted");
}

function scalarsOf(node: YamlNode | undefined): readonly YamlScalar[] {
  if (node?.kind === "scalar") return [node];
  return node?.kind === "list" ? node.items.flatMap(scalarsOf) : [];
}

function startedByStrangers(file: Workflow): boolean {
  return [...eventsOf(file)].some((event) => OPEN_EVENTS.has(event));
}

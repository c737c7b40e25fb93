import { textOf, valueAt, type YamlNode, type YamlScalar } from "@assay/core/yaml";
import { defineRule, type Violation } from "../../rule.ts";
import type { Job, LocalAction, Workflow } from "../../workflow/model.ts";
import { stepsOf } from "../../workflow/steps.ts";
import { parseImage } from "../../workflow/uses.ts";
import { placeIn, type Workflows, workflowsOf } from "../../workflow/workflows.ts";
import { entriesOf, itemsOf } from "../../yaml-places.ts";

interface ImageAt {
  readonly file: Workflow | LocalAction;
  readonly job?: Job;
  readonly node: YamlScalar;
}

/** Rule 3. */
export const unpinnedImages = defineRule({
  id: "workflow.unpinned-images",
  title: "A container image that is not pinned to a digest",
  description: "A tag can be pushed again with other content, which then runs in the job.",
  help: "Name the digest: `image: node:24@sha256:<64 hex digits>`.",
  severity: "high",
  sources: { zizmor: ["unpinned-images"], scorecard: ["Pinned-Dependencies"], ssdf: ["PW.4"] },
  decidedBy: "files",
  confidence: "high",
  async judge(repository) {
    const all = imagesOf(await workflowsOf(repository));
    return { looked: all.length, violations: all.flatMap(violationsOf) };
  },
});

function imagesOf(all: Workflows): readonly ImageAt[] {
  const scalar = (node: YamlNode | undefined) => (node?.kind === "scalar" ? [node] : []);
  const imageOf = (node: YamlNode | undefined) =>
    scalar(node?.kind === "map" ? valueAt(node, "image") : node);
  const ofJobs = all.workflows.flatMap((file) =>
    file.jobs.flatMap((job) => {
      const { container, services } = job;
      const ofServices = entriesOf(services).flatMap(({ value }) => imageOf(value));
      const nodes = [...imageOf(container), ...ofServices];
      return nodes.map((node) => ({ file, job, node }));
    }),
  );
  const ofSteps = stepsOf(all).flatMap(({ file, job, step }) =>
    step.uses?.target.kind === "docker"
      ? [{ file, node: step.uses.node, ...(job && { job }) }]
      : [],
  );
  const ofActions = all.actions.flatMap((file) =>
    scalar(valueAt(valueAt(file.document.root, "runs"), "image"))
      .filter(({ text }) => text.startsWith("docker://"))
      .map((node) => ({ file, node })),
  );
  return [...ofJobs, ...ofSteps, ...ofActions];
}

function violationsOf({ file, job, node }: ImageAt): readonly Violation[] {
  if (!node.text.includes("${{")) return faultOf(file, node, node.text);
  const name = /^\$\{\{\s*matrix\.([\w-]+)\s*\}\}$/.exec(node.text.trim())?.[1];
  const values = name === undefined ? [] : matrixValues(job, name);
  if (values.length > 0) return values.flatMap((value) => faultOf(file, value, value.text));
  // An expression that ends in a digest is pinned, whatever it names.
  if (/@sha256:[0-9a-f]{64}$/.test(node.text)) return [];
  const message = `Which image runs is decided by \`${node.text}\`: nobody can see whether it is pinned.`;
  const place = placeIn(file, node);
  return [{ path: file.path, place, key: node.text, message, confidence: "low" }];
}

/** The values that the matrix of a job has for a name: nothing where an expression makes it. */
function matrixValues(job: Job | undefined, name: string): readonly YamlScalar[] {
  const matrix = valueAt(job?.strategy, "matrix");
  const include = valueAt(matrix, "include");
  const own = valueAt(matrix, name);
  return [
    ...itemsOf(own),
    ...itemsOf(include).flatMap((item) => valueAt(item, name) ?? []),
  ].flatMap((node) => (node.kind === "scalar" && !node.text.includes("${{") ? [node] : []));
}

function faultOf(file: ImageAt["file"], node: YamlScalar, text: string): readonly Violation[] {
  const { name, tag, digest } = parseImage(textOf(node) ?? text);
  // An empty image means that there is no container.
  if (name === "" || /^sha256:[0-9a-f]{64}$/.test(digest ?? "")) return [];
  const moving = tag === undefined || tag === "latest";
  const what = tag === undefined ? "neither tag nor digest" : `the tag \`${tag}\` and no digest`;
  return [
    {
      path: file.path,
      place: placeIn(file, node),
      key: name,
      message: `The image \`${name}\` has ${what}.`,
      severity: moving ? "high" : "medium",
    },
  ];
}

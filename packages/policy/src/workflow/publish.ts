import type { YamlNode } from "@assay/core/yaml";
import { textOf, valueAt } from "@assay/core/yaml";
import type { Job, Step, Workflow } from "./model.ts";
import { scriptLines } from "./script-lines.ts";
import { actionOf } from "./uses.ts";

/** Where a step publishes to; `deployment`: a service, which is no release. */
export type Channel =
  | "npm"
  | "pypi"
  | "crates"
  | "gems"
  | "nuget"
  | "maven"
  | "image"
  | "helm"
  | "release"
  | "deployment";

const ACTIONS: readonly (readonly [Channel, RegExp])[] = [
  ["npm", /^(?:js-devtools\/npm-publish|changesets\/action)$/],
  ["pypi", /^pypa\/gh-action-pypi-publish$/],
  ["gems", /^rubygems\/release-gem$/],
  [
    "release",
    /^(?:goreleaser\/goreleaser-action|softprops\/action-gh-release|ncipollo\/release-action|actions\/(?:create-release|upload-release-asset)|svenstaro\/upload-release-action|jreleaser\/release-action)$/,
  ],
  [
    "deployment",
    /^(?:(?:googleapis|google-github-actions)\/release-please-action|actions\/deploy-pages|azure\/webapps-deploy|aws-actions\/amazon-ecs-deploy-task-definition|google-github-actions\/deploy-cloudrun)$/,
  ],
];

const COMMANDS: readonly (readonly [Channel, RegExp])[] = [
  ["npm", /(?:npm|yarn(?: npm)?|pnpm|bun|lerna)(?:\s+-\S+)*\s+publish/],
  ["pypi", /twine\s+upload|(?:uv|poetry|hatch|pdm|flit)\s+publish/],
  ["crates", /cargo\s+publish/],
  ["gems", /gem\s+push/],
  ["nuget", /(?:dotnet\s+)?nuget\s+push/],
  ["maven", /mvnw?\b.*\sdeploy|gradlew?\b.*\spublish\w*/],
  [
    "image",
    /(?:docker|podman|buildah)\s+(?:image\s+)?push|docker\s+buildx\s+build\b.*--push|crane\s+push/,
  ],
  ["helm", /helm\s+push/],
  ["release", /gh\s+release\s+(?:create|upload)|goreleaser\s+release/],
];
const AT_COMMAND = COMMANDS.map(
  ([channel, { source }]) =>
    [channel, new RegExp(String.raw`(?:^|[\s;&|(/])(?:${source})(?=\s|$|[;&|)])`)] as const,
);
/** A rehearsal, or the word as a part of another name. */
const NO_PUBLISH =
  /--dry-run|--dry\b|pkg-pr-new|--snapshot|publishToMavenLocal|publish-local|\becho\b/;

/** Where a step gives something to the world; `undefined` where it does not. */
export function channelOf(step: Step): Channel | undefined {
  const { run, with: inputs } = step;
  const repository = actionOf(step);
  if (repository === "") return publishCommands(run?.text ?? "")[0]?.channel;
  const input = (name: string) => textOf(inputs.get(name)?.value) ?? "";
  switch (repository) {
    case "docker/build-push-action":
      return /true|\$\{\{/.test(input("push")) || /push=true|type=registry/.test(input("outputs"))
        ? "image"
        : undefined;
    case "docker/bake-action":
      return /true|\$\{\{/.test(input("push")) ? "image" : undefined;
    case "pyo3/maturin-action":
      return /publish|upload/.test(input("command")) ? "pypi" : undefined;
    case "goreleaser/goreleaser-action":
      if (input("install-only") === "true") return undefined;
      if (/--snapshot|check|--skip[= ]publish/.test(input("args"))) return undefined;
  }
  return ACTIONS.find(([, actions]) => actions.test(repository))?.[0];
}

/** The commands of a script that publish. */
export function publishCommands(
  script: string,
): readonly { readonly text: string; readonly channel: Channel }[] {
  return scriptLines(script).flatMap(({ text }) => {
    if (NO_PUBLISH.test(text)) return [];
    const found = AT_COMMAND.find(([, command]) => command.test(text));
    return found === undefined ? [] : [{ text, channel: found[0] }];
  });
}

/** Whether a step gives something to the world. */
export function publishes(step: Step): boolean {
  return channelOf(step) !== undefined;
}

/** Whether a workflow runs for releases only: a published release, or a pushed tag. */
export function runsForReleases({ triggers }: Workflow): boolean {
  return triggers.some(({ name, filters }) =>
    name === "release" ? true : name === "push" && isForTags(filters),
  );
}

function isForTags(filters: YamlNode | undefined): boolean {
  return valueAt(filters, "tags") !== undefined && valueAt(filters, "branches") === undefined;
}

/** The jobs that publish, and those that hand something over to them (an artifact, an output), by id. */
export function publishingJobs({ jobs }: Pick<Workflow, "jobs">): ReadonlySet<string> {
  const byId = new Map(jobs.map((job) => [job.id, job]));
  const found = new Set<string>();
  const seen = new Set<string>();
  const add = (job: Job | undefined, isNeeded: boolean): void => {
    if (job === undefined || seen.has(job.id)) return;
    seen.add(job.id);
    if (!isNeeded || handsOver(job)) found.add(job.id);
    for (const id of job.needs) add(byId.get(id), true);
  };
  for (const job of jobs)
    if (job.steps.some(publishes)) {
      seen.delete(job.id);
      add(job, false);
    }
  return found;
}

function handsOver({ outputs, steps }: Job): boolean {
  return outputs !== undefined || steps.some((step) => /upload-\S*artifact/.test(actionOf(step)));
}

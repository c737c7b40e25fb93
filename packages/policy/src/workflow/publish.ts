import type { YamlNode } from "@assay/yaml";
import { textOf, valueAt } from "@assay/yaml";
import type { Job, Step, Workflow } from "./model.ts";
import { scriptLines } from "./scripts.ts";

/** Actions that publish what a job made. */
const ACTIONS =
  /^(?:pypa\/gh-action-pypi-publish|rubygems\/release-gem|goreleaser\/goreleaser-action|softprops\/action-gh-release|ncipollo\/release-action|actions\/create-release|actions\/upload-release-asset|svenstaro\/upload-release-action|jreleaser\/release-action|js-devtools\/npm-publish|googleapis\/release-please-action|google-github-actions\/release-please-action|changesets\/action|actions\/deploy-pages|azure\/webapps-deploy|aws-actions\/amazon-ecs-deploy-task-definition|google-github-actions\/deploy-cloudrun|pyo3\/maturin-action)$/;
const COMMAND =
  /(?:^|[\s;&|(])(?:(?:npm|yarn(?: npm)?|pnpm|bun|lerna)(?:\s+-\S+)*\s+publish|twine\s+upload|(?:python3?\s+-m\s+)(?:twine\s+upload)|(?:uv|poetry|hatch|pdm|flit)\s+publish|cargo\s+publish|gem\s+push|dotnet\s+nuget\s+push|nuget\s+push|mvn\b.*\bdeploy\b|(?:\.\/)?gradlew?\b.*\bpublish\w*|docker\s+(?:image\s+)?push|docker\s+buildx\s+build\b.*--push|gh\s+release\s+(?:create|upload)|goreleaser\s+release|helm\s+push|cosign\s+\w+)\b/;
/** A rehearsal, or the word as a part of another name. */
const NO_PUBLISH =
  /--dry-run|--dry\b|-n\s+publish|pkg-pr-new|--snapshot|publishToMavenLocal|publish-local/;

/** Whether a step gives something to the world. */
export function publishes({ uses, run, with: inputs }: Step): boolean {
  if (uses?.target.kind === "action") {
    const { repository } = uses.target;
    const input = (name: string) => textOf(inputs.get(name)?.value) ?? "";
    if (repository === "docker/build-push-action")
      return /true|\$\{\{/.test(input("push")) || /push=true|type=registry/.test(input("outputs"));
    if (repository === "docker/bake-action") return /true|\$\{\{/.test(input("push"));
    if (repository === "pyo3/maturin-action") return /publish|upload/.test(input("command"));
    if (repository === "goreleaser/goreleaser-action")
      return !/--snapshot|check|--skip[= ]publish/.test(input("args"));
    return ACTIONS.test(repository);
  }
  return publishCommands(run?.text ?? "").length > 0;
}

/** The commands of a script that publish. */
export function publishCommands(script: string): readonly string[] {
  return scriptLines(script)
    .map(({ text }) => text)
    .filter((text) => COMMAND.test(text) && !NO_PUBLISH.test(text) && !/\bcosign\b/.test(text));
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

/** The jobs that publish, and those that they need, by id. */
export function publishingJobs({ jobs }: Pick<Workflow, "jobs">): ReadonlySet<string> {
  const byId = new Map(jobs.map((job) => [job.id, job]));
  const found = new Set<string>();
  const add = (job: Job | undefined): void => {
    if (job === undefined || found.has(job.id)) return;
    found.add(job.id);
    for (const id of job.needs) add(byId.get(id));
  };
  for (const job of jobs) if (job.steps.some(publishes)) add(job);
  return found;
}

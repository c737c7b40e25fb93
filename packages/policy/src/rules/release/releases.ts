import type { PolicyRepository } from "../../repository.ts";
import type { Job, Step, Workflow } from "../../workflow/model.ts";
import { type Channel, channelOf } from "../../workflow/publish.ts";
import { commandFor, inputText, type Purpose, usesFor } from "../../workflow/purposes.ts";
import { isTrusted } from "../../workflow/steps.ts";
import { actionOf } from "../../workflow/uses.ts";
import { isNever } from "../../workflow/weakness.ts";
import { type Workflows, workflowsOf } from "../../workflow/workflows.ts";
import { entriesOf } from "../../yaml-places.ts";

/** A step that releases something which consumers could verify. */
export interface Release {
  readonly file: Workflow;
  readonly job: Job;
  readonly step: Step;
  readonly channel: Channel;
}

/** Registries whose packages can't carry a signature or attestation of their own. */
const NOT_SIGNABLE: ReadonlySet<Channel> = new Set(["crates", "gems", "nuget", "deployment"]);

export async function releasesOf(repository: PolicyRepository): Promise<readonly Release[]> {
  const { workflows } = await workflowsOf(repository);
  return workflows.flatMap((file) =>
    file.jobs.flatMap((job) =>
      job.steps.flatMap((step) => {
        const channel = channelOf(step);
        return channel === undefined || NOT_SIGNABLE.has(channel)
          ? []
          : [{ file, job, step, channel }];
      }),
    ),
  );
}

/** A step or call that serves a purpose within the release's workflow, or in what it calls from the repository itself. */
export interface Serving {
  readonly job: Job;
  readonly step?: Step;
}

/** What serves a purpose in the workflow of a release, or in one that calls it. @param ruleId Whose `policy.equivalents` count too. */
export async function servingSteps(
  repository: PolicyRepository,
  { file }: Pick<Release, "file">,
  purpose: Purpose,
  ruleId: string,
): Promise<readonly Serving[]> {
  const all = await workflowsOf(repository);
  const { trustedOwners, equivalents } = repository.settings;
  const named = new Set(equivalents.map((each) => each.toLowerCase()));
  const serves = (uses: Job["uses"]): boolean => {
    if (uses === undefined) return false;
    if (named.has(`${ruleId}=${uses.node.text.trim().toLowerCase()}`)) return true;
    if (!("repository" in uses.target)) return false;
    const { repository: name, path } = uses.target;
    return (
      named.has(`${ruleId}=${[name, path.toLowerCase()].filter(Boolean).join("/")}`) ||
      usesFor(uses, purpose, isTrusted(trustedOwners, name))
    );
  };
  const inStep = (step: Step, depth: number): boolean =>
    !isNever(step) &&
    (serves(step.uses) ||
      commandFor(step, purpose) !== undefined ||
      inLocal(all, step, inStep, depth));
  const callers = all.workflows.filter(({ jobs }) =>
    jobs.some(({ uses }) => uses?.target.kind === "local" && uses.target.path === file.path),
  );
  const jobs = [file, ...callers].flatMap((each) => each.jobs).filter((job) => !isNever(job));
  return jobs.flatMap((job): Serving[] => [
    ...(serves(job.uses) || calls(all, job, inStep) ? [{ job }] : []),
    ...job.steps.filter((step) => inStep(step, 0)).map((step) => ({ job, step })),
  ]);
}

type InStep = (step: Step, depth: number) => boolean;

function inLocal(all: Workflows, { uses }: Step, inStep: InStep, depth: number): boolean {
  if (uses?.target.kind !== "local" || depth > 9) return false;
  return all.action(uses.target.path)?.steps.some((step) => inStep(step, depth + 1)) === true;
}

function calls(all: Workflows, { uses }: Job, inStep: InStep): boolean {
  if (uses?.target.kind !== "local") return false;
  const called = all.workflow(uses.target.path);
  return called?.jobs.some(({ steps }) => steps.some((step) => inStep(step, 0))) === true;
}

/** Whether GoReleaser is told to make something (`signs`, `sboms`) by its own configuration. */
export async function goreleaserMakes(
  repository: PolicyRepository,
  { step }: Pick<Release, "step">,
  keys: readonly string[],
): Promise<boolean> {
  const isGoreleaser =
    actionOf(step) === "goreleaser/goreleaser-action" ||
    /\bgoreleaser\b/.test(step.run?.text ?? "");
  if (!isGoreleaser) return false;
  const named = /--config[= ](\S+)|-f[= ](\S+)/.exec(inputText(step, "args"));
  const paths = named
    ? [named[1] ?? named[2] ?? ""]
    : ["", "config/"].flatMap((folder) =>
        [".goreleaser", "goreleaser"].flatMap((name) =>
          ["yml", "yaml"].map((end) => `${folder}${name}.${end}`),
        ),
      );
  for (const path of paths) {
    const root = (await repository.yaml(path))?.root;
    if (entriesOf(root).some(({ key }) => keys.includes(key.text))) return true;
  }
  return false;
}

/** Whether what goes to npm or PyPI carries an attestation by the registry's own way. */
export function attestsItself({ step, job, channel }: Release): boolean {
  const text = step.run?.text ?? "";
  const hasIdToken = job.permissions?.scopes.get("id-token") !== undefined;
  if (actionOf(step) === "pypa/gh-action-pypi-publish")
    return inputText(step, "password") === "" && inputText(step, "attestations") !== "false";
  if (channel !== "npm") return false;
  return (
    /--provenance(?!=false)/.test(text) || (hasIdToken && !/NODE_AUTH_TOKEN/.test(envText(step)))
  );
}

function envText({ env }: Step): string {
  return entriesOf(env)
    .map(({ key }) => key.text)
    .join(" ");
}

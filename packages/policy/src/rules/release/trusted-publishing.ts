import { textOf, type YamlNode } from "@assay/core/yaml";
import { defineRule, type Violation } from "../../rule.ts";
import type { Job, Step, Workflow } from "../../workflow/model.ts";
import { type Channel, channelOf } from "../../workflow/publish.ts";
import { inputText } from "../../workflow/purposes.ts";
import { stepKey } from "../../workflow/steps.ts";
import { placeIn, workflowsOf } from "../../workflow/workflows.ts";
import { entriesOf } from "../../yaml-places.ts";

/** Variables that hold a registry's token, where the registry takes the workflow's identity in its place. */
const TOKENS: Partial<Readonly<Record<Channel, RegExp>>> = {
  npm: /^(?:NODE_AUTH_TOKEN|NPM_TOKEN|NPM_AUTH_TOKEN|YARN_NPM_AUTH_TOKEN|npm_config_\S*_authToken)$/,
  pypi: /^(?:TWINE_PASSWORD|UV_PUBLISH_(?:TOKEN|PASSWORD)|POETRY_PYPI_TOKEN_PYPI|POETRY_HTTP_BASIC_PYPI_PASSWORD|HATCH_INDEX_AUTH|FLIT_PASSWORD|PDM_PUBLISH_PASSWORD|MATURIN_(?:PYPI_TOKEN|PASSWORD))$/,
  crates: /^CARGO_REGISTRY_TOKEN$/,
  gems: /^(?:GEM_HOST_API_KEY|RUBYGEMS_API_KEY)$/,
  nuget: /^NUGET_(?:API_KEY|AUTH_TOKEN)$/,
};
/** A secret, or a variable that may hold one. */
const ARGUMENT = /(?:--token|--password|-p|--api-key|-k)[ =]["']?\$(?:\{\{\s*secrets\.|\{?(\w+))/;
/** GitHub's own registry takes the workflow's token. */
const NOT_A_SECRET = /secrets\.GITHUB_TOKEN|github\.token/i;

/** Rule 35. */
export const trustedPublishing = defineRule({
  id: "release.trusted-publishing",
  title: "A long-lived registry token where none is needed",
  description:
    "Whoever gets the token can publish in your name; the workflow's own identity holds for minutes only.",
  help: "Set up trusted publishing at the registry with `id-token: write`, and delete the token.",
  severity: "medium",
  sources: { zizmor: ["use-trusted-publishing"], ssdf: ["PO.5"], cra: ["I(2)(d)"] },
  decidedBy: "files",
  confidence: "high",
  async judge(repository) {
    const { workflows } = await workflowsOf(repository);
    let looked = 0;
    const violations = workflows.flatMap((file) =>
      file.jobs.flatMap((job) =>
        job.steps.flatMap((step): readonly Violation[] => {
          const channel = channelOf(step);
          if (channel === undefined || TOKENS[channel] === undefined) return [];
          looked++;
          const token = tokenOf(file, job, step, channel);
          return token === undefined
            ? []
            : [
                {
                  path: file.path,
                  place: placeIn(file, token.node),
                  key: stepKey({ job, step }),
                  message: `The step publishes (${channel}) with the long-lived token in ${token.where}.`,
                },
              ];
        }),
      ),
    );
    return { violations, looked };
  },
});

function tokenOf(
  file: Workflow,
  job: Job,
  step: Step,
  channel: Channel,
): { readonly node: YamlNode; readonly where: string } | undefined {
  const { uses, run } = step;
  const argument = ARGUMENT.exec(run?.text ?? "");
  for (const env of [step.env, job.env, file.env]) {
    for (const { key, value } of entriesOf(env)) {
      const isToken = key.text === argument?.[1] || TOKENS[channel]?.test(key.text) === true;
      if (isToken && isSecret(textOf(value))) return { node: value, where: `\`${key.text}\`` };
    }
  }
  for (const name of ["password", "token", "api-key"]) {
    const value = step.with.get(name)?.value;
    if (uses !== undefined && value !== undefined && isSecret(inputText(step, name)))
      return { node: value, where: `the input \`${name}\`` };
  }
  return run !== undefined &&
    argument !== null &&
    argument[1] === undefined &&
    !NOT_A_SECRET.test(run.text)
    ? { node: run, where: "its command" }
    : undefined;
}

function isSecret(text = ""): boolean {
  return /\$\{\{[^}]*\bsecrets\b/.test(text) && !NOT_A_SECRET.test(text);
}

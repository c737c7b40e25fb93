import { wrap } from "@assay/core";
import { ACTION, type Pin } from "./pin.ts";

export interface WorkflowFacts {
  readonly defaultBranch: string;
  readonly pin: Pin;
}

/** `.github/workflows/assay.yml`: least permissions, full history, every action pinned to a commit. */
export function workflowTemplate({ defaultBranch, pin }: WorkflowFacts): string {
  return `name: Assay

on:
  push:
    branches: [${JSON.stringify(defaultBranch)}]
  pull_request:
  merge_group:

permissions: {}

concurrency:
  group: \${{ github.workflow }}-\${{ github.ref }}
  cancel-in-progress: \${{ github.event_name == 'pull_request' }}

jobs:
  assay:
    name: Assay
    runs-on: ubuntu-latest
    timeout-minutes: 15
    permissions:
      contents: read # to read the repository
      pull-requests: write # to keep one comment on the pull request
      # security-events: write # for upload-sarif
    steps:
      - uses: actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2
        with:
          persist-credentials: false
          fetch-depth: 0 # the secrets check reads every commit of a change
${comment(pin.doubt)}      - uses: ${ACTION}@${pin.commit}${pin.label === undefined ? "" : ` # ${pin.label}`}
        with:
          comment: true
          # upload-sarif: true
`;
}

function comment(text: string | undefined): string {
  if (text === undefined) return "";
  return wrap(text, 92, 0)
    .map((line) => `      # ${line}\n`)
    .join("");
}

import { expect, test } from "vitest";
import type { PolicyRule } from "../../rule.ts";
import { violationsOf } from "../../test/repository.ts";
import { botConditions } from "./bot-conditions.ts";
import { githubEnv } from "./github-env.ts";
import { overprovisionedSecrets } from "./overprovisioned-secrets.ts";
import { prTargetCheckout } from "./pr-target-checkout.ts";
import { templateInjection } from "./template-injection.ts";
import { unsoundCondition } from "./unsound-condition.ts";

const W = ".github/workflows/w.yml";

/** Violations as `path:line:column severity[/confidence]: message`. */
async function found(rule: PolicyRule, files: Readonly<Record<string, string>>) {
  const violations = await violationsOf(rule, files);
  return violations.map(({ path, place, severity = rule.severity, confidence, message }) => {
    const sure = confidence === undefined ? "" : `/${confidence}`;
    return `${path}:${place?.startLine}:${place?.startColumn} ${severity}${sure}: ${message}`;
  });
}
const steps = (rule: PolicyRule, on: string, list: string, job = "") =>
  found(rule, { [W]: `on: ${on}\njobs:\n  a:\n    runs-on: x\n${job}    steps:\n${list}` });
const severity = async (rule: PolicyRule, on: string, list: string, job = "") =>
  (await steps(rule, on, list, job)).map((each) => each.split(" ")[1]?.replace(":", ""));

const TITLE = '      - run: echo "${{ github.event.issue.title }}"\n';
const HEAD = "      - run: git push ${{ github.head_ref }}\n";

test("a title in a script is reported with who writes it and where it stands", async () => {
  expect(await steps(templateInjection, "issues", TITLE)).toEqual([
    `${W}:6:20 critical: \`github.event.issue.title\` (text of outsiders, on \`issues\`) becomes code of \`run\`.`,
  ]);
});

test("the way is told, and how many more sources there are", async () => {
  expect(
    await found(templateInjection, {
      [W]: `on: issues
jobs:
  a:
    outputs: { t: "\${{ github.event.issue.title }}" }
    steps: []
  b:
    needs: a
    steps:
      - uses: ./act
        with: { text: "\${{ needs.a.outputs.t }} \${{ github.event.issue.body }}" }
`,
      "act/action.yml":
        "runs:\n  using: composite\n  steps:\n    - run: echo ${{ inputs.text }}\n      shell: sh\n",
    }),
  ).toEqual([
    `act/action.yml:4:17 critical: \`github.event.issue.title\` (text of outsiders, on \`issues\`) by output t of job a (${W}:4), input text of act (${W}:10), and 1 more becomes code of \`run\`.`,
  ]);
});

test("a local reusable workflow is judged with what its callers give", async () => {
  const called = (value: string) =>
    found(templateInjection, {
      [W]: `on: pull_request\njobs: { a: { uses: ./.github/workflows/c.yml, with: { t: ${value} } } }\n`,
      ".github/workflows/c.yml": `on: { workflow_call: { inputs: { t: { type: string } } } }\njobs: { b: { steps: [{ run: "\${{ inputs.t }}" }] } }\n`,
    });
  expect(await called('"${{ github.head_ref }}"')).toEqual([
    `.github/workflows/c.yml:2:30 medium: \`github.head_ref\` (a name that outsiders choose, on \`pull_request\`) by input t of .github/workflows/c.yml (${W}:2) becomes code of \`run\`.`,
  ]);
  expect(await called("plain")).toEqual([]);
});

test.each([
  ["an outsider starts it, with rights", "issues", TITLE, "", "critical"],
  ["an outsider starts it, without rights", "issues", TITLE, "    permissions: {}\n", "high"],
  [
    "without rights but with a secret",
    "issues",
    `${TITLE}      - { env: { A: "\${{ secrets.A }}" }, run: x }\n`,
    "    permissions: { contents: read }\n",
    "critical",
  ],
  [
    "the token alone is no secret",
    "issues",
    `${TITLE}      - { env: { A: "\${{ secrets.GITHUB_TOKEN }}" }, run: x }\n`,
    "    permissions: read-all\n",
    "high",
  ],
  ["a fork's pull request has no rights", "pull_request", HEAD, "", "medium"],
  [
    "it is pushed after a merge",
    "push",
    "      - run: echo ${{ github.event.head_commit.message }}\n",
    "",
    "high",
  ],
  [
    "people with write access write it",
    "push",
    "      - run: echo ${{ github.ref_name }}\n",
    "",
    "low",
  ],
  [
    "inputs of a dispatch",
    "workflow_dispatch: { inputs: { a: {} } }",
    "      - run: echo ${{ inputs.a }}\n",
    "",
    "low",
  ],
  ["variables of the repository", "push", "      - run: echo ${{ vars.A }}\n", "", "low"],
  [
    "outputs of others",
    "push",
    "      - { id: s, uses: a/b@v1 }\n      - run: echo ${{ steps.s.outputs.text }}\n",
    "",
    "low/low",
  ],
  [
    "the job is for the own repository",
    "pull_request_target",
    HEAD,
    "    if: github.event.pull_request.head.repo.full_name == github.repository\n",
    "medium",
  ],
  [
    "a label is asked for",
    "pull_request_target",
    HEAD,
    "    if: contains(github.event.pull_request.labels.*.name, 'ok')\n",
    "high",
  ],
  ["an environment is asked for", "pull_request_target", HEAD, "    environment: x\n", "high"],
  [
    "the author is a member",
    "issue_comment",
    "      - run: echo ${{ github.event.comment.body }}\n",
    "    if: contains('OWNER MEMBER', github.event.comment.author_association)\n",
    "medium",
  ],
  [
    "contributors are anybody",
    "issue_comment",
    "      - run: echo ${{ github.event.comment.body }}\n",
    "    if: contains('OWNER CONTRIBUTOR', github.event.comment.author_association)\n",
    "critical",
  ],
  [
    "a gate that an `||` goes around",
    "pull_request_target",
    HEAD,
    "    if: github.event.pull_request.head.repo.fork == false || github.actor == 'x[bot]'\n",
    "critical",
  ],
  [
    "an eval of a variable",
    "issues",
    '      - env: { T: "${{ github.event.issue.title }}" }\n        run: eval "$T"\n',
    "",
    "critical/medium",
  ],
  [
    "the folder of a step",
    "pull_request_target",
    "      - run: x\n        working-directory: ${{ github.head_ref }}\n",
    "",
    "low",
  ],
])("severity where %s", async (_, on, list, job, expected) => {
  expect(await severity(templateInjection, on.includes("{") ? `{ ${on} }` : on, list, job)).toEqual(
    [expected],
  );
});

test.each([
  ["the number", "echo ${{ github.event.issue.number }}"],
  ["who acts", "echo ${{ github.actor }} ${{ github.event.issue.user.login }}"],
  ["a comparison", "echo ${{ github.event.issue.title == 'x' && 'a' || 'b' }}"],
  ["an outcome", "echo ${{ steps.x.outcome }}"],
  ["the base", "echo ${{ github.base_ref }}"],
  ["braces in a string", "echo ${{ '{{ github.event.issue.title }}' }}"],
])("no injection: %s", async (_, run) => {
  expect(await steps(templateInjection, "issues", `      - run: ${run}\n`)).toEqual([]);
});

test("what is written to the environment of later steps", async () => {
  const list = `      - env: { T: "\${{ github.event.issue.title }}" }
        run: |
          echo "T=$T" >> "$GITHUB_ENV"
          echo "ok=1" >> "$GITHUB_ENV"
          echo "$T" >> $GITHUB_PATH
          echo "t=$T" >> $GITHUB_OUTPUT
`;
  expect(await steps(githubEnv, "issues", list)).toEqual([
    `${W}:8:11 high: \`github.event.issue.title\` (text of outsiders, on \`issues\`) by env T (${W}:6) is written to \`GITHUB_ENV\`.`,
    `${W}:10:11 high: \`github.event.issue.title\` (text of outsiders, on \`issues\`) by env T (${W}:6) is written to \`GITHUB_PATH\`.`,
  ]);
  expect(await steps(githubEnv, "push", list)).toEqual([]);
});

test("files of an artifact or a pull request that are written to the environment", async () => {
  const list = (first: string) => `${first}      - run: echo "N=$(cat n.txt)" >> $GITHUB_ENV\n`;
  const download = "      - uses: actions/download-artifact@v4\n";
  expect(await steps(githubEnv, "workflow_run", list(download))).toEqual([
    `${W}:7:14 high: A file of another run's artifact is written to \`GITHUB_ENV\`.`,
  ]);
  expect(await steps(githubEnv, "push", list(download))).toEqual([]);
  expect(await steps(githubEnv, "workflow_run", list(""))).toEqual([]);
});

const checkout = (ref: string, version = "v4") =>
  `      - uses: actions/checkout@${version}\n        with: { ref: "${ref}" }\n`;
const SHA = "${{ github.event.pull_request.head.sha }}";

test("a head that is checked out and built is reported with what runs it", async () => {
  expect(
    await steps(
      prTargetCheckout,
      "pull_request_target",
      `${checkout(SHA)}      - run: |\n          npm ci\n`,
    ),
  ).toEqual([
    `${W}:7:23 critical: \`ref of actions/checkout\` brings in the code of a pull request on \`pull_request_target\`; \`npm ci\` (${W}:9) runs it.`,
  ]);
});

const BUILD = "      - run: make\n";
test.each([
  ["the branch", "pull_request_target", checkout("${{ github.head_ref }}") + BUILD, "", "critical"],
  [
    "the number",
    "issue_comment",
    checkout("refs/pull/${{ github.event.issue.number }}/merge") + BUILD,
    "",
    "critical",
  ],
  [
    "the run's commit",
    "workflow_run",
    checkout("${{ github.event.workflow_run.head_sha }}") + BUILD,
    "",
    "critical",
  ],
  [
    "an env",
    "pull_request_target",
    checkout("${{ env.SHA }}") + BUILD,
    `    env: { SHA: "${SHA}" }\n`,
    "critical",
  ],
  [
    "a step that asks",
    "issue_comment",
    `      - { id: pr, run: "echo sha=$(gh pr view 1 --json headRefOid) >> $GITHUB_OUTPUT" }\n${checkout("${{ steps.pr.outputs.sha }}")}${BUILD}`,
    "",
    "critical",
  ],
  [
    "the fork's repository",
    "pull_request_target",
    `      - uses: actions/checkout@v4\n        with: { repository: "\${{ github.event.pull_request.head.repo.full_name }}" }\n${BUILD}`,
    "",
    "critical",
  ],
  ["gh", "issue_comment", `      - run: gh pr checkout 1\n${BUILD}`, "", "critical"],
  [
    "git fetch",
    "pull_request_target",
    `      - run: git fetch origin pull/$N/head && git checkout FETCH_HEAD\n${BUILD}`,
    "",
    "critical",
  ],
  [
    "git with a variable",
    "pull_request_target",
    `      - env: { SHA: "${SHA}" }\n        run: git checkout "$SHA"\n${BUILD}`,
    "",
    "critical",
  ],
  [
    "in a folder that another step names",
    "pull_request_target",
    `      - uses: actions/checkout@v4\n        with: { ref: "${SHA}", path: pr }\n      - run: make\n      - run: make -C pr\n`,
    "",
    "critical",
  ],
  [
    "in a folder that no step names",
    "pull_request_target",
    `      - uses: actions/checkout@v4\n        with: { ref: "${SHA}", path: pr }\n${BUILD}`,
    "",
    "medium",
  ],
  [
    "that was merged",
    "pull_request_target",
    checkout(SHA) + BUILD,
    "    if: github.event.pull_request.merged == true\n",
    "medium",
  ],
  ["no rights", "pull_request_target", checkout(SHA) + BUILD, "    permissions: {}\n", "high"],
  ["nothing runs it", "pull_request_target", checkout(SHA), "", "medium"],
  [
    "only commands of the system",
    "pull_request_target",
    `${checkout(SHA)}      - run: git diff --stat\n`,
    "",
    "medium",
  ],
  [
    "a local action runs it",
    "pull_request_target",
    `${checkout(SHA)}      - uses: ./x\n`,
    "",
    "critical",
  ],
  [
    "its own action runs from the commit",
    "pull_request_target",
    `${checkout(SHA)}      - uses: $/x\n`,
    "",
    "medium",
  ],
  ["checkout refuses forks", "pull_request_target", checkout(SHA, "v7") + BUILD, "", "medium"],
  [
    "checkout refuses not here",
    "issue_comment",
    checkout("refs/pull/${{ github.event.issue.number }}/head", "v7") + BUILD,
    "",
    "critical",
  ],
  [
    "checkout is told not to refuse",
    "pull_request_target",
    checkout(`${SHA}", allow-unsafe-pr-checkout: "true`, "v7") + BUILD,
    "",
    "critical",
  ],
  [
    "a label comes first",
    "pull_request_target",
    checkout(SHA) + BUILD,
    "    if: github.event.label.name == 'safe'\n",
    "high",
  ],
])("a head that comes in by: %s", async (_, on, list, job, expected) => {
  expect(await severity(prTargetCheckout, on, list, job)).toEqual([expected]);
});

test.each([
  ["on pull_request", "pull_request", checkout(SHA) + BUILD],
  [
    "of the base",
    "pull_request_target",
    checkout("${{ github.event.pull_request.base.sha }}") + BUILD,
  ],
  ["without a ref", "pull_request_target", `      - uses: actions/checkout@v4\n${BUILD}`],
  [
    "of an input that is no pull request",
    "[pull_request_target, workflow_dispatch]",
    checkout("${{ inputs.ref }}") + BUILD,
  ],
  [
    "that another event reaches",
    "[pull_request, pull_request_target]",
    checkout(SHA).replace("- uses", "- if: github.event_name == 'pull_request'\n        uses") +
      BUILD,
  ],
  [
    "that is only fetched",
    "pull_request_target",
    "      - run: git fetch origin pull/$N/head && git diff HEAD...FETCH_HEAD\n",
  ],
  [
    "of a new branch",
    "pull_request_target",
    '      - env: { B: "${{ github.head_ref }}" }\n        run: git checkout -b $B\n',
  ],
  ["that is only pushed", "pull_request_target", "      - run: git push origin main\n"],
])("no foreign code: a checkout %s", async (_, on, list) => {
  expect(await steps(prTargetCheckout, on, list)).toEqual([]);
});

test("a checkout in a composite action, run by a step of the caller", async () => {
  expect(
    await found(prTargetCheckout, {
      [W]: "on: pull_request_target\njobs:\n  a:\n    steps:\n      - uses: ./co\n      - run: npm test\n",
      "co/action.yml": `runs:\n  using: composite\n  steps:\n    - uses: actions/checkout@v4\n      with:\n        ref: ${SHA}\n`,
    }),
  ).toEqual([
    `co/action.yml:6:14 critical: \`ref of actions/checkout\` brings in the code of a pull request on \`pull_request_target\`; \`npm test\` (${W}:6) runs it.`,
  ]);
});

test.each([
  ["github.actor == 'dependabot[bot]'", "pull_request_target", ["high"]],
  ["${{ 'renovate[bot]' == github.triggering_actor }}", "pull_request_target", ["high"]],
  [
    "github.event.sender.login == 'x[bot]' || github.event.pull_request.user.login == 'a'",
    "issue_comment",
    ["high"],
  ],
  ["contains(fromJSON('[\"dependabot[bot]\"]'), github.actor)", "pull_request_target", ["high"]],
  ["github.actor_id == 49699333", "pull_request_target", ["high"]],
  ["github.actor == 'dependabot[bot]'", "pull_request", ["low"]],
  ["github.actor == 'dependabot[bot]'", "push", []],
  ["github.actor != 'dependabot[bot]'", "pull_request_target", []],
  ["!(github.actor == 'dependabot[bot]')", "pull_request_target", []],
  ["github.actor == 'octocat'", "pull_request_target", []],
  [
    "github.actor == 'dependabot[bot]' && github.event.pull_request.user.login == 'dependabot[bot]'",
    "pull_request_target",
    [],
  ],
  ["github.event.pull_request.user.login == 'dependabot[bot]'", "pull_request_target", []],
])("the condition %s on %s", async (condition, on, expected) => {
  expect(await severity(botConditions, on, "      - run: x\n", `    if: ${condition}\n`)).toEqual(
    expected,
  );
  const step = `      - if: ${condition}\n        run: x\n`;
  expect(await severity(botConditions, on, step)).toEqual(expected);
});

test.each([
  ["A: ${{ toJSON(secrets) }}", "The whole of `secrets` is used"],
  ["A: ${{ toJson( SECRETS ) }}", "The whole of `secrets` is used"],
  ["A: ${{ secrets[matrix.name] }}", "The name of a secret is computed"],
  ["A: ${{ secrets[format('{0}_KEY', inputs.x)] }}", "The name of a secret is computed"],
  ["A: ${{ secrets.A }}", undefined],
  ["A: ${{ secrets['A'] }}", undefined],
  ["A: toJSON(secrets)", undefined],
])("secrets in %s", async (env, expected) => {
  expect(
    await steps(overprovisionedSecrets, "push", `      - env:\n          ${env}\n        run: x\n`),
  ).toEqual(
    expected === undefined
      ? []
      : [`${W}:7:14 medium: ${expected}: every secret is given to the runner.`],
  );
});

test.each([
  ["${{ github.actor == 'x' }} && false", true],
  ["|\n          ${{ false }}", true],
  ["|-\n          ${{ false }}", false],
  ["|\n          false", false],
  ["${{ false }}", false],
])("the condition %j is always true: %s", async (condition, expected) => {
  const list = `      - if: ${condition}\n        run: x\n`;
  expect(await steps(unsoundCondition, "push", list)).toEqual(
    expected
      ? [
          `${W}:6:13 medium: The condition is always true: it is a text around \`\${{ }}\`, not one expression.`,
        ]
      : [],
  );
});

test("a condition that GitHub refuses, and one of a composite action", async () => {
  expect(await steps(unsoundCondition, "push", "      - if: a b\n        run: x\n")).toEqual([
    `${W}:6:13 medium: GitHub refuses the condition: unexpected "b".`,
  ]);
  expect(
    await found(unsoundCondition, {
      "action.yml":
        'runs: { using: composite, steps: [{ if: "x ${{ a }}", run: x, shell: sh }] }\n',
    }),
  ).toHaveLength(1);
});

test("names of files that a pull request brings are text of outsiders", async () => {
  const files = `      - { id: d, run: "echo f=$(git diff --name-only origin/main | xargs) >> $GITHUB_OUTPUT" }\n      - run: lint \${{ steps.d.outputs.f }}\n`;
  expect(await steps(templateInjection, "pull_request", files)).toEqual([
    `${W}:7:19 medium: \`git diff\` (text of outsiders, on \`pull_request\`) by output f of d (${W}:6) becomes code of \`run\`.`,
  ]);
  expect(await steps(templateInjection, "push", files)).toEqual([]);
});

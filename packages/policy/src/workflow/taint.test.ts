import { expect, test } from "vitest";
import { aRepository } from "../test/repository.ts";
import { taintOf } from "./taint.ts";

/** Each place as `path:line:column kind: class context (event) < way < … [gates]`. */
async function flows(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { sinks } = await taintOf(aRepository(files));
  return sinks.flatMap(({ file, span, kind, what, reached }) => {
    const { line, column } = file.document.position(span.start);
    return reached.map(({ context, class: kindOf, event, way, gates }) => {
      const steps = way.map((each) => ` > ${each.what}`).join("");
      const gated = gates.length > 0 ? ` [${gates.join()}]` : "";
      return `${file.path}:${line}:${column} ${kind} ${what}: ${kindOf} ${context} (${event})${steps}${gated}`;
    });
  });
}

const W = ".github/workflows/w.yml";
const workflow = (on: string, job: string) =>
  flows({ [W]: `on: ${on}\njobs:\n  a:\n    runs-on: x\n${job}` });
const steps = (on: string, list: string) => workflow(on, `    steps:\n${list}`);

test("a title in a script is found at its place", async () => {
  expect(
    await steps(
      "issues",
      "      - run: |\n          ok\n          echo ${{ github.event.issue.title }}\n",
    ),
  ).toEqual([`${W}:8:16 code run: arbitrary github.event.issue.title (issues)`]);
});

test.each([
  ["a plain scalar", "run: echo ${{ github.head_ref }}", 19],
  ["double quotes", 'run: "echo \\"${{ github.head_ref }}\\""', 22],
  ["single quotes", "run: 'echo ''x'' ${{ github.head_ref }}'", 26],
  ["folds", "run: >-\n          echo\n          ${{ github.head_ref }}", 11],
])("in %s", async (_, run, column) => {
  const [found = ""] = await steps("pull_request", `      - ${run}\n`);
  expect(found).toMatch(`:${column} code run: name github.head_ref (pull_request)`);
});

test.each([
  ["its variable is used", 'env: { T: "${{ github.event.issue.title }}" }\n        run: echo "$T"'],
  ["it is compared", "run: echo ${{ github.event.issue.title == 'x' }}"],
  [
    "it chooses constants",
    "run: echo ${{ contains(github.event.issue.title, 'x') && 'a' || 'b' }}",
  ],
  ["it is a number", "run: echo ${{ github.event.issue.number }}"],
  ["another event has it", "run: echo ${{ github.event.pull_request.title }}"],
  [
    "the step is for another event",
    "if: github.event_name == 'push'\n        run: echo ${{ github.event.issue.title }}",
  ],
  ["it is the condition", "if: github.event.issue.title\n        run: echo"],
  [
    "it is a name or an input of another action",
    'name: ${{ github.event.issue.title }}\n        uses: a/b@v1\n        with: { x: "${{ github.event.issue.title }}" }',
  ],
  [
    "bash expands it itself",
    'env: { T: "${{ github.event.issue.title }}" }\n        run: bash -c \'echo "$T"\'',
  ],
])("nothing is found where %s", async (_, step) => {
  expect(await steps("issues", `      - ${step}\n`)).toEqual([]);
});

test("inputs of actions that run them, in any case", async () => {
  expect(
    await steps(
      "issues",
      "      - uses: Actions/github-script@v7\n        with:\n          SCRIPT: f(`${{ github.event.issue.body }}`)\n",
    ),
  ).toEqual([
    `${W}:8:22 code SCRIPT of actions/github-script: arbitrary github.event.issue.body (issues)`,
  ]);
});

test("options of containers and services, and the working directory", async () => {
  expect(
    await workflow(
      "pull_request",
      `    container: { image: x, options: "\${{ github.head_ref }}" }
    services: { db: { image: y, options: "-e \${{ github.head_ref }}" } }
    steps:
      - run: x
        working-directory: \${{ github.head_ref }}
`,
    ),
  ).toEqual([
    `${W}:5:38 code container.options: name github.head_ref (pull_request)`,
    `${W}:6:46 code services.db.options: name github.head_ref (pull_request)`,
    `${W}:9:28 directory working-directory: name github.head_ref (pull_request)`,
  ]);
});

test("a variable that is run as code", async () => {
  const env = `env: { T: "\${{ github.event.issue.title }}" }`;
  expect(
    await steps(
      "issues",
      `      - ${env}\n        run: |\n          x\n          eval "$T"\n      - ${env}\n        run: bash -c "echo $T"\n`,
    ),
  ).toEqual([
    `${W}:9:11 evaluation run: arbitrary github.event.issue.title (issues) > env T`,
    `${W}:11:14 evaluation run: arbitrary github.event.issue.title (issues) > env T`,
  ]);
});

test("env of the workflow, job, step and of earlier steps is followed", async () => {
  expect(
    await flows({
      [W]: `on: issues
env: { A: "\${{ github.event.issue.title }}", S: "\${{ github.event.issue.title }}" }
jobs:
  a:
    env: { B: "x \${{ env.A }}", S: plain }
    steps:
      - run: echo \${{ env.B }} \${{ env.S }}
      - run: echo "C=$B" >> $GITHUB_ENV
      - run: echo \${{ env.C }}
`,
    }),
  ).toEqual([
    `${W}:7:19 code run: arbitrary github.event.issue.title (issues) > env A > env B`,
    `${W}:8:14 environment GITHUB_ENV: arbitrary github.event.issue.title (issues) > env A > env B`,
    `${W}:9:19 code run: arbitrary github.event.issue.title (issues) > env A > env B > env C`,
  ]);
});

const TITLE = `env: { T: "\${{ github.event.issue.title }}" }`;

test.each([
  ["a line", 'run: echo "t=$T" >> "$GITHUB_OUTPUT"'],
  ["a template", 'run: echo "t=${{ github.event.issue.title }}" >> $GITHUB_OUTPUT'],
  ["the old command", 'run: echo "::set-output name=t::$T"'],
  ["tee", "run: echo t=${T} | tee -a $GITHUB_OUTPUT"],
  ["a group", 'run: |\n          {\n            echo "t=$T"\n          } >> "$GITHUB_OUTPUT"'],
  [
    "a here document",
    "run: |\n          cat >> $GITHUB_OUTPUT <<EOF\n          t=$T\n          EOF",
  ],
  [
    "several lines",
    'run: |\n          echo "t<<E" >> $GITHUB_OUTPUT\n          echo "$T" >> $GITHUB_OUTPUT\n          echo "E" >> $GITHUB_OUTPUT',
  ],
  [
    "a variable",
    "run: |\n          x=$(echo $T)\n          y=$x\n          echo t=$y >> $GITHUB_OUTPUT",
  ],
  ["PowerShell", 'run: |\n          "t=$env:T" | Out-File -FilePath $env:GITHUB_OUTPUT -Append'],
  [
    "Python",
    'run: |\n          with open(os.environ["GITHUB_OUTPUT"], "a") as f:\n            f.write(f"t={os.environ[\'T\']}")',
  ],
  [
    "JavaScript",
    'uses: actions/github-script@v7\n        with:\n          script: |\n            const x = context.payload.issue.title\n            core.setOutput("t", x)',
  ],
])("an output that %s writes is followed", async (_, step) => {
  const found = await steps(
    "issues",
    `      - id: S\n        ${TITLE}\n        ${step}\n      - run: echo \${{ steps.s.outputs.t }}\n`,
  );
  expect(found.filter((each) => each.includes("output t of S"))).toHaveLength(1);
  expect(found.at(-1)).toContain("arbitrary github.event.issue.title (issues)");
});

test.each([
  ["another name", 'echo "u=$T" >> $GITHUB_OUTPUT; echo t=1 >> $GITHUB_OUTPUT'],
  ["a limited alphabet", 'echo "t=$(echo "$T" | tr -cd a-z)" >> $GITHUB_OUTPUT'],
  ["a constant", "echo t=yes >> $GITHUB_OUTPUT # of ${{ github.event.issue.number }}"],
])("an output with %s carries nothing", async (_, run) => {
  const list = `      - id: s\n        ${TITLE}\n        run: |\n          ${run.replace("; ", "\n          ")}\n`;
  expect(await steps("issues", `${list}      - run: echo \${{ steps.s.outputs.t }}\n`)).toEqual([]);
});

test("the result of a script, and the outcome of a step", async () => {
  expect(
    await steps(
      "issue_comment",
      `      - id: s
        uses: actions/github-script@v7
        with: { script: "return context.payload.comment.body" }
      - run: echo \${{ steps.s.outputs.result }} \${{ steps.s.outcome }}
`,
    ),
  ).toEqual([
    `${W}:9:19 code run: arbitrary github.event.comment.body (issue_comment) > result of s`,
  ]);
});

test("outputs of actions elsewhere are unknown, except by plain names", async () => {
  expect(
    await steps(
      "issues",
      "      - id: s\n        uses: a/b@v1\n      - run: echo ${{ steps.s.outputs.text }} ${{ steps.s.outputs.head-sha }}\n",
    ),
  ).toEqual([`${W}:8:19 code run: unknown steps.s.outputs.text (issues)`]);
});

test("outputs of jobs and the matrix are followed", async () => {
  expect(
    await flows({
      [W]: `on: pull_request
jobs:
  a:
    outputs: { x: "\${{ steps.s.outputs.t }}", n: "\${{ github.run_id }}" }
    steps:
      - id: s
        run: echo "t=$GITHUB_HEAD_REF" >> $GITHUB_OUTPUT
  b:
    needs: a
    strategy: { matrix: { m: ["\${{ needs.a.outputs.x }}", ok], n: [1] } }
    steps:
      - run: echo \${{ matrix.m }} \${{ matrix.n }} \${{ needs.a.outputs.n }}
`,
    }),
  ).toEqual([
    `${W}:12:19 code run: name github.head_ref (pull_request) > output t of s > output x of job a > matrix m`,
  ]);
});

test("inputs and outputs of a local composite action are followed, at each call", async () => {
  const action = "x/action.yml";
  expect(
    await flows({
      [W]: `on: issues
jobs:
  a:
    steps:
      - uses: ./x
        with: { Text: "\${{ github.event.issue.title }}" }
      - id: c
        uses: $/x
        with: { text: plain }
      - id: d
        uses: ./x
        with: { text: "\${{ github.event.issue.body }}" }
      - run: echo \${{ steps.d.outputs.out }} \${{ steps.c.outputs.out }}
`,
      [action]: `inputs: { text: { default: "\${{ github.actor }}" } }
outputs: { out: { value: "\${{ steps.s.outputs.v }}" } }
runs:
  using: composite
  steps:
    - id: s
      shell: bash
      env: { T: "\${{ inputs.text }}" }
      run: echo "v=$T" >> $GITHUB_OUTPUT
    - shell: bash
      run: echo \${{ inputs.text }}
`,
    }),
  ).toEqual([
    `${action}:11:17 code run: arbitrary github.event.issue.title (issues) > input Text of x`,
    `${action}:11:17 code run: arbitrary github.event.issue.body (issues) > input text of x`,
    `${W}:13:19 code run: arbitrary github.event.issue.body (issues) > input text of x > env T > output v of s`,
  ]);
});

test("inputs and outputs of a local reusable workflow are followed", async () => {
  const called = ".github/workflows/called.yml";
  expect(
    await flows({
      [W]: `on: issues
jobs:
  a:
    uses: ./.github/workflows/called.yml
    with: { text: "\${{ github.event.issue.title }}", flag: "\${{ github.event.issue.body }}" }
  b:
    needs: a
    steps: [{ run: "\${{ needs.a.outputs.out }}" }]
`,
      [called]: `on:
  workflow_call:
    inputs: { text: { type: string }, flag: { type: boolean } }
    outputs: { out: { value: "\${{ jobs.c.outputs.o }}" } }
jobs:
  c:
    outputs: { o: "\${{ inputs.text }}" }
    steps: [{ run: "\${{ inputs.text }} \${{ inputs.flag }} \${{ github.event.issue.body }}" }]
`,
    }),
  ).toEqual([
    `${called}:8:21 code run: arbitrary github.event.issue.title (issues) > input text of ${called}`,
    `${called}:8:59 code run: arbitrary github.event.issue.body (issues)`,
    `${W}:8:21 code run: arbitrary github.event.issue.title (issues) > input text of ${called} > output o of job c`,
  ]);
});

test("what nobody calls has unknown inputs, unless their type carries no code", async () => {
  expect(
    await flows({
      [W]: `on:
  workflow_call: { inputs: { a: { type: string }, b: { type: number } } }
  workflow_dispatch: { inputs: { a: {}, c: { type: choice } } }
jobs:
  j:
    steps: [{ run: "\${{ inputs.a }} \${{ inputs.b }} \${{ inputs.c }} \${{ github.event.inputs.c }}" }]
`,
      "action.yml": `inputs: { z: {} }\nruns: { using: composite, steps: [{ run: "\${{ inputs.z }}", shell: sh }] }`,
    }),
  ).toEqual([
    `${W}:6:21 code run: unknown inputs.a (workflow_call)`,
    `${W}:6:21 code run: trusted inputs.a (workflow_dispatch)`,
    "action.yml:2:43 code run: unknown inputs.z (workflow_call)",
  ]);
});

test("gates of the job, of jobs before it and of the step are said", async () => {
  expect(
    await flows({
      [W]: `on: pull_request_target
jobs:
  gate:
    if: github.event.pull_request.head.repo.full_name == github.repository
    steps: []
  a:
    needs: gate
    steps:
      - if: contains(github.event.pull_request.labels.*.name, 'ok')
        run: \${{ github.head_ref }}
`,
    }),
  ).toEqual([
    `${W}:10:14 code run: name github.head_ref (pull_request_target) [same-repository,mark]`,
  ]);
});

test("a run behind workflows from inside brings no outsider", async () => {
  const inside = { ".github/workflows/ci.yml": "name: CI\non: push\njobs: {}" };
  const run = `on: { workflow_run: { workflows: [CI] } }\njobs: { a: { steps: [{ run: "\${{ github.event.workflow_run.head_branch }}" }] } }`;
  expect(await flows({ ...inside, [W]: run })).toEqual([
    `${W}:2:30 code run: trusted github.event.workflow_run.head_branch (workflow_run (from inside))`,
  ]);
  expect(await flows({ [W]: run })).toEqual([
    `${W}:2:30 code run: name github.event.workflow_run.head_branch (workflow_run)`,
  ]);
});

test("an anchored step is found once", async () => {
  expect(
    await steps("issues", '      - &a { run: "${{ github.event.issue.title }}" }\n      - *a\n'),
  ).toHaveLength(1);
});

test("circles of env, outputs, jobs and calls end", async () => {
  expect(
    await flows({
      [W]: `on: issues
env: { A: "\${{ env.A }}", B: "\${{ env.C }}", C: "\${{ env.B }}" }
jobs:
  a:
    needs: b
    uses: ./.github/workflows/w.yml
    with: { x: "\${{ needs.b.outputs.y }}" }
  b:
    needs: b
    outputs: { y: "\${{ needs.b.outputs.y }}" }
    steps:
      - uses: ./x
      - run: \${{ env.A }}\${{ env.B }}\${{ needs.b.outputs.y }}
`,
      "x/action.yml": "runs: { using: composite, steps: [{ uses: ./x }, { uses: ./x }] }",
    }),
  ).toEqual([]);
  const many = Array.from(
    { length: 300 },
    (_, at) => `      - run: echo "X=$X" >> $GITHUB_ENV # ${at}\n`,
  );
  expect(await steps("issues", many.join(""))).toEqual([]);
});

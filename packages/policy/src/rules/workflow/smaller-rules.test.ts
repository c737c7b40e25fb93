import { describe, expect, test } from "vitest";
import { said, steps } from "../../test/workflows.ts";
import { concurrency } from "./concurrency.ts";
import { insecureCommands } from "./insecure-commands.ts";
import { invalid } from "./invalid.ts";
import { secretsInherit } from "./secrets-inherit.ts";
import { selfHostedRunner } from "./self-hosted-runner.ts";

const call = (uses: string, secrets: string) =>
  `on: push\njobs:\n  a:\n    uses: ${uses}\n    secrets: ${secrets}\n`;

describe("workflow.secrets-inherit", () => {
  const REMOTE = "o/r/.github/workflows/x.yml@v1";
  test("is about every secret", async () => {
    expect(await said(secretsInherit, call(REMOTE, "inherit"))).toEqual([
      `5:14 \`${REMOTE}\` gets every secret.`,
    ]);
    expect(await said(secretsInherit, call(REMOTE, "{ T: '${{ secrets.T }}' }"))).toEqual([]);
  });
  test("is low for the repository's own workflows, and no finding for trusted ones", async () => {
    const own = "./.github/workflows/x.yml";
    expect(await said(secretsInherit, call(own, "inherit"))).toEqual([
      `5:14 low \`${own}\` gets every secret.`,
    ]);
    const settings = { trustedOwners: ["o"] };
    expect(await said(secretsInherit, call(REMOTE, "inherit"), { settings })).toEqual([]);
  });
});

describe("workflow.self-hosted-runner", () => {
  const job = (runsOn: string, on = "push") => `on: ${on}\njobs:\n  a:\n    runs-on: ${runsOn}\n`;
  const settings = { visibility: "public" } as const;
  const RUNS = "4:14 The job `a` runs on a self-hosted runner.";
  test.each([
    ["self-hosted", RUNS],
    ["[linux, self-hosted]", "4:22 The job `a` runs on a self-hosted runner."],
    ["{ group: big }", "4:23 low The job `a` runs on a self-hosted runner."],
    ["${{ inputs.big && 'self-hosted' || 'ubuntu-latest' }}", RUNS],
  ])("runs-on: %s", async (runsOn, found) => {
    expect(await said(selfHostedRunner, job(runsOn), { settings })).toEqual([found]);
  });
  test("is worse where strangers start it, and no finding in a private repository", async () => {
    const text = job("self-hosted", "pull_request");
    expect(await said(selfHostedRunner, text, { settings })).toEqual([
      "4:14 high The job `a` runs on a self-hosted runner, and a fork's pull request can start it.",
    ]);
    expect(await said(selfHostedRunner, text, { settings: { visibility: "private" } })).toEqual([]);
    expect(await said(selfHostedRunner, job("ubuntu-latest"), { settings })).toEqual([]);
  });
});

describe("workflow.insecure-commands", () => {
  const NAME = "ACTIONS_ALLOW_UNSECURE_COMMANDS";
  const ON = `\`${NAME}\` switches commands on that anything printed can use.`;
  test("is found at every level", async () => {
    const top = `env: { ${NAME}: true }\n${steps("- run: a")}`;
    expect(await said(insecureCommands, top)).toEqual([`1:41 ${ON}`]);
    const step = steps(`- run: a\n  env:\n    ${NAME}: 'true'`);
    expect(await said(insecureCommands, step)).toEqual([`8:44 ${ON}`]);
    const script = steps(`- run: echo "${NAME}=true" >> $GITHUB_ENV`);
    expect(await said(insecureCommands, script)).toEqual([`6:14 The script sets \`${NAME}\`.`]);
  });
  test("false and nothing are fine, an expression is a guess", async () => {
    expect(await said(insecureCommands, `env: { ${NAME}: false }\n`)).toEqual([]);
    expect(await said(insecureCommands, `env: { ${NAME}: '\${{ vars.x }}' }\n`)).toEqual([
      `1:41 low \`${NAME}\` is decided by \`\${{ vars.x }}\`.`,
    ]);
  });
});

describe("workflow.concurrency", () => {
  test.each([
    [
      "for pull requests",
      steps("- run: a", "pull_request"),
      ["1:1 The workflow runs for pull requests and has no `concurrency`."],
    ],
    [
      "deploying",
      "on: push\njobs:\n  a:\n    environment: prod\n",
      ["1:1 The workflow uses an environment and has no `concurrency`."],
    ],
    ["with a group", `concurrency: x\n${steps("- run: a", "pull_request")}`, []],
    ["with a group in each job", "on: pull_request\njobs:\n  a:\n    concurrency: x\n", []],
    ["for pushes", steps("- run: a"), []],
  ])("%s", async (_, text, found) => {
    expect(await said(concurrency, text)).toEqual(found);
  });
});

test("workflow.invalid: a broken file is found at its fault, an empty one too", async () => {
  expect((await said(invalid, "on: push\njobs: [\n"))[0]).toMatch(
    /^\d+:\d+ The file can't be read: /,
  );
  expect((await said(invalid, "- on: push\n"))[0]).toBe(
    "1:1 The file can't be read: it is no map.",
  );
  expect(await said(invalid, steps("- run: a"))).toEqual([]);
});

test("workflow.invalid: merge keys and templates that GitHub does not read", async () => {
  const text =
    "on: push\njobs:\n  a: &a\n    steps: [{ run: 'echo ${{ a b }}' }]\n  b:\n    <<: *a\n";
  expect(await said(invalid, text)).toEqual([
    "6:5 GitHub refuses the file: merge keys (`<<`) are not supported.",
    '4:26 GitHub refuses the file: a template can\'t be read: unexpected "b".',
  ]);
  expect(await said(invalid, steps("- run: cat <<EOF\n  name: ${{ '}}' }}"))).toEqual([]);
});

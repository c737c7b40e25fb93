import { describe, expect, test } from "vitest";
import { said, steps } from "../../test/workflows.ts";
import { auditWired } from "./audit.ts";
import { licensesWired } from "./licenses.ts";
import { secretsWired } from "./secrets.ts";

const NONE = "- No workflow runs a dependency audit on `pull_request`.";
const on = (text: string, event = "pull_request") => steps(text, event);

describe("audit.gate-wired", () => {
  test.each([
    ["our action", "- uses: assay-ci/assay@v1"],
    ["dependency review", "- uses: actions/dependency-review-action@v4"],
    ["osv-scanner", "- uses: google/osv-scanner-action/osv-scanner-action@v2"],
    ["npm audit", "- run: npm audit --audit-level high"],
    ["a command among others", "- run: |\n    npm ci\n    cargo audit\n"],
    ["a condition that holds", "- run: npm audit\n  if: github.event_name == 'pull_request'"],
    ["a condition that nobody can decide", "- run: npm audit\n  if: github.actor != 'x'"],
    ["strict again", "- run: |\n    set +e\n    a\n    set -e\n    npm audit"],
  ])("%s is a gate", async (_, text) => {
    expect(await said(auditWired, on(text))).toEqual([]);
  });

  test.each([
    ["nothing", "- run: npm test", NONE],
    ["an install of the tool", "- run: pip install pip-audit", NONE],
    ["its version", "- run: trivy --version", NONE],
    ["its name in a text", "- run: echo npm audit", NONE],
    [
      "|| true",
      "- run: npm audit || true",
      "6:14 `npm audit || true` can't stop a change on `pull_request`: its failure is swallowed by `|| true`.",
    ],
    [
      "set +e",
      "- run: |\n    set +e\n    npm audit",
      "6:14 `npm audit` can't stop a change on `pull_request`: its failure is swallowed by `set +e`.",
    ],
    [
      "continue-on-error",
      "- run: npm audit\n  continue-on-error: true",
      "6:14 `npm audit` can't stop a change on `pull_request`: its step has `continue-on-error: true`.",
    ],
    [
      "if: false",
      "- run: npm audit\n  if: false",
      "6:14 `npm audit` can't stop a change on `pull_request`: its step never runs on `pull_request`.",
    ],
    [
      "another event",
      "- run: npm audit\n  if: ${{ github.event_name == 'schedule' && always() }}",
      "6:14 `npm audit` can't stop a change on `pull_request`: its step never runs on `pull_request`.",
    ],
  ])("%s is none", async (_, text, found) => {
    expect(await said(auditWired, on(text))).toEqual([found]);
  });

  const SWALLOWED = (text: string, by: string, line = text): [string, string] => [
    text,
    `6:14 \`${line}\` can't stop a change on \`pull_request\`: its failure is swallowed by \`${by}\`.`,
  ];

  test.each<[string, string]>([
    ["true # npm audit", NONE],
    [": npm audit", NONE],
    ["which trivy", NONE],
    ["cat <<EOF\nnpm audit\nEOF", NONE],
    ["f() {\n  npm audit\n}", NONE],
    ["if false; then npm audit; fi", NONE],
    ["if false; then\n  x\nelif true; then\n  y\nfi\nexit\nnpm audit", NONE],
    ["false && npm audit", NONE],
    ["true || npm audit", NONE],
    SWALLOWED("npm audit || echo bad", "|| echo bad"),
    SWALLOWED("npm audit || (exit 0)", "|| (exit 0)"),
    SWALLOWED("! npm audit", "!"),
    SWALLOWED("npm audit &", "&"),
    SWALLOWED("npm audit | tee x", "| tee x"),
    SWALLOWED("npm audit && x\ny", "&& x", "npm audit && x"),
    SWALLOWED("if npm audit; then x; fi", "if"),
    SWALLOWED("trivy fs --exit-code 0 .", "--exit-code 0"),
    SWALLOWED("set +o errexit\nnpm audit\ntrue", "set +e", "npm audit"),
    SWALLOWED("trap 'exit 0' EXIT\nnpm audit", "trap", "npm audit"),
  ])("%j only looks like a gate", async (script, found) => {
    const run = `- run: |\n    ${script.replaceAll("\n", "\n    ")}`;
    expect(await said(auditWired, on(run))).toEqual([found]);
  });

  test.each([
    "npm audit > x; exit 0",
    "npm audit || { echo; exit 1; }",
    "if ! npm audit; then\n  exit 1\nfi",
    "f() {\n  npm audit\n}\nf",
    "if [ -f x ]; then\n  y\nelse\n  npm audit\nfi",
    "if true; then npm audit; fi",
    "set -o pipefail\nnpm audit | tee x",
    "echo a; npm audit && echo '|| true'",
    "cd x && npm audit 2>&1 # || true",
  ])("%j stops a change", async (script) => {
    const run = `- run: |\n    ${script.replaceAll("\n", "\n    ")}`;
    expect(await said(auditWired, on(run))).toEqual([]);
  });

  test.each([
    ["{ pull_request: { types: [closed] } }", "`types` of its event lack `opened`"],
    [
      "{ pull_request: { branches-ignore: ['**'] } }",
      "`branches-ignore` of its event leaves everything out",
    ],
    [
      "{ pull_request: { paths-ignore: ['**'] } }",
      "`paths-ignore` of its event leaves everything out",
    ],
  ])("on %s it does not come", async (event, why) => {
    expect(await said(auditWired, on("- run: npm audit", event))).toEqual([
      `6:14 \`npm audit\` can't stop a change on \`pull_request\`: ${why}.`,
    ]);
  });

  test.each([
    [
      "- run: npm audit\n  continue-on-error: ${{ !false }}",
      "its step has `continue-on-error: true`",
    ],
    ["- run: npm audit\n  shell: bash +e {0}", "its failure is swallowed by `shell: bash +e {0}`"],
    ["- run: npm audit\n  if: failure() && x", "its step only runs after a failure"],
    [
      "- run: npm audit\n  if: github.ref == 'refs/heads/main'",
      "its step never runs on `pull_request`",
    ],
  ])("%j has no effect", async (text, why) => {
    expect(await said(auditWired, on(text))).toEqual([
      `6:14 \`npm audit\` can't stop a change on \`pull_request\`: ${why}.`,
    ]);
  });

  test("an action that is told to pass, a job that needs one that never runs, a name that GitHub does not read", async () => {
    const review = "- uses: actions/dependency-review-action@v4\n  with: { warn-only: true }";
    expect(await said(auditWired, on(review))).toEqual([
      "6:15 `actions/dependency-review-action@v4` can't stop a change on `pull_request`: it is told `warn-only: true`.",
    ]);
    const chain = ["    needs: b\n    steps: [run: npm audit]", "    needs: [c]", "    if: false"];
    const jobs = chain.map((text, at) => `  ${"abc"[at]}:\n${text}\n`).join("");
    expect(await said(auditWired, `on: pull_request\njobs:\n${jobs}`)).toEqual([
      "5:18 `npm audit` can't stop a change on `pull_request`: the job `c` that it needs never runs on `pull_request`.",
    ]);
    const files = { ".github/workflows/x.YML": on("- run: npm audit") };
    expect(await said(auditWired, "on: push\n", { files })).toEqual([NONE]);
  });

  const REPORTS = "it only reports, for nothing tells it to fail";

  test.each([
    ["- uses: aquasecurity/trivy-action@v1\n  with:\n    # exit-code: 1\n    format: table"],
    ["- run: trivy fs . # --exit-code 1"],
    ["- run: grype ."],
  ])("%j only reports", async (text) => {
    expect(await said(auditWired, on(text))).toEqual([expect.stringContaining(`: ${REPORTS}.`)]);
  });

  test.each([
    ["- uses: aquasecurity/trivy-action@v1\n  with: { exit-code: '1' }"],
    ["- uses: aquasecurity/trivy-action@v1\n  with: { format: sarif }"],
    ["- run: trivy fs --exit-code=1 ."],
    ["- run: trivy fs .\n  env: { TRIVY_EXIT_CODE: 1 }"],
    ["- run: grype . --fail-on high"],
    ["- run: trivy fs .; npm audit"],
  ])("%j is told to fail", async (text) => {
    expect(await said(auditWired, on(text))).toEqual([]);
  });

  test("settings that a tool finds by itself may tell it to fail", async () => {
    const files = { "trivy.yaml": "exit-code: 1\n" };
    expect(await said(auditWired, on("- run: trivy fs ."), { files })).toEqual([]);
  });

  test("another event does not count", async () => {
    expect(await said(auditWired, on("- run: npm audit", "schedule"))).toEqual([NONE]);
  });

  test("is looked for in local reusable workflows and composite actions", async () => {
    const audit = ".github/workflows/audit.yml";
    const call = (rest = "") => `on: pull_request\njobs:\n  a:\n    uses: ./${audit}\n${rest}`;
    const files = { [audit]: on("- run: npm audit", "workflow_call") };
    expect(await said(auditWired, call(), { files })).toEqual([]);
    expect(await said(auditWired, call("    if: false\n"), { files })).toEqual([
      `${audit}:6:14 \`npm audit\` can't stop a change on \`pull_request\`: its job never runs on \`pull_request\`.`,
    ]);
    const action = {
      "x/action.yml":
        "runs:\n  using: composite\n  steps:\n    - run: npm audit\n      shell: sh\n",
    };
    expect(await said(auditWired, on("- uses: ./x"), { files: action })).toEqual([]);
    const self = { [audit]: `on: workflow_call\njobs:\n  a:\n    uses: ./${audit}\n` };
    expect(await said(auditWired, call(), { files: self })).toEqual([NONE]);
  });

  test("is what the user names, or what a trusted owner's workflow is called", async () => {
    const call =
      "on: pull_request\njobs:\n  a:\n    uses: Octo/ci/.github/workflows/audit.yml@v1\n";
    expect(await said(auditWired, call)).toEqual([NONE]);
    expect(await said(auditWired, call, { settings: { trustedOwners: ["octo"] } })).toEqual([]);
    const equivalents = ["audit.gate-wired=octo/ci/.github/workflows/audit.yml"];
    expect(await said(auditWired, call, { settings: { equivalents } })).toEqual([]);
    const local = ["audit.gate-wired=./.ci/Checkout"];
    const uses = on("- uses: ./.ci/checkout");
    expect(await said(auditWired, uses, { settings: { equivalents: local } })).toEqual([]);
    const other = ["secrets.scan-wired=octo/ci/.github/workflows/audit.yml"];
    expect(await said(auditWired, call, { settings: { equivalents: other } })).toEqual([NONE]);
  });
});

describe("secrets.scan-wired", () => {
  test("has to run for pushes and pull requests", async () => {
    const scan = "- uses: gitleaks/gitleaks-action@v2";
    expect(await said(secretsWired, on(scan, "[push, pull_request]"))).toEqual([]);
    expect(await said(secretsWired, on(scan))).toEqual([
      "- No workflow runs a scan for secrets on `push`.",
    ]);
  });

  test("a list of secrets that nobody compares stops nothing", async () => {
    const scan = (text: string) => said(secretsWired, on(text, "[push, pull_request]"));
    expect((await scan("- run: detect-secrets scan")).length).toBe(2);
    expect(await scan("- run: detect-secrets scan | jq -e '.results == {}'")).toEqual([]);
    expect(await scan("- uses: trufflesecurity/trufflehog@v3")).toEqual([]);
  });

  test("a hook counts where a service runs it", async () => {
    const hook = "repos:\n  - repo: https://github.com/gitleaks/gitleaks\n";
    const with_ = (text: string) =>
      said(secretsWired, "on: push\n", { files: { ".pre-commit-config.yaml": text } });
    expect(await with_(`ci: {}\n${hook}`)).toEqual([]);
    expect(await with_(hook)).toEqual([
      "- No workflow runs a scan for secrets on `push` or `pull_request`.",
    ]);
  });
});

test("a push of tags alone scans no commit", async () => {
  expect(
    await said(secretsWired, on("- run: gitleaks git", "{ pull_request: , push: { tags: [v*] } }")),
  ).toEqual(["6:14 `gitleaks git` can't stop a change on `push`: its event comes for tags alone."]);
});

describe("license.audit-wired", () => {
  test("dependency review counts where it is told which licences", async () => {
    const review = "- uses: actions/dependency-review-action@v4";
    expect(await said(licensesWired, on(`${review}\n  with: { allow-licenses: MIT }`))).toEqual([]);
    const none = ["- No workflow runs a licence audit on `pull_request`."];
    expect(await said(licensesWired, on(review))).toEqual(none);
    const told = `${review}\n  with: { allow-licenses: MIT }`;
    const closed = "{ pull_request: { types: [closed] } }";
    expect(await said(licensesWired, on(told, closed))).toEqual(none);
    for (const rest of ["if: false", "continue-on-error: true"])
      expect(await said(licensesWired, on(`${told}\n  ${rest}`))).toEqual(none);
  });
});

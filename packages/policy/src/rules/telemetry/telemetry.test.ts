import { describe, expect, test } from "vitest";
import { applyEdits } from "../../fix/apply-edits.ts";
import { npmProject } from "../../test/npm-lock.ts";
import { violationsOf } from "../../test/repository.ts";
import { noTelemetry } from "./no-telemetry.ts";
import { telemetryOptOut } from "./opt-out.ts";

const CI = ".github/workflows/ci.yml";
const workflow = (steps: string, top = "") => ({
  [CI]: `on: push\n${top}jobs:\n  build:\n    runs-on: x\n    steps:\n${steps}`,
});

describe("harden-runner", () => {
  const bare = "      - uses: step-security/Harden-Runner@v2 # v2.1.0\n";

  test("reports unless it is told not to, and the fix tells it", async () => {
    const files = workflow(bare);
    const [violation, ...others] = await violationsOf(noTelemetry, files);
    expect(others).toEqual([]);
    expect(violation).toMatchObject({
      path: CI,
      key: "build/step-security/harden-runner",
      place: { startLine: 6, startColumn: 15 },
    });
    const { text } = applyEdits(files[CI] ?? "", violation?.edits ?? []);
    expect(text).toContain(`${bare}        with:\n          disable-telemetry: true\n`);
    expect(await violationsOf(noTelemetry, { [CI]: text })).toEqual([]);
  });

  test.each([["false"], ["${{ inputs.quiet }}"]])("with %s it may report", async (value) => {
    const step = `${bare}        with:\n          disable-telemetry: ${value}\n`;
    expect(await violationsOf(noTelemetry, workflow(step))).toHaveLength(1);
  });

  test("is looked for in composite actions too", async () => {
    const action = { "a/action.yml": `runs:\n  using: composite\n  steps:\n${bare}` };
    expect(await violationsOf(noTelemetry, action)).toMatchObject([{ path: "a/action.yml" }]);
  });
});

test.each([
  ...["posthog-node", "@segment/analytics-node", "@scarf/scarf", "mixpanel", "@amplitude/node"],
])("the package %s reports what users do", async (name) => {
  expect(await violationsOf(noTelemetry, npmProject({ [name]: {} }))).toMatchObject([
    { path: "package-lock.json", key: `npm/${name}`, confidence: "medium" },
  ]);
});

test.each(["amplitudes", "segment", "analytics", "@sentry/node", "hotjar-types"])(
  "the package %s does not",
  async (name) => {
    expect(await violationsOf(noTelemetry, npmProject({ [name]: {} }))).toEqual([]);
  },
);

describe("the repository's own install scripts", () => {
  const scripts = (all: Readonly<Record<string, string>>, more = {}) =>
    violationsOf(noTelemetry, {
      "package.json": JSON.stringify({ name: "a", scripts: all }, null, 2),
      ...more,
    });

  test("may not use the network", async () => {
    expect(await scripts({ build: "x", postinstall: "curl https://t.example" })).toEqual([
      {
        path: "package.json",
        place: { startLine: 5 },
        key: "script postinstall",
        message:
          "The script `postinstall` uses the network, and runs when somebody installs the package.",
        confidence: "high",
      },
    ]);
  });

  test("are followed into the file that they run", async () => {
    const code = { "scripts/i.js": 'require("https").get("https://t.example")\n' };
    expect(await scripts({ postinstall: "node ./scripts/i.js" }, code)).toMatchObject([
      { key: "script postinstall", confidence: "medium" },
    ]);
    const quiet = { "scripts/i.js": "console.log(1)\n" };
    expect(await scripts({ postinstall: "node scripts/i.js" }, quiet)).toEqual([]);
  });

  test("other scripts may", async () => {
    expect(await scripts({ test: "curl https://localhost" })).toEqual([]);
  });

  test("those of fixtures are nobody's", async () => {
    const manifest = '{"scripts":{"install":"curl https://t.example"}}';
    expect(await violationsOf(noTelemetry, { "test/fixtures/package.json": manifest })).toEqual([]);
  });
});

describe("a tool that reports its use", () => {
  const build = (run = "npx next build", more = "") => `      - run: ${run}\n${more}`;
  const keys = async (steps: string, top = "") =>
    (await violationsOf(telemetryOptOut, workflow(steps, top))).map(({ key }) => key);

  test("is found at its step", async () => {
    expect(await keys(build())).toEqual(["build/step 1 NEXT_TELEMETRY_DISABLED"]);
  });

  test.each([
    [
      "at the step",
      build("npx next build", "        env:\n          NEXT_TELEMETRY_DISABLED: 1\n"),
    ],
    ["in the script", build("NEXT_TELEMETRY_DISABLED=1 next build")],
  ])("is fine with the variable %s", async (_, steps) => {
    expect(await keys(steps)).toEqual([]);
  });

  test("is fine with the variable at the top", async () => {
    expect(await keys(build(), "env:\n  NEXT_TELEMETRY_DISABLED: 1\n")).toEqual([]);
  });

  test("another tool with the word in its name is none", async () => {
    expect(await keys(build("echo next && blaze build"))).toEqual([]);
  });
});

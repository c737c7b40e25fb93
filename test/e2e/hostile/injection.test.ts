import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type ActionRun, cleanUp, gitRepository } from "@assay/testkit";
import { advisory, advisoryFolder } from "@assay/testkit/advisories";
import { afterAll, describe, expect, it } from "vitest";
import { awsKey, lockfile } from "../scenes.ts";
import { action, assayOn } from "./run.ts";

afterAll(cleanUp);

/** What a package, a licence, a version, a path or a commit message may hold to speak in our name. */
const EVIL = [
  "\n::error::INJECTED",
  "\r\n  ::stop-commands::INJECTED",
  "\u2028::error::INJECTED",
  "##[add-path]/tmp/INJECTED",
  "%0A::error::INJECTED",
  "<script>INJECTED</script>",
  "<img src=x onerror=INJECTED()>",
  "[INJECTED](javascript:alert(1))",
  "![INJECTED](https://evil.invalid/x.png)",
  "| INJECTED |\n|---|",
  "`INJECTED` **bold** @everyone #1",
  "-->INJECTED",
  "\n```\nINJECTED",
  "\u202eINJECTED\u2066",
  "\u0000\u0007\u001b[31mINJECTED",
];

function hostileLockfile(): string {
  const root = {
    name: `shop${EVIL[0]}`,
    version: `1${EVIL[5]}`,
    dependencies: {} as Record<string, string>,
  };
  const packages: Record<string, unknown> = { "": root };
  for (const [index, evil] of EVIL.entries()) {
    const name = `n${index}${evil}`;
    root.dependencies[name] = "1";
    packages[`node_modules/${name}`] = { version: `1.0.${index}${evil}`, license: `L${evil}` };
  }
  return JSON.stringify({ name: `shop${EVIL[0]}`, lockfileVersion: 3, packages });
}

/** Records of the hostile packages, as hostile themselves. */
function hostileAdvisories(): Promise<string> {
  const records = EVIL.map((evil, index) =>
    advisory(`GHSA-aaaa-bbbb-cc${String(index).padStart(2, "0")}`, `n${index}${evil}`, {
      summary: `S${evil}`,
      details: `D${evil}`,
      aliases: [`CVE-2026-10${index}${evil}`],
      references: [{ type: "ADVISORY", url: `https://evil.invalid/${evil}` }],
      database_specific: { severity: `HIGH${evil}` },
    }),
  );
  return advisoryFolder(...records);
}

const PATHS = ["a\n::error::INJECTED <b>x", "##[error]x", "a|b`c", "x\u202ey", "-rf", "t\tt"];

/** Raw HTML of a Markdown report that is not one of the few elements that we write. */
const FOREIGN_HTML =
  /<(?!\/?(?:details|summary|br|code|b|sub|sup|strong|a|table|t[rdh]|thead|tbody)\b|!--)[^\s=<]/;

/** Controls, and marks that turn or end lines. */
const UNSEEN = /(?![\n\t])\p{Cc}|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

async function reports(run: ActionRun) {
  const folder = run.outputs["report-directory"] ?? "";
  const names = await readdir(folder);
  const texts = names.map(
    async (name) => [name, await readFile(join(folder, name), "utf8")] as const,
  );
  return new Map(await Promise.all(texts));
}

/** `action` looks at the log; here are the summary and the reports. */
async function expectNothingSpoken(run: ActionRun) {
  expect(run.annotations.every(({ message }) => message !== "INJECTED")).toBe(true);
  const files = await reports(run);
  expect(files.size).toBeGreaterThanOrEqual(7);
  for (const markdown of [
    run.summary,
    files.get("comment.md") ?? "",
    files.get("summary.md") ?? "",
  ]) {
    expect(markdown).toContain("INJECTED");
    // What stands between fences is shown as it is; a fence that a name opens would leave an odd number of them.
    const fences = markdown.match(/^ {0,3}```/gm)?.length ?? 0;
    expect(fences % 2).toBe(0);
    const prose = markdown.replaceAll(/^```[\s\S]*?^```$/gm, "");
    expect(FOREIGN_HTML.exec(prose)?.[0]).toBeUndefined();
    expect(prose).not.toMatch(/\]\((?:javascript|https:\/\/evil)/);
    expect(prose).not.toMatch(/@everyone/);
    expect(markdown).not.toMatch(UNSEEN);
  }
  const html = files.get("report.html") ?? "";
  expect(html).toContain("INJECTED");
  expect(html).not.toMatch(/<script>INJECTED|<img src=x|<b>x/);
  const junit = files.get("report.junit.xml") ?? "";
  expect(junit).not.toMatch(/<script>|<img/);
  JSON.parse(files.get("report.sarif") ?? "");
}

describe("text from outside", () => {
  it.concurrent.each(["sbom", "licenses", "dependencies", "check"])(
    "gives no orders through the action %s",
    async (name) => {
      const broken = PATHS.map((path) => [`${path}/package-lock.json`, "{"]);
      const files = { "package-lock.json": hostileLockfile(), ...Object.fromEntries(broken) };
      const inputs: Readonly<Record<string, string>> =
        name === "check"
          ? { checks: "sbom, licenses, secrets" }
          : name === "dependencies"
            ? { snapshot: await hostileAdvisories(), "max-age": "none" }
            : {};
      const run = await action(name, { files, inputs, env: { RUNNER_DEBUG: "1" } });
      expect([run.exitCode, run.outputs["outcome"]]).toEqual([1, "fail"]);
      await expectNothingSpoken(run);
    },
  );

  it.concurrent.each(["history", "tree"])(
    "gives no orders through the names of files that leak (%s)",
    async (mode) => {
      const leak = `AWS_KEY=${awsKey()}\n`;
      const leaks = PATHS.map((path) => [`${path}/INJECTED.env`, leak]);
      const repository = await gitRepository(Object.fromEntries(leaks));
      await repository.git("mv", "--", "-rf/INJECTED.env", "-rf/::error::INJECTED.env");
      await repository.commit("x\n\n::error::INJECTED\n##[error]INJECTED");
      const run = await action("secrets", {
        repository,
        inputs: { mode },
        env: { RUNNER_DEBUG: "1" },
      });
      expect([run.exitCode, run.outputs["outcome"]]).toEqual([1, "fail"]);
      expect(Number(run.outputs["findings-count"])).toBeGreaterThanOrEqual(PATHS.length);
      await expectNothingSpoken(run);
    },
  );

  it.concurrent("gives no orders through a step's own inputs, nor through the config file", async () => {
    const files = { "assay.yml": `licenses: { "x\\n::error::INJECTED": 1, mode: "##[error]x" }\n` };
    const [inputs, config] = await Promise.all([
      action("licenses", { inputs: { "fail-on": "x\n::error::INJECTED", baseline: "##[error]x" } }),
      action("licenses", { files }),
    ]);
    for (const run of [inputs, config]) {
      expect([run.exitCode, run.outputs["outcome"]]).toEqual([2, "error"]);
      expect(run.annotations.every(({ message }) => message !== "INJECTED")).toBe(true);
    }
  });
});

describe("a licence", () => {
  const licensed = (license: string) =>
    assayOn({ "package-lock.json": lockfile({ left: license }) }, ["licenses", "."]);

  it.concurrent.each([
    ["of 10,000 characters", "A".repeat(10_000), /has 10000 characters; at most 4096 are read/],
    [
      "of 100,000 brackets",
      `${"(".repeat(100_000)}MIT${")".repeat(100_000)}`,
      /at most 4096 are read/,
    ],
    ["of 20,000 terms", Array(20_000).fill("MIT").join(" AND "), /at most 4096 are read/],
    [
      "nested to the limit",
      `${"(".repeat(2000)}MIT${")".repeat(2000)}`,
      /nested|depth|no valid SPDX/,
    ],
    ["that looks like another", "\u041cIT", /no SPDX expression/],
    ["with controls and bidi marks", "MIT\u0000\u001b[31m\u202e", /no SPDX expression/],
    ["of blanks", "   ", /no licence/],
    ["that points to a file", "SEE LICENSE IN ../../../etc/passwd", /./],
  ])("%s is never allowed", async (_, license, message) => {
    const result = await licensed(license);
    expect(result.exitCode).toBe(1);
    expect(result.rules.join()).toMatch(/^licenses\.(unknown|invalid-expression)$/);
    expect(result.told).toMatch(message);
    expect(result.stdout.length).toBeLessThan(20_000);
  });
});

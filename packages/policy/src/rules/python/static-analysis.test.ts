import { expect, test } from "vitest";
import { said, steps } from "../../test/workflows.ts";
import { pythonAnalysis } from "./static-analysis.ts";

const on = (text: string) => steps(text, "pull_request");
const files = { "app/a.py": "" };

test.each([
  ["our action", "- uses: assay-ci/assay/actions/python@v1"],
  ["both tools", "- run: bandit -r app\n- run: mypy --strict app"],
  ["through a runner", "- run: uvx bandit -r app\n- run: python -m mypy --strict app"],
])("%s: fine", async (_, text) => {
  expect(await said(pythonAnalysis, on(text), { files })).toEqual([]);
});

test("what is missing is named, each tool by itself", async () => {
  expect(await said(pythonAnalysis, on("- run: mypy app || true"), { files })).toEqual([
    "- No workflow runs `bandit` on `pull_request`.",
    "6:14 `mypy app || true` can't stop a change: its failure is swallowed by `|| true`.",
  ]);
  expect(await said(pythonAnalysis, on("- run: bandit -r . && mypy app"), { files })).toEqual([
    "6:14 medium mypy runs without `--strict`.",
  ]);
});

test("strict by configuration is strict", async () => {
  const text = on("- run: bandit -r . && mypy app");
  const config = { ...files, "mypy.ini": "[mypy]\nstrict = True\n" };
  expect(await said(pythonAnalysis, text, { files: config })).toEqual([]);
});

test("without Python of its own there is nothing to analyse", async () => {
  expect(await said(pythonAnalysis, on("- run: a"), { files: { "docs/conf.py": "" } })).toEqual([]);
});

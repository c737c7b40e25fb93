import { defineRule, NOTHING, type Violation } from "../../rule.ts";
import { wiredFor } from "../../workflow/wired.ts";

const id = "python.static-analysis";
const CONFIGS = [
  "mypy.ini",
  ".mypy.ini",
  "setup.cfg",
  "pyproject.toml",
  "infrastructure/config/mypy.ini",
];

/** Rule 46. */
export const pythonAnalysis = defineRule({
  id,
  title: "Python without static analysis",
  description: "bandit finds calls that open a hole, `mypy --strict` the mistakes that types show.",
  help: "Run `assay-ci/assay/actions/python`, or `bandit` and `mypy --strict`, on `pull_request`.",
  severity: "high",
  sources: { osps: ["VM-06.02"], scorecard: ["SAST"], ssdf: ["PW.7"] },
  decidedBy: "files",
  confidence: "high",
  async judge(repository) {
    const files = repository.files.filter(
      (path) =>
        path.endsWith(".py") &&
        !/(?:^|\/)(?:tests?|docs?|examples?|scripts?|fixtures?)\//.test(path),
    );
    if (files.length === 0) return NOTHING;
    const violations: Violation[] = [];
    for (const [tool, wanted] of [
      ["bandit", "bandit"],
      ["mypy", "mypy --strict"],
    ] as const) {
      const wired = await wiredFor(repository, tool, "pull_request", id);
      const full = wired.filter(({ weakness }) => weakness === undefined);
      const [weak] = wired;
      if (full.length === 0) {
        violations.push(
          weak === undefined
            ? { key: tool, message: `No workflow runs \`${wanted}\` on \`pull_request\`.` }
            : {
                ...{ path: weak.path, place: weak.place, key: tool },
                message: `\`${weak.what}\` can't stop a change: ${weak.weakness}.`,
              },
        );
        continue;
      }
      const [first] = full;
      const isStrict =
        tool === "bandit" ||
        full.some(({ what, step }) => step?.run === undefined || /--strict\b/.test(what)) ||
        (await isStrictByConfig(repository.read));
      if (!isStrict && first !== undefined)
        violations.push({
          ...{ path: first.path, place: first.place, key: "strict", severity: "medium" as const },
          message: "mypy runs without `--strict`.",
        });
    }
    return { violations, looked: files.length };
  },
});

async function isStrictByConfig(
  read: (path: string) => Promise<string | undefined>,
): Promise<boolean> {
  for (const path of CONFIGS) {
    if (/^\s*strict\s*=\s*true\s*(?:#.*)?$/im.test((await read(path)) ?? "")) return true;
  }
  return false;
}

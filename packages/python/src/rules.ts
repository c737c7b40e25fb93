import { catalog, type Rule } from "@assay/core";

const RULES: readonly Rule[] = [
  {
    id: "python.bandit",
    title: "A security problem that bandit finds",
    description: "A line matches one of bandit's tests; the finding names the test.",
    help: "Change the code as the test's page says. Where it is safe, write `# nosec <test id>` behind it and say why.",
    severity: "medium",
    tags: ["security"],
  },
  {
    id: "python.mypy",
    title: "A type error that mypy --strict finds",
    description:
      "The code and its types contradict each other; the finding names mypy's error code.",
    help: "Fix the types. Where mypy is wrong, write `# type: ignore[<code>]` in the line and say why.",
    severity: "medium",
    tags: ["quality"],
  },
  {
    id: "python.incomplete",
    title: "Python code that was not looked at",
    description: "A file could not be parsed, a path is missing or holds no Python file.",
    help: "Fix the file or the path; what should not be looked at is left out of `python.paths`.",
    severity: "high",
  },
  {
    id: "python.strictness-weakened",
    title: "A mypy configuration that takes back a part of --strict",
    description: "It switches checks of `--strict` off, so mypy says nothing there.",
    help: "Remove the option, or keep it for the smallest set of modules with a comment that says why.",
    severity: "low",
  },
  {
    id: "python.nosec",
    title: "A bare # nosec that a change adds",
    description: "Without a test's id it hides everything that bandit finds there.",
    help: "Name the test: `# nosec B602`, and say why it is safe.",
    severity: "medium",
  },
  {
    id: "python.stray-config",
    title: "A .bandit file, which changes what bandit finds",
    description: "Other runs of bandit apply such a file wherever they meet one.",
    help: "Move it into the file that `python.bandit-config` names.",
    severity: "low",
  },
];

export const PYTHON_RULES = catalog(
  RULES.map((rule) => ({ ...rule, tags: ["python", ...(rule.tags ?? [])] })),
);

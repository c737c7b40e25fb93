import {
  ACTION_INPUTS,
  COMMON_INPUTS,
  COMMON_OUTPUTS,
  defineCommand,
  type InputSpecs,
  type Options,
  optionsOf,
} from "@assay/core";
import { PYTHON_RULES } from "./rules.ts";

const LEVELS = ["low", "medium", "high"] as const;

export const OWN_INPUTS = {
  paths: {
    type: "list",
    default: ["."],
    configKey: "python.paths",
    description: "The files and folders to look at.",
  },
  tools: {
    type: "list",
    choices: ["bandit", "mypy"],
    default: ["bandit", "mypy"],
    required: true,
    configKey: "python.tools",
    loosened: "removed",
    description: "The tools that are run.",
  },
  scope: {
    type: "choice",
    choices: ["changed", "all"],
    default: "all",
    configKey: "python.scope",
    loosened: { toward: ["all", "changed"] },
    description:
      "What may fail the run: with `changed` only findings of bandit in lines, and of mypy in files, that the change touches. Everything is reported; without a base everything counts.",
  },
  base: {
    type: "string",
    description: "The revision to compare with; by default that of the event.",
  },
  "bandit-config": {
    type: "path",
    outside: true,
    decides: true,
    configKey: "python.bandit-config",
    description:
      "A configuration of bandit, YAML or TOML. Without it none is read; `.bandit` files never are.",
  },
  "bandit-exclude": {
    type: "list",
    default: [],
    configKey: "python.bandit-exclude",
    loosened: "added",
    description: "Files, folders or globs that bandit leaves out.",
  },
  "bandit-confidence": {
    type: "choice",
    choices: LEVELS,
    default: "high",
    configKey: "python.bandit-confidence",
    loosened: { toward: LEVELS },
    description: "The least confidence of bandit's findings.",
  },
  "bandit-severity": {
    type: "choice",
    choices: LEVELS,
    default: "medium",
    configKey: "python.bandit-severity",
    loosened: { toward: LEVELS },
    description: "The least severity of bandit's findings.",
  },
  "bandit-version": {
    type: "string",
    configKey: "python.bandit-version",
    description: "The version that must be there: `1.7.5`, or at least that: `>=1.7.5`.",
  },
  "mypy-config": {
    type: "path",
    outside: true,
    decides: true,
    configKey: "python.mypy-config",
    description:
      "A configuration of mypy. Without it `mypy.ini`, `.mypy.ini`, `pyproject.toml` or `setup.cfg` is read. `--strict` is always on.",
  },
  "mypy-paths": {
    type: "list",
    default: [],
    configKey: "python.mypy-paths",
    description: "What mypy is given; by default `files` of its configuration, else `paths`.",
  },
  "mypy-plugins": {
    type: "list",
    default: [],
    // No `configKey`, as for `venv`.
    description:
      "Plugins that mypy's configuration may name, such as `pydantic.mypy`: they are run. The config file can't list them.",
  },
  "mypy-version": {
    type: "string",
    configKey: "python.mypy-version",
    description: "The version that must be there: `1.7.0`, or at least that: `>=1.7.0`.",
  },
  "python-version": {
    type: "string",
    configKey: "python.python-version",
    description: "The Python that mypy checks for, such as `3.12`.",
  },
  venv: {
    type: "path",
    outside: true,
    // No `configKey`: the checked repository must not choose what is run.
    description:
      "A virtual environment whose bandit and mypy are run, and whose packages mypy knows; else PATH is searched. The config file can't name it.",
  },
  provision: {
    type: "boolean",
    default: false,
    configKey: "python.provision",
    description:
      "Install bandit and mypy into the tool cache, by the hashes that Assay ships or those of `requirements`.",
  },
  requirements: {
    type: "path",
    outside: true,
    description:
      "For `provision`: a requirements file with hashes, for other versions. The config file can't name it.",
  },
  timeout: {
    type: "integer",
    default: 600,
    minimum: 1,
    maximum: 21600,
    configKey: "python.timeout",
    description: "Seconds that each run of a tool may take.",
  },
} as const satisfies InputSpecs;

/** What the check needs to know. */
export type PythonOptions = Options<typeof OWN_INPUTS>;

/** `assay python`: is the Python code sound. */
export const pythonCommand = defineCommand({
  name: "python",
  label: "Python",
  title: "Check Python code with bandit and mypy --strict",
  description:
    "Runs your bandit and mypy, or installs them on request from pinned hashes. A tool that is missing, killed, late or broken is an error and never a pass. Settings that hide findings are reported; no code of the repository is run.",
  inputs: { ...COMMON_INPUTS, ...ACTION_INPUTS, ...OWN_INPUTS },
  outputs: {
    ...COMMON_OUTPUTS,
    "bandit-version": { description: "The version of bandit that ran." },
    "mypy-version": { description: "The version of mypy that ran." },
    "files-scanned": { description: "Python files that were looked at." },
  },
  permissions: [
    { scope: "contents", level: "read", reason: "to read the repository and its base commit" },
  ],
  rules: PYTHON_RULES,
  config: {
    description: "Which Python code is looked at, and how strictly.",
    example: `paths: [src, tests]
bandit-config: infrastructure/config/bandit.yml
mypy-config: infrastructure/config/mypy.ini
# only what a change touches fails the run
scope: changed
`,
  },
  // pip opens its own connections; they are named here for who reads the log.
  hosts: ({ provision }) => (provision ? ["pypi.org", "files.pythonhosted.org"] : []),
  async run(context, inputs) {
    const { checkPython } = await import("./check.ts");
    const { result, versions } = await checkPython(context, optionsOf(OWN_INPUTS, inputs));
    return {
      results: [result],
      outputs: {
        "bandit-version": versions.bandit ?? "",
        "mypy-version": versions.mypy ?? "",
        "files-scanned": result.coverage.inspected["files"] ?? 0,
      },
    };
  },
});

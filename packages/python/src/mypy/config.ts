import { basename, dirname, resolve } from "node:path";
import { type CheckContext, UsageError } from "@assay/core";
import type { PythonOptions } from "../command.ts";
import { namedFile } from "../tools/tool.ts";
import { mypySections, type Section } from "./sections.ts";

export interface MypyConfig {
  /** As the user names it. */
  readonly path: string;
  readonly text: string;
  readonly sections: readonly Section[];
}

const OWN = ["mypy.ini", ".mypy.ini"];
const SHARED = ["pyproject.toml", "setup.cfg"];
/** Options that run a program, install packages or write where they like. */
const WRITES = /^(?:\w+_report|junit_xml|timing_stats|line_checking_stats|quickstart_file)$/;

/**
 * The configuration that mypy gets: the one that is named, else the one that mypy would find in the working directory; from where
 * this run may believe it.
 *
 * @throws UsageError when it is named and not there, or holds what would run or write something.
 */
export async function mypyConfig(
  context: Pick<CheckContext, "settings">,
  options: PythonOptions,
): Promise<MypyConfig | undefined> {
  const named = options.mypyConfig;
  if (named !== undefined) {
    return configOf(named, await namedFile(context, "mypy-config", named), options);
  }
  for (const path of [...OWN, ...SHARED]) {
    const bytes = await context.settings.read(path, { decides: false });
    const config = bytes === undefined ? undefined : configOf(path, bytes, options);
    if (config !== undefined && (OWN.includes(path) || config.sections.length > 0)) return config;
  }
  return undefined;
}

/** The text for a copy: what mypy would take from the place of the file stands in it. */
export function textForCopy({ path, text }: MypyConfig, root: string): string {
  const folder = dirname(resolve(root, path)).replaceAll("\\", "/");
  return text.replace(/\$(?:MYPY_CONFIG_FILE_DIR\b|\{MYPY_CONFIG_FILE_DIR\})/g, () => folder);
}

/** The name of a copy: mypy reads it by that. */
export function copyName({ path }: MypyConfig): string {
  return basename(path);
}

/** Whether the configuration itself says what is checked. */
export function namesTargets(config: MypyConfig | undefined): boolean {
  return globalOptions(config).some(({ name }) => /^(?:files|packages|modules)$/.test(name));
}

function configOf(path: string, bytes: Uint8Array, options: PythonOptions): MypyConfig {
  const text = new TextDecoder().decode(bytes);
  const config = { path, text, sections: mypySections(path, text) };
  const problems = globalOptions(config).flatMap(({ name, value }) =>
    problemOf(name, value, options),
  );
  if (problems.length === 0) return config;
  throw new UsageError(`${path} has options of mypy that are not allowed here`, {
    problems,
    hint: "Remove them, or name another file by `mypy-config`; plugins that may run are listed in `mypy-plugins`.",
  });
}

function globalOptions(config: MypyConfig | undefined) {
  return (config?.sections ?? [])
    .filter(({ modules }) => modules === "")
    .flatMap(({ options }) => options);
}

function problemOf(name: string, value: string, options: PythonOptions): readonly string[] {
  if (name === "plugins") {
    const plugins = value.split(/[\s,]+/).filter((each) => each !== "");
    return plugins
      .filter((each) => !options.mypyPlugins.includes(each) || /[/\\]|\.py(?:$|:)/.test(each))
      .map((each) => `\`plugins\`: ${each.slice(0, 100)} would be run`);
  }
  if (name === "python_executable" && options.venv === undefined) {
    return ["`python_executable` would be run; name its virtual environment by `venv`"];
  }
  if (name === "install_types" && !/^(?:false|no|off|0)$/i.test(value)) {
    return ["`install_types` would install packages"];
  }
  return WRITES.test(name) ? [`\`${name}\` would write files`] : [];
}

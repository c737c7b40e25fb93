import { spawnSync } from "node:child_process";

const MAX_OUTPUT = 2 ** 29;

/** Runs a package manager without its update checks and without switching to a version that a project pins. @returns stdout. */
export function run(command: readonly string[], args: readonly string[], folder: string): string {
  const [file = "", ...first] = command;
  const ended = spawnSync(file, [...first, ...args], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: MAX_OUTPUT,
    env: {
      ...process.env,
      CI: "1",
      npm_config_manage_package_manager_versions: "false",
      pnpm_config_pm_on_fail: "ignore",
      YARN_ENABLE_TELEMETRY: "0",
      YARN_IGNORE_PATH: "1",
      YARN_ENABLE_IMMUTABLE_INSTALLS: "false",
    },
  });
  if (ended.error !== undefined) throw ended.error;
  if (ended.status !== 0)
    throw new Error(
      `${[...first, ...args].join(" ")} ended with ${ended.status}: ${ended.stdout.slice(-2000)}${ended.stderr.slice(-2000)}`,
    );
  return ended.stdout;
}

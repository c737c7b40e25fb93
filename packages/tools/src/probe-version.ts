import { ExternalError, type ProcessRunner } from "@assay/core";

const PROBE_TIMEOUT_MS = 15_000;
const PROBE_BYTES = 64 * 1024;

export interface Probe {
  readonly name: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly processes: ProcessRunner;
  readonly versionArgs: readonly string[];
}

/**
 * The version that a program prints, such as `8.30.1`. `undefined` when it prints none: a gitleaks that was built from source
 * says "version is set by build process".
 *
 * @throws ExternalError when the program can't be run or ends with an error.
 */
export async function probeVersion(path: string, probe: Probe): Promise<string | undefined> {
  const { exitCode, stdout, stderr } = await probe.processes.run(path, probe.versionArgs, {
    timeoutMs: PROBE_TIMEOUT_MS,
    maxBytes: PROBE_BYTES,
    env: { PATH: probe.environment["PATH"] ?? probe.environment["Path"] ?? "", LC_ALL: "C" },
  });
  const text = `${Buffer.from(stdout).toString("utf8")}\n${stderr}`;
  if (exitCode !== 0) {
    const lines = text.trim().split("\n");
    // Python says the reason last.
    const said = (lines[0]?.startsWith("Traceback") ? lines.at(-1) : lines[0]) ?? "";
    throw new ExternalError(
      `\`${probe.name} ${probe.versionArgs.join(" ")}\` ended with exit code ${exitCode}${said === "" ? "" : `: ${said.slice(0, 200)}`}`,
      { hint: `Check that ${probe.name} runs on this machine.` },
    );
  }
  return /(?<![\d.])v?(\d{1,6}\.\d{1,6}(?:\.\d{1,6})?(?:-[0-9A-Za-z.-]{1,40})?)(?![\d.])/.exec(
    text,
  )?.[1];
}

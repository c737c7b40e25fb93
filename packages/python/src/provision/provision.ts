import { createHash } from "node:crypto";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { type CheckContext, ExternalError, isProgram } from "@assay/core";
import { findTool } from "@assay/tools";
import type { PythonOptions } from "../command.ts";
import { lastLines, namedFile, toolVariables } from "../tools/tool.ts";
import { REQUIREMENTS } from "./requirements.ts";

/** What pip may know of the machine: how it reaches an index. By name, as nothing else is inherited. */
const PIP_VARIABLES = [
  ...["PIP_INDEX_URL", "PIP_EXTRA_INDEX_URL", "PIP_FIND_LINKS", "PIP_NO_INDEX", "PIP_CERT"],
  ...["HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY", "https_proxy", "http_proxy", "no_proxy"],
  ...["SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "SystemRoot", "TEMP", "TMP"],
];
const SECONDS = 600;

/**
 * The interpreter of a virtual environment with the pinned bandit and mypy, made in the tool cache where it is not there yet.
 * Wheels only: nothing is built, and no file that pip has no hash of is taken.
 *
 * @returns an absolute path, to be run as `python -I -m bandit`
 * @throws ExternalError offline, without Python, and when pip fails.
 */
export function provisioned(context: CheckContext, options: PythonOptions): Promise<string> {
  return context.materials.once("python provisioned", () => provision(context, options));
}

async function provision(context: CheckContext, { requirements }: PythonOptions): Promise<string> {
  const lock =
    requirements === undefined
      ? REQUIREMENTS
      : new TextDecoder().decode(await namedFile(context, "requirements", requirements));
  const { processes, root } = context;
  const python = await findTool({
    name: process.platform === "win32" ? "python" : "python3",
    // Without folders of the checkout: an active environment there is passed over.
    environment: { ...context.environment, ...(await toolVariables(context)) },
    processes,
    versionArgs: ["--version"],
    root,
    install: "Install Python, on a runner by actions/setup-python.",
  });
  const name = createHash("sha256")
    .update([python.path, python.version, lock].join("\0"))
    .digest("hex");
  const cache = cacheFolder(context);
  const place = join(cache, name.slice(0, 24));
  const program = interpreterIn(place);
  if (await isProgram(program)) return program;
  if (context.offline) {
    throw new ExternalError("bandit and mypy are not in the tool cache, and the run is offline", {
      hint: `Run once online with this Python and keep ${place}, or name a virtual environment by \`venv\`.`,
    });
  }
  await mkdir(cache, { recursive: true });
  const made = await mkdtemp(join(cache, ".new-"));
  try {
    const file = join(made, "requirements.txt");
    await writeFile(file, lock);
    await run(context, python.path, ["-I", "-m", "venv", join(made, "venv")]);
    const flags = ["--require-hashes", "--no-deps", "--only-binary", ":all:", "--no-input"];
    const quiet = ["--disable-pip-version-check", "--no-cache-dir", "--quiet"];
    const pip = ["-I", "-m", "pip", "install", ...flags, ...quiet];
    await run(context, interpreterIn(join(made, "venv")), [...pip, "-r", file]);
    // Only a whole one gets the name. Another run may have been faster.
    await rename(join(made, "venv"), place).catch(async (cause: unknown) => {
      if (!(await isProgram(program))) throw cause;
    });
  } finally {
    await rm(made, { recursive: true, force: true });
  }
  return program;
}

async function run(context: CheckContext, program: string, args: readonly string[]): Promise<void> {
  const { environment, processes, root, signal } = context;
  const own = PIP_VARIABLES.flatMap((name) => {
    const value = environment[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  const { exitCode, stdout, stderr } = await processes.run(program, args, {
    // pip reads no file of the checkout.
    cwd: resolve(cacheFolder(context)),
    env: { ...(await toolVariables({ environment, root })), ...Object.fromEntries(own) },
    timeoutMs: SECONDS * 1000,
    signal,
  });
  if (exitCode === 0) return;
  const said = lastLines(`${new TextDecoder().decode(stdout)}\n${stderr}`, 8);
  throw new ExternalError(
    `bandit and mypy could not be installed: ${said[0] ?? `exit code ${exitCode}`}`,
    {
      problems: said.slice(1),
      hint: "The shipped hashes are for Python 3.11 to 3.14. Name others by `requirements`, or an environment by `venv`.",
    },
  );
}

function cacheFolder({ environment }: CheckContext): string {
  const { RUNNER_TOOL_CACHE, XDG_CACHE_HOME, LOCALAPPDATA, HOME } = environment;
  const base =
    RUNNER_TOOL_CACHE || XDG_CACHE_HOME || LOCALAPPDATA || join(HOME || homedir(), ".cache");
  return join(base, "assay", "python");
}

function interpreterIn(folder: string): string {
  return process.platform === "win32"
    ? join(folder, "Scripts", "python.exe")
    : join(folder, "bin", "python");
}

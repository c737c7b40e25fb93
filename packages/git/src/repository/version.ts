import type { ProcessRunner } from "@assay/core";
import { ExternalError } from "@assay/core";
import type { IsolatedGit } from "./isolation.ts";

/** `GIT_CONFIG_GLOBAL` came with 2.32; without it a user's configuration can't be kept out. */
const OLDEST = { major: 2, minor: 32 };
const TIMEOUT_MS = 60_000;

/** A program is asked once per run: each check opens the repository for itself. */
const asked = new WeakMap<ProcessRunner, Map<string, Promise<void>>>();

/** @throws ExternalError when git is too old, or does not run. */
export function requireVersion(
  git: IsolatedGit,
  { processes, signal }: { readonly processes: ProcessRunner; readonly signal?: AbortSignal },
): Promise<void> {
  const known = asked.get(processes) ?? new Map<string, Promise<void>>();
  asked.set(processes, known);
  const answer = known.get(git.program) ?? askVersion(git, processes, signal);
  known.set(git.program, answer);
  return answer;
}

async function askVersion(
  { program, variables }: IsolatedGit,
  processes: ProcessRunner,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { stdout } = await processes.run(program, ["version"], {
    env: variables,
    timeoutMs: TIMEOUT_MS,
    ...(signal === undefined ? {} : { signal }),
  });
  const text = Buffer.from(stdout).toString().trim();
  const version = /(\d+)\.(\d+)/.exec(text);
  const [major, minor] = [Number(version?.[1] ?? 0), Number(version?.[2] ?? 0)];
  if (major > OLDEST.major || (major === OLDEST.major && minor >= OLDEST.minor)) return;
  throw new ExternalError(`"${text}" is too old`, {
    hint: `Install git ${OLDEST.major}.${OLDEST.minor} or later: older ones can't be kept apart from the machine's configuration.`,
  });
}

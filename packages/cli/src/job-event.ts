import { isInside, type RemoteAccess, type TriggerEvent } from "@assay/core";
import { readEvent, remoteOf } from "@assay/runtime";

/**
 * What started the job that this process is part of, where it looks at the checkout of that job: a command line in a workflow
 * judges a change as the action does. `null` anywhere else.
 *
 * @param cwd Absolute path of the folder that the process starts in.
 * @throws UsageError as `readEvent`.
 */
export async function jobEvent(
  environment: Readonly<Record<string, string | undefined>>,
  cwd: string,
): Promise<{ readonly event: TriggerEvent | null; readonly remote: RemoteAccess | null }> {
  const workspace = environment["GITHUB_WORKSPACE"] ?? "";
  const isJob = environment["GITHUB_ACTIONS"] === "true" && workspace !== "";
  if (!isJob || !isInside(workspace, cwd)) return { event: null, remote: null };
  return { event: await readEvent(environment), remote: remoteOf(environment, undefined) };
}

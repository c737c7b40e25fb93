import { asKnownError, type Command, clockFrom } from "@assay/core";
import { createGuardedHttp, exitCodeOf, lateFiles, lateHosts } from "@assay/core/host";
import { endProcess } from "./end-process.ts";
import { printError } from "./print-error.ts";
import { runAction } from "./run-action.ts";
import { runnerLogger } from "./runner-logger.ts";

/**
 * Runs a command whose code is in no archive of an action: it is fetched first, by hashes that are.
 *
 * @param part As `lateFiles` takes it.
 */
export async function runLateAction(part: string, load: () => Promise<Command>): Promise<never> {
  const environment = process.env;
  try {
    const http = createGuardedHttp({
      hosts: lateHosts(environment),
      // Before any input is judged: whatever may mean yes.
      offline: /^\s*(?:true|yes)/im.test(
        `${environment["INPUT_OFFLINE"]}\n${environment["ASSAY_OFFLINE"]}`,
      ),
      environment,
      clock: clockFrom(environment),
      logger: runnerLogger(),
    });
    await lateFiles(part, { http, environment });
    return await runAction(await load());
  } catch (thrown) {
    const error = asKnownError(thrown);
    printError(error);
    return endProcess(exitCodeOf(error));
  }
}

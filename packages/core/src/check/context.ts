import type { Clock } from "../platform/clock.ts";
import type { ProcessRunner } from "../platform/exec.ts";
import type { HttpClient } from "../platform/http.ts";
import type { Logger, Progress } from "../platform/logger.ts";
import type { RemoteAccess, TriggerEvent } from "./event.ts";
import type { Materials } from "./materials.ts";
import type { SettingsFiles } from "./settings-files.ts";

/** Everything a check may touch. It has no other way to the machine, the network or a person. */
export interface CheckContext {
  /** Absolute real path of the folder that is looked at. */
  readonly root: string;
  readonly event: TriggerEvent | null;
  readonly remote: RemoteAccess | null;
  readonly offline: boolean;
  /** The files that decide over findings, from where this run may believe them. */
  readonly settings: SettingsFiles;
  /** What checks of this run share, such as the inventory. */
  readonly materials: Materials;
  readonly http: HttpClient;
  readonly processes: ProcessRunner;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  /** The variables of the run. Read by name only; never listed, logged or passed on whole. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

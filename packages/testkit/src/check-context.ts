import type { CheckContext } from "@assay/core";
import { createMaterials, fixedClock, silentLogger, silentProgress } from "@assay/core";
import { nodeProcesses } from "@assay/core/host";
import { noSettingsFiles } from "./settings-files.ts";

/** What a check gets in a folder on a laptop, offline: an attempt to reach the network fails the test. */
export function checkContext(root: string, more: Partial<CheckContext> = {}): CheckContext {
  return {
    root,
    event: null,
    remote: null,
    offline: true,
    http: { request: () => Promise.reject(new Error("A check must not reach the network")) },
    processes: nodeProcesses(),
    clock: fixedClock(0),
    logger: silentLogger,
    progress: silentProgress,
    materials: createMaterials(),
    settings: noSettingsFiles,
    signal: new AbortController().signal,
    environment: { PATH: process.env["PATH"] },
    ...more,
  };
}

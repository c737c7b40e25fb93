import {
  type CheckContext,
  createMaterials,
  fixedClock,
  silentLogger,
  silentProgress,
} from "@assay/core";
import { createGuardedHttp, nodeProcesses } from "@assay/core/host";
import { noSettingsFiles } from "@assay/testkit";

export const NOW = Date.parse("2026-11-28T00:00:00Z");

/** A run that may reach `url` alone, without patience. */
export function contextAt(root: string, url: string, now = NOW, offline = false): CheckContext {
  const clock = fixedClock(now);
  const http = createGuardedHttp({
    hosts: url === "" ? [] : [new URL(url).origin],
    offline,
    environment: {},
    clock,
    logger: silentLogger,
    sleep: async () => {},
    patienceMs: 1500,
  });
  return {
    root,
    event: null,
    remote: null,
    offline,
    settings: noSettingsFiles,
    materials: createMaterials(),
    http,
    processes: nodeProcesses(),
    clock,
    logger: silentLogger,
    progress: silentProgress,
    signal: new AbortController().signal,
    environment: {},
  };
}

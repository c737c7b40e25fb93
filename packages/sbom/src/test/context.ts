import {
  type CheckContext,
  createMaterials,
  fixedClock,
  silentLogger,
  silentProgress,
} from "@assay/core";
import { nodeProcesses } from "@assay/core/host";
import { noSettingsFiles } from "@assay/testkit";

/** A run in a folder, without network. */
export function contextAt(root: string): CheckContext {
  return {
    root,
    event: null,
    remote: null,
    offline: true,
    http: { request: () => Promise.reject(new Error("no network")) },
    processes: nodeProcesses(),
    clock: fixedClock("2030-05-05T05:05:05.678Z"),
    logger: silentLogger,
    progress: silentProgress,
    materials: createMaterials(),
    settings: noSettingsFiles,
    signal: new AbortController().signal,
    environment: { PATH: process.env["PATH"] },
  };
}

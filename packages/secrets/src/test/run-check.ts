import {
  type CheckContext,
  createMaterials,
  fixedClock,
  openWorkspace,
  silentLogger,
  silentProgress,
  workTreeFiles,
} from "@assay/core";
import { nodeProcesses } from "@assay/core/host";
import { findSecrets } from "../check.ts";
import type { SecretsOptions } from "../command.ts";

/** Runs the check on a folder, offline, as a laptop would: for tests. */
export async function runCheck(
  root: string,
  options: Partial<SecretsOptions> = {},
  context: Partial<CheckContext> = {},
) {
  return findSecrets(
    {
      root,
      event: null,
      remote: null,
      offline: true,
      http: { request: () => Promise.reject(new Error("no network")) },
      processes: nodeProcesses(),
      clock: fixedClock(0),
      logger: silentLogger,
      progress: silentProgress,
      materials: createMaterials(),
      settings: workTreeFiles(await openWorkspace(root)),
      signal: new AbortController().signal,
      environment: { PATH: process.env["PATH"] },
      ...context,
    },
    { engine: "native", mode: "auto", maxDecodeDepth: 5, ...options },
  );
}

/** A PlanetScale-shaped token that no scanner sees in a test file. */
export function fakeToken(letter: string): string {
  return `pscale${"_tkn_"}${letter.repeat(3)}${"q7Zx".repeat(9)}`;
}

import { readFileSync } from "node:fs";
import { nodeProcesses } from "@assay/core/host";
import { openRepository } from "@assay/git";
import { gitleaksRows } from "../../../packages/secrets/src/test/gitleaks-rows.ts";

/** What has to be equal: rule, commit, file, line, secret. */
export interface Row {
  readonly RuleID: string;
  readonly Commit: string;
  readonly File: string;
  readonly StartLine: number;
  readonly Secret: string;
}

/** Our native engine over the whole history, in gitleaks' own reading of it. */
export async function nativeRows(folder: string, configPath: string): Promise<readonly Row[]> {
  const repository = await openRepository({
    root: folder,
    processes: nodeProcesses(),
    environment: { PATH: process.env["PATH"] },
  });
  return gitleaksRows(
    repository,
    { kind: "all", description: "whole history" },
    { config: readFileSync(configPath, "utf8") },
  );
}

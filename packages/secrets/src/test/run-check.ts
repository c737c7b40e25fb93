import { type CheckContext, openWorkspace, workTreeFiles } from "@assay/core";
import { checkContext } from "@assay/testkit";
import { findSecrets } from "../check.ts";
import type { SecretsOptions } from "../command.ts";

/** Runs the check on a folder, offline, as a laptop would: for tests. */
export async function runCheck(
  root: string,
  options: Partial<SecretsOptions> = {},
  context: Partial<CheckContext> = {},
) {
  return findSecrets(
    checkContext(root, { settings: workTreeFiles(await openWorkspace(root)), ...context }),
    { engine: "native", mode: "auto", maxDecodeDepth: 5, ...options },
  );
}

/** A PlanetScale-shaped token that no scanner sees in a test file. */
export function fakeToken(letter: string): string {
  return `pscale${"_tkn_"}${letter.repeat(3)}${"q7Zx".repeat(9)}`;
}

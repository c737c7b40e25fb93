/** One process, stack, registries and all cases: prints one JSON line a case. `ASSAY_INTEROP_CASES` picks some by their names. */
import type { CaseResult } from "../sigstore/namespace.ts";
import { setup, teardown } from "./session.ts";
import { signingCases } from "./signing-cases.ts";

const only = process.env["ASSAY_INTEROP_CASES"];
try {
  await setup();
  for (const { name, run } of signingCases) {
    if (only !== undefined && !new RegExp(only).test(name)) continue;
    console.log(JSON.stringify(await attempt(name, run)));
  }
} finally {
  await teardown();
}

async function attempt(name: string, run: () => void | Promise<void>): Promise<CaseResult> {
  try {
    await run();
    return { name };
  } catch (error) {
    return { name, error: error instanceof Error ? error.message : String(error) };
  }
}

/** One process, the stack and all cases: `node test/interop/sigstore/run-cases.ts` prints one JSON line a case. */
import { judged } from "./matrix/cases.ts";
import type { CaseResult } from "./namespace.ts";
import { cases, setup, teardown } from "./sigstore.interop.ts";

const only = process.env["ASSAY_INTEROP_CASES"];
try {
  await setup();
  for (const { name, run } of cases) {
    if (only !== undefined && !new RegExp(only).test(name)) continue;
    console.log(JSON.stringify(await attempt(name, run)));
  }
} finally {
  teardown();
}

async function attempt(name: string, run: () => void | Promise<void>): Promise<CaseResult> {
  const before = judged.length;
  try {
    await run();
    return { name, judged: judged.slice(before) };
  } catch (error) {
    return { name, error: error instanceof Error ? error.message : String(error) };
  }
}

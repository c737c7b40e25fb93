/** One process, the stack and all cases: `node test/interop/sigstore/run-cases.ts` prints one JSON line a case. */
import type { CaseResult } from "./namespace.ts";
import { cases, setup, teardown } from "./sigstore.interop.ts";

try {
  await setup();
  for (const { name, run } of cases) console.log(JSON.stringify(await attempt(name, run)));
} finally {
  teardown();
}

async function attempt(name: string, run: () => void | Promise<void>): Promise<CaseResult> {
  try {
    await run();
    return { name };
  } catch (error) {
    return { name, error: error instanceof Error ? error.message : String(error) };
  }
}

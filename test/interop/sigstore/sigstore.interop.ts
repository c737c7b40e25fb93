/**
 * Our `sign` and `verify` against cosign, Fulcio, Rekor v2 and a timestamp authority as they are shipped.
 *
 * `node test/interop/run.ts sigstore` runs it in a network namespace of its own where that can be
 * had: it holds nothing but loopback, which also proves that nothing leaves the machine.
 */
import type { InteropCase } from "../suite.ts";
import { attestCases } from "./attest-cases.ts";
import { certificateCases } from "./certificate-cases.ts";
import { keyCases } from "./key-cases.ts";
import { keylessCases } from "./keyless-cases.ts";
import { matrixCases } from "./matrix/cases.ts";
import { openbaoCases } from "./openbao-cases.ts";
import { printedCases } from "./printed-cases.ts";
import { stormCases } from "./storm-cases.ts";

export { setup, teardown } from "./session.ts";

export const cases: readonly InteropCase[] = [
  ...keyCases,
  ...certificateCases,
  ...keylessCases,
  ...attestCases,
  ...printedCases,
  ...stormCases,
  ...openbaoCases,
  ...matrixCases,
];

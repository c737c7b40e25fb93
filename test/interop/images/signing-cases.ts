import type { InteropCase } from "../suite.ts";
import { attestationCases } from "./attestation-cases.ts";
import { copyCases } from "./copy-cases.ts";
import { cosignCases } from "./cosign-cases.ts";
import { negativeCases } from "./negative-cases.ts";
import { releaseCases } from "./release-cases.ts";

export const signingCases: readonly InteropCase[] = [
  ...cosignCases,
  ...copyCases,
  ...attestationCases,
  ...negativeCases,
  ...releaseCases,
];

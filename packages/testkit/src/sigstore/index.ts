export type { LeafRequest } from "./certificate-authority.ts";
export type { FaultMode, FaultPlan } from "./faults.ts";
export { FAULT_MODES, faultPlan } from "./faults.ts";
export type { FaultyProxy } from "./faulty-proxy.ts";
export { startFaultyProxy } from "./faulty-proxy.ts";
export type { MiniFault, MiniService, MiniSigstore, MiniSigstoreOptions } from "./mini-sigstore.ts";
export { MINI_IDENTITY, startMiniSigstore } from "./mini-sigstore.ts";
export type { MiniLog } from "./transparency-log.ts";
export { createMiniLog } from "./transparency-log.ts";

export type { LeafRequest } from "./certificate-authority.ts";
export type { MiniFault, MiniService, MiniSigstore, MiniSigstoreOptions } from "./mini-sigstore.ts";
export { MINI_IDENTITY, startMiniSigstore } from "./mini-sigstore.ts";

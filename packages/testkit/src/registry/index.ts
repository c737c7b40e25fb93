export type { RegistryContent } from "./content.ts";
export type { RegistryTestContext } from "./context.ts";
export { registryContext } from "./context.ts";
export type { MiniRegistry } from "./mini-registry.ts";
export { startMiniRegistry } from "./mini-registry.ts";
export type {
  MiniRegistryOptions,
  RegistryFault,
  RegistryRequestEntry,
} from "./options.ts";

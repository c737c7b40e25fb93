/** Which references name keys in key services, and which hosts these need: light, for declarations. `openKeyService` is with the keys. */

export { keyServiceHosts } from "./key-services/hosts.ts";
export type { KeyReference } from "./key-services/reference.ts";
export { keyReference } from "./key-services/reference.ts";

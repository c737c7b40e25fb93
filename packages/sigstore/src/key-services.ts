/** Keys in key services: which reference names one, which hosts it needs, and how it signs. Loads a service with its first key. */

export { keyServiceHosts } from "./key-services/hosts.ts";
export { openKeyService } from "./key-services/open.ts";
export type { KeyReference } from "./key-services/reference.ts";
export { keyReference } from "./key-services/reference.ts";

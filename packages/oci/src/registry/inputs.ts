import type { InputSpecs, InputValues } from "@assay/core";
import type { RegistryOptions } from "./session.ts";

/** The inputs that every command has that reaches a registry. */
export const REGISTRY_INPUTS = {
  "plain-http": {
    type: "list",
    default: [],
    description:
      "Registries that are reached without TLS, each as `host` or `host:port`. Those on this machine's loopback are by themselves.",
  },
  "trusted-realm": {
    type: "list",
    default: [],
    description:
      "Hosts of token services, each as `host` or `host:port`, that get a registry's credentials though they lie in another domain than the registry.",
  },
} as const satisfies InputSpecs;

export function registryOptions(inputs: InputValues<typeof REGISTRY_INPUTS>): RegistryOptions {
  return { plainHttp: inputs["plain-http"], trustedRealms: inputs["trusted-realm"] };
}

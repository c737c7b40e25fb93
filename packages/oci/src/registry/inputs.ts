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
  mirror: {
    type: "list",
    default: [],
    description:
      "Mirrors that are asked before a registry, each as `registry=mirror[/path]`, such as `docker.io=harbor.example/hub`: for manifests and layers by digest. What a tag names, and what is attached to an image, the registry itself says.",
  },
} as const satisfies InputSpecs;

export function registryOptions(inputs: InputValues<typeof REGISTRY_INPUTS>): RegistryOptions {
  const { "plain-http": plainHttp, "trusted-realm": trustedRealms, mirror: mirrors } = inputs;
  return { plainHttp, trustedRealms, mirrors };
}

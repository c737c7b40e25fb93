import { UsageError } from "@assay/core";
import { isLoopback } from "@assay/core/host";
import { parseReference } from "../references/reference.ts";
import { mirrorsOf } from "./mirrors.ts";
import type { RegistryOptions } from "./session.ts";

/** Where a registry's API is. */
export function registryOrigin(registry: string, { plainHttp = [] }: RegistryOptions): string {
  const host = registry === "docker.io" ? "registry-1.docker.io" : registry;
  const { hostname } = new URL(`https://${host}`);
  const isPlain =
    isLoopback(hostname) || hostname.endsWith(".localhost") || plainHttp.includes(registry);
  return `${isPlain ? "http" : "https"}://${host}`;
}

/**
 * What a command's `hosts` lists for the registries of its references; texts that name no registry (`oci:…`) are left out. Token
 * services and storage are judged when a registry names them.
 */
export function registryHosts(
  references: readonly string[],
  options: RegistryOptions = {},
): readonly string[] {
  return references.flatMap((text) => {
    if (/^(oci|oci-archive|docker-archive|dir):/.test(text)) return [];
    try {
      const reference = parseReference(text.replace(/^docker:\/\//, ""));
      const all = [reference, ...mirrorsOf(reference, options)];
      return all.map(({ registry }) => registryOrigin(registry, options));
    } catch (error) {
      // The command itself says so.
      if (error instanceof UsageError) return [];
      throw error;
    }
  });
}

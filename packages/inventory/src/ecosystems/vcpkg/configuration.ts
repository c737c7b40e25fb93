import { isRecord } from "@assay/core";
import { publicUrl } from "../../assemble/public-url.ts";
import { textOf } from "../../fields.ts";
import type { Json } from "../../json-object.ts";

/** Where ports come from. https://learn.microsoft.com/vcpkg/reference/vcpkg-configuration-json */
export interface VcpkgConfiguration {
  /** Of the default registry. */
  readonly baseline: string | undefined;
  /** Folders with ports, relative to the file. */
  readonly overlays: readonly string[];
  /** The registry of a port, without credentials; `undefined` for the public one. */
  registryOf(name: string): string | undefined;
}

const MAX_PREFIX = 200;
const PUBLIC = /^https:\/\/github\.com\/microsoft\/vcpkg(?:\.git)?\/?$/i;

export function readConfiguration(json: Json): VcpkgConfiguration {
  const main = isRecord(json["default-registry"]) ? json["default-registry"] : {};
  const stated = json["registries"];
  const registries = (Array.isArray(stated) ? stated : []).filter(isRecord);
  const exact = new Map<string, string | undefined>();
  const prefixes = new Map<string, string | undefined>();
  for (const each of registries) {
    const repository = repositoryOf(each);
    for (const pattern of texts(each["packages"]))
      if (!pattern.endsWith("*"))
        exact.set(pattern, exact.has(pattern) ? exact.get(pattern) : repository);
      else if (!prefixes.has(pattern.slice(0, -1))) prefixes.set(pattern.slice(0, -1), repository);
  }
  return {
    baseline: textOf(main["baseline"]),
    overlays: texts(json["overlay-ports"]),
    registryOf(name) {
      if (exact.has(name)) return exact.get(name);
      // The longest pattern wins, and of two that are alike the first.
      for (let length = Math.min(name.length, MAX_PREFIX); length >= 0; length--) {
        const prefix = name.slice(0, length);
        if (prefixes.has(prefix)) return prefixes.get(prefix);
      }
      return repositoryOf(main);
    },
  };
}

function repositoryOf(registry: Json): string | undefined {
  const repository = textOf(registry["repository"]) ?? "";
  const url = publicUrl(repository);
  return url === undefined || url.protocol === "file:" || PUBLIC.test(url.href)
    ? undefined
    : url.href.replace(/\/$/, "");
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}

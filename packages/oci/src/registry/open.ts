import { InternalError } from "@assay/core";
import type { ImageReference } from "../references/reference.ts";
import type { ImageStore } from "../store.ts";
import type { RegistryContext, RegistryOptions, RegistrySession } from "./session.ts";

/** The repository of a reference. No request is sent before something is asked for. */
export async function openRegistry(
  context: RegistryContext,
  reference: ImageReference,
  options: RegistryOptions = {},
): Promise<ImageStore> {
  return registryStore(openSession(context, reference, options));
}

export function openSession(
  _context: RegistryContext,
  _reference: ImageReference,
  _options: RegistryOptions,
): RegistrySession {
  throw new InternalError("Registries are not read yet");
}

/** What is read; `registry/write/` extends it over the same session. */
export function registryStore(_session: RegistrySession): ImageStore {
  throw new InternalError("Registries are not read yet");
}

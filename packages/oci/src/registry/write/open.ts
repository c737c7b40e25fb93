import { InternalError } from "@assay/core";
import type { ImageReference } from "../../references/reference.ts";
import type { WritableImageStore } from "../../store.ts";
import { openSession, registryStore } from "../open.ts";
import type { RegistryContext, RegistryOptions } from "../session.ts";

/** The repository of a reference, to read and to write. No request is sent before something is asked for. */
export async function openWritableRegistry(
  context: RegistryContext,
  reference: ImageReference,
  options: RegistryOptions = {},
): Promise<WritableImageStore> {
  const later = async () => {
    throw new InternalError("Registries are not written to yet");
  };
  const store = registryStore(openSession(context, reference, options));
  return { ...store, hasBlob: later, putBlob: later, putManifest: later, putReferrer: later };
}

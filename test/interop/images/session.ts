/** Both registries, beside the stack of Sigstore's services. */
import { setup as startStack, teardown as stopStack } from "../sigstore/session.ts";
import { type RealRegistry, startRegistries } from "./servers.ts";

let started: readonly RealRegistry[] = [];

export async function setup(): Promise<void> {
  await startStack();
  started = await startRegistries();
}

export async function teardown(): Promise<void> {
  for (const registry of started) await registry.stop();
  stopStack();
}

export const REGISTRIES = ["docker-registry", "ociregistry"] as const;

export function hostOf(name: (typeof REGISTRIES)[number]): string {
  const found = started.find((registry) => registry.name === name);
  if (found === undefined) throw new Error(`${name} was not started`);
  return found.host;
}

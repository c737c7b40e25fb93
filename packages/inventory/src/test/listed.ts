import { readInventory } from "../inventory.ts";
import { memorySource } from "../source.ts";

/** What is listed and what is said of it, for locks from which a package manager installs something else than they seem to say. */
export async function listed(files: Readonly<Record<string, unknown>>) {
  const contents = Object.entries(files).map(([path, content]) => [
    path,
    typeof content === "string" || content instanceof Uint8Array
      ? content
      : JSON.stringify(content),
  ]);
  const { graphs, skipped } = await readInventory(memorySource(Object.fromEntries(contents)));
  return {
    packages: graphs.flatMap(({ components }) =>
      components
        .filter(({ firstParty }) => !firstParty)
        .map(({ name, version }) => `${name}@${version}`),
    ),
    gaps: graphs.flatMap(({ gaps }) =>
      gaps
        .filter(({ kind }) => kind !== "no-integrity")
        .map(({ item, reason }) => `${item}: ${reason}`),
    ),
    skipped: skipped.map(({ item, reason }) => `${item}: ${reason}`),
  };
}

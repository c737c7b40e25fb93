import { spawn } from "node:child_process";
import type { ImageInventory } from "../../../../packages/inventory/src/image/index.ts";
import { readImageInventory } from "../../../../packages/inventory/src/image/index.ts";

/** What an image of one layer holds whose file system is that of a folder. */
export async function readRoot(...folders: readonly string[]): Promise<ImageInventory> {
  return await readImageInventory({
    layers: folders.map((folder) => ({ digest: folder, open: () => tarOf(folder) })),
  });
}

async function* tarOf(folder: string): AsyncGenerator<Uint8Array> {
  const tar = spawn(
    "tar",
    ["--exclude=./proc/*", "--exclude=./sys/*", "--exclude=./dev/*", "-C", folder, "-cf", "-", "."],
    {
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  for await (const chunk of tar.stdout) yield chunk as Uint8Array;
}

/** Name, version, architecture, source and its version: a line each, sorted. */
export function packagesOf(image: ImageInventory, ecosystem: string): readonly string[] {
  return [...image.components.values()]
    .filter(({ component }) => component.ecosystem === ecosystem)
    .map(({ component, source, properties = [] }) => {
      const { name, version, purl } = component;
      const arch = /[?&]arch=([^&]*)/.exec(purl ?? "")?.[1];
      const state = properties.find(([key]) => key === "assay:image:state")?.[1];
      return [
        name,
        version,
        arch,
        source?.name,
        source?.version ?? version,
        state ?? "installed",
      ].join(" ");
    })
    .sort();
}

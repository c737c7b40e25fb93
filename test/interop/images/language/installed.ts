import type { ImageComponent } from "../../../../packages/inventory/src/image/index.ts";
import { readRoot } from "../os/read-root.ts";

/** Components of one ecosystem in a folder that is read as an image. */
export async function installedIn(
  root: string,
  ecosystem: string,
): Promise<readonly ImageComponent[]> {
  const { components } = await readRoot(root);
  return [...components.values()].filter(({ component }) => component.ecosystem === ecosystem);
}

/** `name@version`, sorted, each once; those that are not the tree's own. */
export function namesOf(all: readonly ImageComponent[]): readonly string[] {
  const names = all
    .filter(({ component }) => !component.firstParty)
    .map(({ component: { name, version } }) => `${name}@${version}`);
  return [...new Set(names)].sort();
}

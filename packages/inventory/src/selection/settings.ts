import { type ConfigReader, globMatcher } from "@assay/core";
import type { InventoryConfig } from "../config.ts";
import type { Choice } from "../discover.ts";

/** A folder stands for all that lies in it, as people write it. */
function withFolders(globs: readonly string[]): readonly string[] {
  return globs.flatMap((glob) => [glob, `${glob.replace(/\/+$/, "")}/**`]);
}

/** What the config file leaves out of every inventory of a run: of the work tree, and of the base that it is compared with. */
export function chosenBy(config: Pick<ConfigReader, "section"> | undefined): Partial<Choice> {
  const {
    exclude = [],
    include,
    ecosystems,
    "exclude-ecosystems": others = [],
  } = config?.section<InventoryConfig>("inventory") ?? {};
  const isExcluded = globMatcher(withFolders(exclude));
  const isIncluded = include === undefined ? () => true : globMatcher(withFolders(include));
  const isRead = (id: string) => (ecosystems?.includes(id) ?? true) && !others.includes(id);
  return {
    ...(exclude.length > 0 && {
      excluded: (path) =>
        isExcluded(path) ? "the config file leaves it out (`inventory.exclude`)" : undefined,
    }),
    unselected: (path, ecosystem) => {
      if (!isRead(ecosystem)) return `the config file leaves the ecosystem ${ecosystem} out`;
      return isIncluded(path)
        ? undefined
        : "the config file does not name it (`inventory.include`)";
    },
  };
}

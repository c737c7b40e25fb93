import type { YamlDocument } from "@assay/core/yaml";
import type { PolicyRepository } from "../repository.ts";
import { DEPENDABOT_PLACES, type Dependabot, readDependabot } from "./dependabot.ts";
import { RENOVATE_PLACES, type Renovate, readRenovate } from "./renovate.ts";

export interface UpdateTools {
  readonly dependabot?: Dependabot & { readonly path: string; readonly document: YamlDocument };
  readonly renovate?: Renovate & { readonly path: string };
  /** Renovate's settings stand in `package.json`, where they are not read. */
  readonly inManifest: boolean;
}

/** The configurations of update tools; those that the tool itself would take. */
export function updateToolsOf(repository: PolicyRepository): Promise<UpdateTools> {
  return repository.once("update tools", async () => {
    const path = DEPENDABOT_PLACES.find(repository.has);
    const document = path && (await repository.yaml(path));
    const renovatePath = RENOVATE_PLACES.find(repository.has);
    const text = renovatePath && (await repository.read(renovatePath));
    const manifest = (await repository.read("package.json")) ?? "";
    return {
      ...(path && document && { dependabot: { path, document, ...readDependabot(document) } }),
      ...(renovatePath &&
        text !== undefined && { renovate: { path: renovatePath, ...readRenovate(text) } }),
      inManifest: /^ {0,4}\t?"renovate"\s*:\s*\{/m.test(manifest),
    };
  });
}

/** Whether anything proposes updates, whatever is wrong with it. */
export function hasUpdateTool({ dependabot, renovate, inManifest }: UpdateTools): boolean {
  return dependabot !== undefined || renovate !== undefined || inManifest;
}

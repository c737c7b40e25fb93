import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { isAbsolute, join, resolve } from "node:path";
import {
  type CheckResult,
  type Command,
  type CommandContext,
  createMaterials,
  type InputSpecs,
  type InputValues,
} from "@assay/core";
import type { InventoryMaterial } from "@assay/inventory";
import type { CheckedImage } from "./material.ts";
import { MATERIAL } from "./material-key.ts";

/** The checks of packages, which judge an image as they judge lockfiles. */
export async function imageParts(checks: readonly string[]): Promise<readonly Command[]> {
  const [{ licensesCommand }, { dependenciesCommand }] = await Promise.all([
    import("@assay/licenses"),
    import("@assay/dependencies"),
  ]);
  return [
    ...(checks.includes("licenses")
      ? [inImage(licensesCommand as Command, ({ licensed }) => licensed)]
      : []),
    ...(checks.includes("dependencies")
      ? [inImage(dependenciesCommand as Command, ({ material }) => material)]
      : []),
  ];
}

/**
 * The check, with the image's packages in place of those of the working directory: of that it sees nothing but the settings. Its root is
 * an empty folder, so that nothing that is installed, and no history, is taken for the image's.
 */
function inImage(command: Command, of: (image: CheckedImage) => InventoryMaterial): Command {
  return {
    ...command,
    async run(context, inputs) {
      const image = await readImage(context);
      // Why it could not be read is said by the command that these are the parts of.
      if (image === undefined) return { results: [], outputs: {} };
      const root = await realpath(await mkdtemp(join(tmpdir(), "assay-image-")));
      try {
        const materials = createMaterials();
        await materials.once("inventory", async () => of(image));
        const { results, outputs } = await command.run(
          { ...context, root, materials, event: null, remote: null },
          atRoot(command.inputs, inputs, context.root),
        );
        return { results: results.map(ofImage), outputs };
      } finally {
        await rm(root, { recursive: true, force: true });
      }
    },
  };
}

/** The command that these are parts of runs first, and reads it. */
async function readImage({ materials }: CommandContext): Promise<CheckedImage | undefined> {
  try {
    return await materials.once<CheckedImage>(MATERIAL, () => Promise.reject(new Error()));
  } catch {
    return undefined;
  }
}

/** Paths of inputs begin at the working directory of the run. */
function atRoot(
  specs: InputSpecs,
  inputs: InputValues<InputSpecs>,
  root: string,
): InputValues<InputSpecs> {
  const values = Object.entries(inputs).map(([name, value]) => {
    const isPath = specs[name]?.type === "path" && typeof value === "string";
    return [name, isPath && !isAbsolute(value) ? resolve(root, value) : value];
  });
  return Object.fromEntries(values) as InputValues<InputSpecs>;
}

/** In words of images; its places are no files of the working directory, so no line of those is quoted. */
function ofImage(result: CheckResult): CheckResult {
  const { coverage } = result;
  const { lockfiles, ...inspected } = coverage.inspected;
  return {
    ...result,
    sensitive: true,
    coverage: {
      ...coverage,
      inspected: lockfiles === undefined ? inspected : { records: lockfiles, ...inspected },
      summary: coverage.summary.replaceAll("lockfile", "record"),
    },
  };
}

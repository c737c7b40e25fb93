import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { isAbsolute, join, resolve } from "node:path";
import {
  type Command,
  type CommandContext,
  type CommandOutcome,
  createMaterials,
  type InputSpecs,
  type InputValues,
  type OutputSpecs,
} from "@assay/core";
import type { InventoryMaterial } from "@assay/inventory";
import type { CheckedImage } from "./material.ts";
import { MATERIAL } from "./material-key.ts";
import { UNCOVERED_RULES, uncoveredFindings } from "./uncovered.ts";
import { ofImage } from "./wording.ts";

/** The checks of packages, which judge an image as they judge lockfiles. */
export async function imageParts(checks: readonly string[]): Promise<readonly Command[]> {
  const [{ licensesCommand }, { dependenciesCommand, gateOptions, runGate }] = await Promise.all([
    import("@assay/licenses"),
    import("@assay/dependencies/image"),
  ]);
  const licenses = inImage(licensesCommand, ({ licensed }, inImage, inputs) =>
    licensesCommand.run(inImage(licensed), inputs),
  );
  // Advisories are those of the run itself: a change from outside does not bring them.
  const dependencies = inImage(
    { ...dependenciesCommand, rules: { ...dependenciesCommand.rules, ...UNCOVERED_RULES } },
    async ({ material }, inImage, inputs, context) => {
      const outcome = await runGate(inImage(material), gateOptions(context, inputs));
      const uncovered = uncoveredFindings(material.inventory, context.clock.wall());
      const results = outcome.results.map((each) =>
        each === material.result ? each : { ...each, findings: [...each.findings, ...uncovered] },
      );
      return { ...outcome, results };
    },
  );
  const all: readonly Command[] = [licenses as Command, dependencies as Command];
  return all.filter(({ name }) => checks.includes(name));
}

type InImage = (material: InventoryMaterial) => CommandContext;

/**
 * The check, with the image's packages in place of those of the working directory: of that it sees nothing but the settings. Its root is
 * an empty folder, so that nothing that is installed, and no history, is taken for the image's.
 */
function inImage<I extends InputSpecs, O extends OutputSpecs>(
  command: Command<I, O>,
  run: (
    image: CheckedImage,
    inImage: InImage,
    inputs: InputValues<I>,
    context: CommandContext,
  ) => Promise<CommandOutcome<O>>,
): Command<I, O> {
  return {
    ...command,
    async run(context, inputs) {
      const image = await readImage(context);
      // Why it could not be read is said by the command that these are the parts of.
      if (image === undefined) return { results: [], outputs: {} };
      const root = await realpath(await mkdtemp(join(tmpdir(), "assay-image-")));
      const of: InImage = (material) => {
        const materials = createMaterials();
        void materials.once("inventory", async () => material);
        return { ...context, root, materials, event: null, remote: null };
      };
      try {
        const paths = atRoot(command.inputs, inputs, context.root);
        const { results, outputs } = await run(image, of, paths, context);
        // That of the inventory is handed over by each part, and counts once as long as it is the same.
        const shared = image.material.result;
        return {
          results: results.map((each) => (each === shared ? each : ofImage(each))),
          outputs,
        };
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
function atRoot<I extends InputSpecs>(
  specs: I,
  inputs: InputValues<I>,
  root: string,
): InputValues<I> {
  const values = Object.entries(inputs).map(([name, value]) => {
    const isPath = specs[name]?.type === "path" && typeof value === "string";
    return [name, isPath && !isAbsolute(value) ? resolve(root, value) : value];
  });
  return Object.fromEntries(values) as InputValues<I>;
}

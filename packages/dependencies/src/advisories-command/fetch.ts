import { queryOf } from "@assay/advisories";
import { storeFolder } from "@assay/advisories/snapshot";
import {
  ADVISORY_INPUTS,
  type AdvisoryOptions,
  ageOf,
  openAdvisories,
} from "@assay/advisories/sources";
import {
  type CommandContext,
  type CommandOutcome,
  type InputValues,
  type OutputSpecs,
  optionsOf,
  UsageError,
} from "@assay/core";
import { ciInventory, inventoryOf } from "@assay/inventory";
import { writeSnapshot } from "./build.ts";
import { advisoriesResult, failedResult, recordsIn } from "./result.ts";

type Inputs = InputValues<typeof ADVISORY_INPUTS> & {
  readonly ecosystems: readonly string[];
  readonly output: string | undefined;
};

/** Fetches what is asked for, and makes a snapshot of it where one is. */
export async function runFetch(
  context: CommandContext,
  inputs: Inputs,
): Promise<CommandOutcome<OutputSpecs>> {
  const options: AdvisoryOptions = optionsOf(ADVISORY_INPUTS, inputs);
  const { output } = inputs;
  if (options.advisorySource === "api")
    throw new UsageError("`advisory-source` is api, which has no archives to fetch", {
      hint: "Take `bucket`.",
    });
  const store = storeFolder(context, options.advisoryStore);
  const ecosystems = inputs.ecosystems.length > 0 ? inputs.ecosystems : await ecosystemsOf(context);
  try {
    const { info } = await openAdvisories(context, options, ecosystems, { update: "always" });
    if (output !== undefined && ecosystems.length > 0) {
      const from = info.source === "snapshot" ? [options.snapshot ?? store] : [store];
      await writeSnapshot(context, { from, ecosystems, output, store });
    }
    const { ms } = ageOf(info, context.clock.wall(), "none");
    return {
      results: [],
      acts: [advisoriesResult("fetch", info, context, { maxAge: options.maxAge })],
      outputs: { store, advisories: recordsIn(info), "data-age": Math.floor(ms / 3_600_000) },
    };
  } catch (error) {
    context.signal.throwIfAborted();
    const item = options.snapshot ?? options.advisoryUrl ?? store;
    return {
      results: [],
      acts: [failedResult("fetch", item, "advisories.unavailable", error)],
      outputs: { store },
    };
  }
}

async function ecosystemsOf(context: CommandContext): Promise<readonly string[]> {
  const { inventory, repository } = await inventoryOf(context);
  const ci = await ciInventory(context, repository);
  const components = [...inventory.graphs, ...ci.inventory.graphs].flatMap(
    (graph) => graph.components,
  );
  const queries = components
    .filter(({ firstParty }) => !firstParty)
    .flatMap((each) => queryOf(each) ?? []);
  return [...new Set(queries.map(({ ecosystem }) => ecosystem.split(":", 1)[0] ?? ""))].sort();
}

import type { CheckContext, ConfigReader } from "@assay/core";
import { baseInventory, baseOf, expectCheckout, type Inventory, isChange } from "@assay/inventory";
import type { LicensesOptions } from "./command.ts";

export interface Base {
  readonly inventory: Inventory;
  /** A clause for people: "pull request, 3fa1c02..9b2e110". */
  readonly description: string;
}

/** Whether only what a change brings in is looked at. */
export function wantsChanges(
  { mode, base }: Pick<LicensesOptions, "mode" | "base">,
  context: Pick<CheckContext, "event">,
): boolean {
  if (mode !== "auto") return mode === "changes";
  return base !== undefined || isChange(context);
}

/**
 * The inventory at the base of the change, read from git without a checkout. A sentence where there is none: then the whole
 * tree is looked at, for a base that can't be had must not let anything pass.
 *
 * @throws UsageError when the user named a base that is not there, or the checkout is another one than the change's.
 */
export async function readBase(
  context: CheckContext & { readonly config?: Pick<ConfigReader, "section"> },
  { base: named }: Pick<LicensesOptions, "base">,
): Promise<Base | string> {
  const base = await baseOf(context, named);
  await expectCheckout(context);
  if (typeof base === "string") return `${base}: every package was judged.`;
  return { inventory: await baseInventory(context, base), description: base.description };
}

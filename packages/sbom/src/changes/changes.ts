import {
  asKnownError,
  type CheckContext,
  type ConfigReader,
  plural,
  type ResultTable,
} from "@assay/core";
import {
  baseInventory,
  baseOf,
  changesPackages,
  type Inventory,
  type Selection,
} from "@assay/inventory";
import { assembleDocument } from "../assemble.ts";
import { compareDocuments } from "../diff/compare.ts";
import type { SbomDocument } from "../model.ts";
import type { SbomScope } from "../options.ts";
import type { Provenance } from "../subject.ts";
import { changesTable, wayTo } from "./table.ts";

export interface ChangesOptions {
  readonly scope: SbomScope;
  readonly selection: Selection;
}

export interface Changes {
  readonly tables: readonly ResultTable[];
  readonly notices: readonly string[];
}

interface Made {
  readonly inventory: Inventory;
  readonly provenance: Provenance;
  readonly document: SbomDocument;
}

const NONE: Changes = { tables: [], notices: [] };

/** What the change does to the packages, as a table for people: nothing where no lockfile or manifest is touched. */
export async function changesOf(
  context: CheckContext & { readonly config?: ConfigReader },
  options: ChangesOptions,
  after: Made,
): Promise<Changes> {
  try {
    return await compareWithBase(context, options, after);
  } catch (cause) {
    // The documents need no base: they are made all the same.
    const { kind, message } = asKnownError(cause);
    if (kind === "internal") throw cause;
    return notShown(message);
  }
}

async function compareWithBase(
  context: CheckContext & { readonly config?: ConfigReader },
  { scope, selection }: ChangesOptions,
  after: Made,
): Promise<Changes> {
  const base = await baseOf(context);
  if (typeof base === "string") return notShown(base);
  if (!(await changesPackages(base))) return NONE;
  const { origin } = after.provenance;
  const before = await baseInventory(context, base, {
    selection: { ...selection, ref: undefined },
    ...(origin !== undefined && { origin }),
  });
  const changes = compareDocuments(
    await assembleDocument(before, after.provenance, scope),
    after.document,
  );
  const found = changesTable(changes, [wayTo(before), wayTo(after.inventory)]);
  if (found === undefined) return NONE;
  const broken = before.skipped.filter(({ kind }) => kind === "unreadable").length;
  return {
    tables: [found.table],
    notices: [
      ...(broken === 0
        ? []
        : [
            `${plural(broken, "lockfile")} of the base could not be read: what the change has of them counts as added.`,
          ]),
      ...(found.leftOut === 0
        ? []
        : [
            `Of ${plural(changes.length, "package")} that the change touches, the first ${found.table.rows.length} are shown.`,
          ]),
    ],
  };
}

function notShown(why: string): Changes {
  return {
    tables: [],
    notices: [`${why.replace(/\.$/, "")}: what the change does to packages is not shown.`],
  };
}

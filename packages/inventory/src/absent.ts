import { WHY_ABSENT } from "@assay/git";
import { type Choice, formatOf } from "./discover.ts";
import type { Ecosystem } from "./ecosystems/ecosystem.ts";
import type { Skipped } from "./graph.ts";

/** Something that git tracks and whose content is not in the work tree. */
export interface AbsentFile {
  /** Relative to the root. */
  readonly path: string;
  readonly kind: keyof typeof WHY_ABSENT;
}

const ADVICE: Readonly<Record<AbsentFile["kind"], string>> = {
  sparse:
    "Check it out: add its folder to the sparse checkout (`sparse-checkout` of actions/checkout).",
  lfs: "Check it out with its content (`lfs: true` of actions/checkout, or `git lfs pull`).",
  submodule: "Check it out (`submodules: true` of actions/checkout).",
};

/** Lockfiles among what is not in the work tree, and submodules, of which nobody can say what they hold. */
export function absentLockfiles(
  absent: readonly AbsentFile[],
  ecosystems: readonly Ecosystem[],
  { excluded, unselected }: Partial<Choice> = {},
): readonly Skipped[] {
  return absent.flatMap(({ path, kind }): readonly Skipped[] => {
    const reason = WHY_ABSENT[kind];
    if (kind === "submodule") return [{ item: path, reason, kind: "excluded" }];
    const match = formatOf(path, ecosystems);
    if (match === undefined || excluded?.(path) !== undefined) return [];
    const ecosystem = match.ecosystem.id;
    if (unselected?.(path, ecosystem) !== undefined) return [];
    return [{ item: path, reason, kind: "absent", advice: ADVICE[kind], ecosystem }];
  });
}

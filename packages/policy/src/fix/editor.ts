import type { PolicyRepository } from "../repository.ts";
import type { Edit } from "../rule.ts";
import type { SourceFile, Uses } from "../workflow/model.ts";
import { pinEdits, type ResolveRef } from "./pin.ts";
import { setValue } from "./set-value.ts";

/** Makes the edits that rules propose; only `assay policy fix` asks for them, and only it loads what makes them. */
export interface Editor {
  readonly setValue: typeof setValue;
  /** @param locked The commit of `actions.lock`. */
  pin(file: SourceFile, uses: Uses, locked: string | undefined): Promise<readonly Edit[]>;
}

/** A repository whose rules propose changes. Without `resolveRef` only commits that its files name are pinned to. */
export function withEditor(
  repository: PolicyRepository,
  resolveRef?: ResolveRef,
): PolicyRepository {
  const pin: Editor["pin"] = (file, uses, locked) => pinEdits(file, uses, locked, resolveRef);
  return { ...repository, editor: { setValue, pin } };
}

import type { SbomComponent } from "../model.ts";
import { fullName } from "../names.ts";
import type { Diff } from "./check.ts";
import type { ComponentChange } from "./compare.ts";
import { changedHashes } from "./hashes.ts";
import { statementText } from "./licenses.ts";

/** The version of this form. */
const SCHEMA = 1;

/** Every change, sorted by name: equal documents give an empty list. */
export function diffJson({ before, after, changes }: Diff): string {
  const sides = { before: before.name, after: after.name };
  return `${JSON.stringify({ schema: SCHEMA, ...sides, changes: changes.map(changeJson) }, null, 2)}\n`;
}

function changeJson({ kinds, before, after }: ComponentChange) {
  const any = after ?? before;
  return {
    name: any && fullName(any),
    kinds,
    before: before && sideJson(before),
    after: after && sideJson(after),
    hashes: kinds.includes("hash") && before && after ? changedHashes(before, after) : undefined,
  };
}

function sideJson({ version, purl, scope, licenses }: SbomComponent) {
  return { version, purl, scope, licenses: licenses.map(statementText) };
}

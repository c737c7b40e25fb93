import { UsageError } from "@assay/core";

/** @param offset In bytes of the tar, where it is no longer one. */
export function damagedTar(name: string, offset: number, what: string): UsageError {
  return new UsageError(`${name} is no readable tar: ${what}, near byte ${offset}`, {
    hint: "Build or fetch it again: what comes after that can't be known.",
  });
}

export function tooManyEntries(name: string, most: number): UsageError {
  return new UsageError(`${name} has over ${most} entries`, {
    hint: "Inspect an image with fewer files: so many are a sign of an attack on whoever unpacks it.",
  });
}

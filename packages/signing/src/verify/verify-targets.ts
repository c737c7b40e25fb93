import { resolve } from "node:path";
import { statusAt } from "@assay/core";
import { findTargets, type Targets } from "../targets/find-targets.ts";
import { withoutSignatures } from "../targets/older-names.ts";
import type { VerifyRunOptions } from "./options.ts";

/**
 * What is to be verified: a folder stands for all files in it, and signatures in older formats are no files to verify themselves
 * where that is there which they are about.
 */
export async function verifyTargets(
  root: string,
  { files, bundleSuffix }: Pick<VerifyRunOptions, "files" | "bundleSuffix">,
): Promise<Targets> {
  const patterns = files.map((pattern) => {
    const isFolder = !pattern.startsWith("!") && statusAt(resolve(root, pattern))?.isDirectory();
    const path = pattern.replace(/\/+$/, "");
    if (isFolder !== true) return pattern;
    return path === "." || path === "" ? "**" : `${path}/**`;
  });
  const targets = await findTargets(root, patterns, bundleSuffix);
  return { ...targets, files: withoutSignatures(targets.files).files };
}

import { resolve } from "node:path";
import { statusAt } from "@assay/core";
import { bytesArtifact } from "@assay/sigstore";
import { findTargets, type Targets } from "../targets/find-targets.ts";
import { CERTIFICATE_ENDS, signatureNames } from "../targets/older-names.ts";
import { readBundles } from "./bundles-of.ts";
import type { VerifyRunOptions } from "./options.ts";

/**
 * What is to be verified: a folder stands for all files in it, and signatures in older formats are no files to verify themselves
 * where that is there which they are about, and they can be read as such: by its name alone `app.bundle` may be a program.
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
  const signatures = new Set<string>();
  for (const path of signatureNames(targets.files)) {
    if (await isSignature(root, path)) signatures.add(path);
  }
  return { ...targets, files: targets.files.filter((path) => !signatures.has(path)) };
}

async function isSignature(root: string, path: string): Promise<boolean> {
  if (CERTIFICATE_ENDS.some((end) => path.endsWith(end))) return true;
  try {
    const artifact = bytesArtifact(Buffer.alloc(0));
    await Promise.any((await readBundles(root, path)).map((held) => held.open(artifact)));
    return true;
  } catch (error) {
    // One that can't be trusted is a signature all the same.
    return (
      error instanceof AggregateError &&
      error.errors.some(({ code }) => code !== "malformed-bundle")
    );
  }
}

import { resolve } from "node:path";
import { statusAt } from "@assay/core";
import { bytesArtifact } from "@assay/sigstore";
import { MAX_BUNDLE_BYTES, readRegularFile } from "@assay/sigstore/files";
import { subjectsOf } from "../targets/bundle-names.ts";
import { findTargets, type Targets } from "../targets/find-targets.ts";
import { CERTIFICATE_ENDS, signatureNames } from "../targets/older-names.ts";
import { readBundles } from "./bundles-of.ts";
import type { VerifyRunOptions } from "./options.ts";

/**
 * What is to be verified: a folder stands for all files in it, and signatures in older formats are no files to verify themselves
 * where that is there which they are about, and they can be read as such: by its name alone `app.bundle` may be a program, and so may
 * what is called like the bundle of a file that is not there.
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
  // Only the repository of the working directory itself is none of what is verified.
  const targets = await findTargets(root, patterns, bundleSuffix, (path) => path !== ".git");
  const found = new Set(targets.files);
  for (const path of signatureNames(targets.files)) {
    if (await isSignature(root, path)) found.delete(path);
  }
  for (const path of targets.bundles) {
    const [subject = ""] = subjectsOf(path, bundleSuffix);
    if (!found.has(subject) && !(await isSignature(root, path))) found.add(path);
  }
  return { ...targets, files: [...found] };
}

/** As cosign writes one or a chain: PEM, or that in base64. */
const CERTIFICATES =
  /^(?:-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----\s*)+$/;

/** Whether all of a file is signatures or certificates, whosever they are and of whatever: a name alone hides no file. */
export async function isSignature(root: string, path: string): Promise<boolean> {
  try {
    if (CERTIFICATE_ENDS.some((end) => path.endsWith(end))) {
      const read = await readRegularFile(resolve(root, path), MAX_BUNDLE_BYTES);
      const text = "bytes" in read ? read.bytes.toString("latin1") : "";
      return CERTIFICATES.test(text) || CERTIFICATES.test(atob(text));
    }
    const artifact = bytesArtifact(Buffer.alloc(0));
    for (const held of await readBundles(root, path)) {
      await held.open(artifact).catch((error) => {
        if (error.code === "malformed-bundle") throw error;
      });
    }
    return true;
  } catch {
    return false;
  }
}

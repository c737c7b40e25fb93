import type { ActFailure, ActRecord } from "@assay/core";
import { isSignature } from "../verify/verify-targets.ts";
import { type FileDigests, releaseFailure } from "./judge-release.ts";

/**
 * Files of a release that nobody signed and that are called like signatures, and are none: a name alone hides no file.
 *
 * @param left Names of what was neither verified nor judged otherwise.
 */
export async function strangeFiles(
  folder: string,
  left: readonly string[],
): Promise<readonly ActFailure[]> {
  const found: ActFailure[] = [];
  for (const name of left) {
    if (await isSignature(folder, name)) continue;
    const reason = "it is called like a signature, and is none; it is not signed itself";
    found.push(releaseFailure("verify.no-bundle", name, reason));
  }
  return found;
}

/** What was verified is not what was downloaded: two names are one file where case, or a dot at the end, makes no difference. */
export function exchangedFiles(
  records: readonly ActRecord[],
  digests: FileDigests,
): readonly ActFailure[] {
  return records
    .filter(
      ({ subject: { name, digests: verified } }) =>
        digests.get(name)?.get("sha256")?.toString("hex") !== verified["sha256"],
    )
    .map(({ subject: { name } }) =>
      releaseFailure(
        "verify.release-incomplete",
        name,
        "another file of the release took its place here",
      ),
    );
}

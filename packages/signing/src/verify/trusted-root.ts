import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { type CheckContext, UsageError } from "@assay/core";
import type { TrustedRoot } from "@assay/sigstore";
import { baseBytes, readTrustedRoot } from "@assay/sigstore/keys";
import type { VerifyRunOptions } from "./options.ts";

const MAX_ROOT_BYTES = 512_000;

/**
 * The trusted root of a run: a file, or what a TUF repository has; `undefined` where neither is given.
 *
 * @throws UsageError when what is given is not there, or half of it.
 */
export async function trustedRootOf(
  context: CheckContext,
  { tufUrl, tufRoot }: Pick<VerifyRunOptions, "tufUrl" | "tufRoot">,
  path: string | undefined,
): Promise<TrustedRoot | undefined> {
  if (tufUrl === undefined && tufRoot === undefined) {
    return path === undefined ? undefined : await readTrustedRoot(context, path, "trusted-root");
  }
  if (tufUrl === undefined || tufRoot === undefined || (path !== undefined && path !== "tuf")) {
    throw new UsageError(
      path === undefined || path === "tuf"
        ? "`tuf-url` and `tuf-root` go together"
        : "`trusted-root` is given together with `tuf-url`",
      { hint: "Give either a file, or the URL of a TUF repository with its first root." },
    );
  }
  const { tufTrustedRoot } = await import("@assay/sigstore/tuf");
  return await tufTrustedRoot(context, { url: tufUrl, root: await firstRoot(context, tufRoot) });
}

async function firstRoot(context: CheckContext, path: string): Promise<Buffer> {
  const ofBase = await baseBytes(context, path, "tuf-root");
  if (ofBase !== undefined) return ofBase;
  const absolute = resolve(context.root, path);
  const status = await stat(absolute).catch(() => undefined);
  if (status?.isFile() === true && status.size <= MAX_ROOT_BYTES) return await readFile(absolute);
  throw new UsageError(
    `\`tuf-root\` is ${path}, and that is no file of at most ${MAX_ROOT_BYTES} bytes`,
  );
}

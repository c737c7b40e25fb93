import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { type CheckContext, UsageError } from "@assay/core";
import type { TrustedRoot } from "@assay/sigstore";
import { baseBytes } from "@assay/sigstore/keys";
import { builtInSource, isBuiltIn, tufTrustedRoot, urlTrustedRoot } from "@assay/sigstore/tuf";
import type { VerifyRunOptions } from "./options.ts";

const MAX_ROOT_BYTES = 512_000;

/**
 * A trusted root that is kept up to date: of an instance whose first root is built in, of a TUF repository with its first root, or a file
 * at a URL.
 *
 * @param path What `trusted-root` says beside it.
 * @throws UsageError when half of it is given, or more than one.
 */
export async function currentTrustedRoot(
  context: CheckContext,
  { tufUrl, tufRoot, trustMaxAge }: Pick<VerifyRunOptions, "tufUrl" | "tufRoot" | "trustMaxAge">,
  path: string | undefined,
): Promise<TrustedRoot> {
  if (tufUrl === undefined)
    throw new UsageError(
      `\`${tufRoot === undefined ? "trust-max-age" : "tuf-root"}\` is given without \`tuf-url\``,
      {
        hint: "`tuf-url` says which trusted root is kept up to date: nothing says how old a file is.",
      },
    );
  if (path !== undefined)
    throw new UsageError("`trusted-root` is given together with `tuf-url`", {
      hint: "Give either a file, or where the trusted root is kept up to date.",
    });
  const root = tufRoot === undefined ? undefined : await firstRoot(context, tufRoot);
  if (isBuiltIn(tufUrl)) {
    const source = await builtInSource(tufUrl);
    // Another root may be of another repository: what was last good of this one says nothing then.
    const chosen = root === undefined ? source : { url: source.url, root };
    return await tufTrustedRoot(context, chosen, trustMaxAge);
  }
  if (root !== undefined) return await tufTrustedRoot(context, { url: tufUrl, root }, trustMaxAge);
  if (/\.json$/.test(tufUrl)) return await urlTrustedRoot(context, tufUrl, trustMaxAge);
  throw new UsageError(`\`tuf-url\` is ${tufUrl.slice(0, 200)}, and \`tuf-root\` is not given`, {
    hint: "A TUF repository is known by its first root. `public` and `github` have it built in; a URL that ends in .json is that of a trusted root itself.",
  });
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

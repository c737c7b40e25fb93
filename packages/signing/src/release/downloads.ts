import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type ActFailure, type CommandContext, compareText, isRecord } from "@assay/core";
import { createGithubApi, PermissionError } from "@assay/core/github";
import { digestFile } from "@assay/sigstore/files";
import { apiUrlOf } from "../attest/github-inputs.ts";
import { isBundleName, isSharedName, subjectsOf } from "../targets/bundle-names.ts";
import { mapPool } from "../targets/pool.ts";
import type { Asset, ReleaseApi } from "./github.ts";
import { type FileDigests, releaseFailure } from "./judge-release.ts";
import type { VerifyReleaseOptions } from "./options.ts";
import { remoteFrom } from "./remote.ts";

const DOWNLOADS = 4;

/** What was downloaded whole has digests, and everything else is a failure. */
export async function download(
  { signal, progress }: CommandContext,
  api: ReleaseApi,
  assets: readonly Asset[],
  folder: string,
): Promise<{ readonly digests: FileDigests; readonly failures: readonly ActFailure[] }> {
  const digests = new Map<string, ReadonlyMap<string, Buffer>>();
  const failures: ActFailure[] = [];
  let done = 0;
  await mapPool(assets, DOWNLOADS, signal, async (asset) => {
    const { name, size, state, digest } = asset;
    // A name is a path here; GitHub gives no asset such a one.
    if (!/^(?!\.)[^/\\\p{Cc}]{1,255}$/u.test(name) || digests.has(name)) {
      failures.push(
        releaseFailure(
          "verify.release-incomplete",
          name,
          "it has a name that no file can have, or one of another file",
        ),
      );
      return;
    }
    digests.set(name, new Map());
    try {
      if (state !== "uploaded") throw new TypeError("its upload was never finished");
      await api.download(asset, join(folder, name));
      const found = await digestFile(join(folder, name), ["sha256", "sha384", "sha512"], signal);
      const hex = `sha256:${found.digests.get("sha256")?.toString("hex")}`;
      if (found.size !== size || (digest ?? hex) !== hex) {
        throw new TypeError(
          `${found.size} bytes with ${hex} were sent, and GitHub lists ${size} with ${digest}`,
        );
      }
      digests.set(name, found.digests);
    } catch (error) {
      if (signal.aborted || !(error instanceof Error)) throw error;
      digests.delete(name);
      await rm(join(folder, name), { force: true });
      const kind = error instanceof TypeError ? "policy" : "external";
      failures.push(releaseFailure("verify.release-incomplete", name, error.message, kind));
    } finally {
      done += 1;
      progress.update("Downloading", done, assets.length);
    }
  });
  progress.finish();
  return { digests, failures: failures.sort((a, b) => compareText(a.item, b.item)) };
}

interface Downloaded {
  readonly names: ReadonlySet<string>;
  readonly digests: FileDigests;
  readonly folder: string;
}

/** GitHub keeps attestations by digest: bundles of files that have none in the release. */
export async function fetchAttestations(
  { http, environment, signal, remote }: CommandContext,
  { repository, token, bundleSuffix }: VerifyReleaseOptions,
  subjects: readonly Asset[],
  { names, digests, folder }: Downloaded,
): Promise<number> {
  const access = remoteFrom({ remote: null, environment }, repository, remote?.token ?? token);
  const { call } = createGithubApi({
    http,
    apiUrl: apiUrlOf(environment),
    remote: access,
    permissions: [],
  });
  const covered = new Set(
    [...names]
      .filter((name) => isBundleName(name, bundleSuffix))
      .flatMap((name) => subjectsOf(name, bundleSuffix)),
  );
  const bare = [...names].some(isSharedName)
    ? []
    : subjects.filter(({ name }) => !covered.has(name));
  const found = await mapPool(bare, DOWNLOADS, signal, async ({ name }) => {
    const hex = digests.get(name)?.get("sha256")?.toString("hex");
    const answer = await call("GET", `/attestations/sha256:${hex}?per_page=30`).catch(
      (error: unknown) => {
        if (error instanceof PermissionError) return undefined;
        throw error;
      },
    );
    const list =
      isRecord(answer) && Array.isArray(answer["attestations"]) ? answer["attestations"] : [];
    const bundles = list.flatMap((each: unknown) =>
      isRecord(each) && isRecord(each["bundle"]) ? [each["bundle"]] : [],
    );
    if (bundles.length === 0) return 0;
    await writeFile(
      join(folder, `${name}.github.sigstore.jsonl`),
      bundles.map((bundle) => `${JSON.stringify(bundle)}\n`).join(""),
    );
    return 1;
  });
  return found.reduce<number>((sum, one) => sum + one, 0);
}

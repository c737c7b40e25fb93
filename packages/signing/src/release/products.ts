import { readFile } from "node:fs/promises";
import { join, posix } from "node:path";
import type { ActRecord, ActResult, CommandContext } from "@assay/core";
import { MAX_BUNDLE_BYTES } from "@assay/sigstore/files";
import { expectationOf } from "../act/verify-with.ts";
import { runAttest } from "../attest/run-attest.ts";
import type { SigningSession } from "../sign/prepare.ts";
import { runSign } from "../sign/run-sign.ts";
import { checksumsText } from "../targets/checksums.ts";
import { mapPool } from "../targets/pool.ts";
import { contentAt, isThere, LIST, SUFFIX, VERIFY_TEXT } from "./contents.ts";
import type { Asset, ReleaseApi } from "./github.ts";
import type { ReleaseOptions } from "./options.ts";
import type { Plan } from "./plan.ts";
import { inTemporaryFolder } from "./temporary-folder.ts";
import { verifyText } from "./verify-text.ts";

const DOWNLOADS = 3;

type OpenRelease = ReleaseOptions & { readonly session: SigningSession };

/** Bundles that an earlier run uploaded come back, so that nothing is signed and logged twice. */
export async function fetchBundles(
  { root, products, signal }: CommandContext,
  api: ReleaseApi,
  { all }: Plan,
  assets: readonly Asset[],
): Promise<void> {
  const wanted = all.flatMap(({ name, path }) => {
    const asset = assets.find((each) => each.name === name && each.state === "uploaded");
    const isBundle = name.endsWith(SUFFIX) && (asset?.size ?? 0) <= MAX_BUNDLE_BYTES;
    return asset !== undefined && isBundle ? { asset, path } : [];
  });
  await inTemporaryFolder((folder) =>
    mapPool(wanted, DOWNLOADS, signal, async ({ asset, path }) => {
      if (await isThere(root, path)) return;
      const file = join(folder, String(asset.id));
      await api.download(asset, file);
      await products.write({ path, mediaType: "application/json", bytes: await readFile(file) });
    }),
  );
}

/** Signs the files, writes and signs the texts, and attests; ends where something is not signed. */
export async function makeProducts(
  context: CommandContext,
  options: OpenRelease,
  plan: Plan,
): Promise<readonly ActResult[]> {
  const { given, kinds } = plan;
  const files = given.map(({ path }) => `./${path}`);
  const common = { ...options, subjectsFromChecksums: undefined, dryRun: false };
  const signed = await runSign(context, {
    ...common,
    files,
    checksums: undefined,
    bundleSuffix: SUFFIX,
    also: (records) => writeTexts(context, options, plan, records),
  });
  const acts = [signed];
  if (signed.failures.length > 0) return acts;
  for (const { kind, path } of kinds) {
    acts.push(
      await runAttest(context, {
        ...common,
        files: [...files, `./${posix.join(options.outputDirectory, LIST)}`],
        predicateType: kind,
        predicate: path,
        perSubject: false,
        bundle: undefined,
        githubAttestation: false,
      }),
    );
  }
  return acts;
}

/** `VERIFY.md` and the list of checksums, by what was signed; gives their paths. */
async function writeTexts(
  { root, products, signal }: CommandContext,
  options: OpenRelease,
  { kinds, all }: Plan,
  records: readonly ActRecord[],
): Promise<readonly string[]> {
  const [first] = records;
  if (first === undefined) return [];
  const { log, trustedRoot } = expectationOf(options, options.session.plan, first);
  const { identity, issuer } = first.signer;
  const isKeyless = identity !== undefined && issuer !== undefined;
  // Of another instance than the public one the consumer needs a file.
  const needsRoot =
    options.signingConfig ??
    options.fulcioUrl ??
    (identity === undefined ? trustedRoot : undefined);
  const text = verifyText({
    repository: options.remote.repository,
    tag: options.tag,
    assets: all.map(({ name }) => name),
    signer: isKeyless ? { identity, issuer } : { key: "cosign.pub" },
    checksums: LIST,
    attestations: kinds,
    trustedRoot: needsRoot ? "trusted_root.json" : undefined,
    isUnlogged: log === "none",
  });
  const write = async (name: string, content: string) => {
    const path = posix.join(options.outputDirectory, name);
    await products.write({ path, mediaType: "text/plain", bytes: Buffer.from(content) });
    return path;
  };
  const textPath = await write(VERIFY_TEXT, text);
  const { sha256 = "" } = await contentAt(root, textPath, true, signal);
  // As it was signed, whatever a file has become since.
  const lines = records.map(({ subject: { name, digests } }) => ({
    name: posix.basename(name),
    hex: digests["sha256"] ?? "",
  }));
  const list = checksumsText([...lines, { name: VERIFY_TEXT, hex: sha256 }]);
  return [textPath, await write(LIST, list)];
}

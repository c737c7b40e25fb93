import { readFile } from "node:fs/promises";
import { join, posix } from "node:path";
import type { ActResult, CommandContext } from "@assay/core";
import { MAX_BUNDLE_BYTES } from "@assay/sigstore/files";
import { expectationOf } from "../act/verify-with.ts";
import { runAttest } from "../attest/run-attest.ts";
import type { SigningSession } from "../sign/prepare.ts";
import { runSign } from "../sign/run-sign.ts";
import { checksumsText } from "../targets/checksums.ts";
import { mapPool } from "../targets/pool.ts";
import { VERIFY_TEXT } from "./check-uploaded.ts";
import { contentAt, isThere, SUFFIX } from "./contents.ts";
import type { Asset, ReleaseApi } from "./github.ts";
import type { ReleaseOptions } from "./options.ts";
import { LIST, type Plan } from "./plan.ts";
import { inTemporaryFolder } from "./temporary-folder.ts";
import { verifyText } from "./verify-text.ts";

const DOWNLOADS = 3;

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
  options: ReleaseOptions & { readonly session: SigningSession },
  { given, kinds, all }: Plan,
): Promise<readonly ActResult[]> {
  const { outputDirectory, session, replace } = options;
  const listPath = posix.join(outputDirectory, LIST);
  const textPath = posix.join(outputDirectory, VERIFY_TEXT);
  const files = given.map(({ path }) => `./${path}`);
  const common = { ...options, subjectsFromChecksums: undefined, dryRun: false, replace };
  const signed = await runSign(context, {
    ...common,
    files,
    checksums: undefined,
    bundleSuffix: SUFFIX,
    async also(records) {
      const [first] = records;
      if (first === undefined) return [];
      const { log, trustedRoot } = expectationOf(options, session.plan, first);
      const { identity, issuer } = first.signer;
      const facts = {
        repository: options.remote.repository,
        tag: options.tag,
        assets: all.map(({ name }) => name),
        signer:
          identity === undefined || issuer === undefined
            ? { key: "cosign.pub" }
            : { identity, issuer },
        checksums: LIST,
        attestations: kinds,
        // Of another instance than the public one the consumer needs a file.
        trustedRoot:
          (options.signingConfig ??
          options.fulcioUrl ??
          (identity === undefined ? trustedRoot : undefined))
            ? "trusted_root.json"
            : undefined,
        isUnlogged: log === "none",
      };
      const write = async (path: string, text: string) => {
        await context.products.write({ path, mediaType: "text/plain", bytes: Buffer.from(text) });
      };
      await write(textPath, verifyText(facts));
      const text = await contentAt(context.root, textPath, true, context.signal);
      // As it was signed, whatever a file has become since.
      const lines = records.map(({ subject }) => ({
        name: posix.basename(subject.name),
        hex: subject.digests["sha256"] ?? "",
      }));
      await write(
        listPath,
        checksumsText([...lines, { name: VERIFY_TEXT, hex: text.sha256 ?? "" }]),
      );
      return [textPath, listPath];
    },
  });
  const acts = [signed];
  if (signed.failures.length > 0) return acts;
  for (const { kind, path } of kinds) {
    acts.push(
      await runAttest(context, {
        ...common,
        files: [...files, `./${listPath}`],
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

import { rm } from "node:fs/promises";
import { join } from "node:path";
import { type CommandContext, PolicyFailure } from "@assay/core";
import { fileArtifact, type ParsedBundle, parseBundle } from "@assay/sigstore";
import { digestFile, MAX_BUNDLE_BYTES, readRegularFile } from "@assay/sigstore/files";
import type { SignatureFacts } from "../act/record.ts";
import { keptBundle } from "../sign/kept-bundle.ts";
import type { SigningSession } from "../sign/prepare.ts";
import { isBundleName } from "../targets/bundle-names.ts";
import { mapPool } from "../targets/pool.ts";
import { SUFFIX, VERIFY_TEXT } from "./contents.ts";
import type { Asset, ReleaseApi } from "./github.ts";
import { inTemporaryFolder } from "./temporary-folder.ts";

const DOWNLOADS = 4;

/** A signed file as it was downloaded again. */
export interface CheckedFile {
  readonly name: string;
  readonly digests: ReadonlyMap<string, Buffer>;
  readonly facts: SignatureFacts;
}

/**
 * Downloads every asset and verifies it: its digest, and that this run's own signer signed it, as every attestation says too.
 *
 * @param expected Hex of SHA-256 by name, where it is known; the server's own word is compared in any case.
 * @throws PolicyFailure with all that does not hold.
 */
export async function checkUploaded(
  { signal }: Pick<CommandContext, "signal">,
  api: ReleaseApi,
  session: SigningSession,
  assets: readonly Asset[],
  expected: ReadonlyMap<string, string>,
): Promise<readonly CheckedFile[]> {
  const all = { api, session, assets, expected, signal };
  const { checked, problems } = await inTemporaryFolder((folder) => checkIn(folder, all));
  signal.throwIfAborted();
  if (problems.length === 0) return checked;
  throw new PolicyFailure("What GitHub has is not what was signed", {
    problems,
    hint: "Delete these assets from the draft and run the step again; where the release is published, it has to be made again under another tag.",
  });
}

interface Uploaded {
  readonly api: ReleaseApi;
  readonly session: SigningSession;
  readonly assets: readonly Asset[];
  readonly expected: ReadonlyMap<string, string>;
  readonly signal: AbortSignal;
}

async function checkIn(
  folder: string,
  { api, session, assets, expected, signal }: Uploaded,
): Promise<{ readonly checked: readonly CheckedFile[]; readonly problems: readonly string[] }> {
  const credential = await session.credential();
  const problems: string[] = [];
  const fetched = async (asset: Asset, path: string) => {
    await api.download(asset, path);
    const { digests } = await digestFile(
      path,
      ["sha256", credential.key.publicKey.algorithm.digest],
      signal,
    );
    const found = digests.get("sha256")?.toString("hex");
    const wanted = [expected.get(asset.name), asset.digest?.replace(/^sha256:/, "")];
    if (wanted.some((each) => each !== undefined && each !== found)) {
      problems.push(
        `${asset.name} was downloaded as sha256:${found}, and should be sha256:${wanted.join(" or sha256:")}`,
      );
    }
    return digests;
  };
  const bundles = new Map<string, ParsedBundle>();
  const isBundle = ({ name }: Asset) => isBundleName(name, SUFFIX);
  await mapPool(assets.filter(isBundle), DOWNLOADS, signal, async (asset) => {
    const path = join(folder, String(asset.id));
    await fetched(asset, path);
    try {
      const read = await readRegularFile(path, MAX_BUNDLE_BYTES);
      bundles.set(asset.name, parseBundle("bytes" in read ? read.bytes : Buffer.of()));
    } catch (error) {
      problems.push(`${asset.name}: ${error instanceof Error ? error.message : "unreadable"}`);
    }
    await rm(path, { force: true });
  });
  const files = assets.filter((asset) => !isBundle(asset));
  const names = new Set(files.map(({ name }) => `${name}${SUFFIX}`));
  const attestations = [...bundles].filter(([name]) => !names.has(name));
  const checked = await mapPool(files, DOWNLOADS, signal, async (asset): Promise<CheckedFile[]> => {
    const { name, id } = asset;
    const path = join(folder, String(id));
    const digests = await fetched(asset, path);
    const artifact = fileArtifact(path, signal);
    const own = bundles.get(`${name}${SUFFIX}`);
    const facts = own && (await keptBundle(session, credential, artifact, own));
    if (facts === undefined) problems.push(`${name} is not signed by the signer of this run`);
    // What only documents the release is no subject of them.
    for (const [bundle, parsed] of name === VERIFY_TEXT ? [] : attestations) {
      const { content } = parsed.bundle;
      const statement = content.$case === "dsseEnvelope" ? content.dsseEnvelope.payload : undefined;
      if ((await keptBundle(session, credential, artifact, parsed, statement)) === undefined)
        problems.push(`${bundle} does not attest ${name} by the signer of this run`);
    }
    await rm(path, { force: true });
    return facts === undefined ? [] : [{ name, digests, facts }];
  });
  return { checked: checked.flat(), problems };
}

import { type ActRecord, ExternalError, isRecord, UsageError } from "@assay/core";
import { type GithubApi, PermissionError } from "@assay/core/github";
import type { Destination } from "./destination.ts";
import { contentsApi } from "./github.ts";
import { sha256Of, uploaded } from "./records.ts";

/** Attaches the documents to a release. One that is there with the same content is kept. */
export const attachToRelease: Destination = async (
  context,
  { artifacts },
  { releaseAsset: tag = "" },
) => {
  const api = contentsApi(context);
  const release = await releaseOf(api, tag);
  const records: ActRecord[] = [];
  for (const { name, bytes } of artifacts) {
    const known = release.assets.find((asset) => asset.name === name);
    const place = `release ${tag}`;
    if (known?.digest === `sha256:${sha256Of(bytes)}`) {
      records.push(uploaded({ name, bytes }, place, [], "kept"));
      continue;
    }
    if (release.immutable) {
      throw new UsageError(
        `The release ${tag} is immutable: nothing can be attached to it any more`,
        {
          hint: "Attach the documents while the release is a draft.",
        },
      );
    }
    const note = await attach(api, release, { name, bytes }, known);
    records.push(uploaded({ name, bytes }, place, note));
  }
  return { records };
};

interface Asset {
  readonly id: number;
  readonly name: string;
  readonly digest: unknown;
}

interface Release {
  readonly uploadUrl: string;
  readonly immutable: boolean;
  readonly assets: readonly Asset[];
}

async function releaseOf(api: GithubApi, tag: string): Promise<Release> {
  const found = await api
    .call("GET", `/releases/tags/${encodeURIComponent(tag)}`)
    .catch((cause) => {
      if (!(cause instanceof PermissionError) || !/ 404 /.test(cause.message)) throw cause;
      throw new UsageError(`There is no published release of the tag ${JSON.stringify(tag)}`, {
        hint: "Make the release first; a draft has no tag that it is found by.",
        cause,
      });
    });
  const { upload_url: uploadUrl, immutable, assets } = isRecord(found) ? found : {};
  if (typeof uploadUrl !== "string" || !Array.isArray(assets)) {
    throw new ExternalError("The answer on the release has no address for uploads");
  }
  return {
    uploadUrl: uploadUrl.replace(/\{.*$/, ""),
    immutable: immutable === true,
    assets: assets.flatMap((asset: unknown) => {
      const { id, name, digest } = isRecord(asset) ? asset : {};
      return typeof id === "number" && typeof name === "string" ? [{ id, name, digest }] : [];
    }),
  };
}

/** The new one is there in full before an old one goes: whatever fails, one of the two stays. */
async function attach(
  api: GithubApi,
  { uploadUrl, assets }: Release,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  known: Asset | undefined,
): Promise<readonly string[]> {
  const first = known === undefined ? name : `${name}.new`;
  const left = assets.find((asset) => asset.name === first);
  if (left !== undefined) await api.call("DELETE", `/releases/assets/${left.id}`);
  const made = await api.call("POST", `${uploadUrl}?name=${encodeURIComponent(first)}`, bytes);
  if (known === undefined) return [];
  const id = isRecord(made) ? made["id"] : undefined;
  if (typeof id !== "number") throw new ExternalError(`The answer on ${first} has no id`);
  await api.call("DELETE", `/releases/assets/${known.id}`);
  await api.call("PATCH", `/releases/assets/${id}`, { name });
  return ["It replaces one with other content."];
}

import { createHash } from "node:crypto";
import type { FakeAsset } from "./fake-github.ts";
import type { Call, Route, Routed } from "./github-routes.ts";

const NOT_FOUND: Routed = { status: 404, body: { message: "Not Found" } };

export const RELEASE_ROUTES: readonly Route[] = [
  { method: "GET", path: /^\/releases\/tags\/([^/]+)$/, answer: getRelease },
  { method: "POST", path: /^\/releases\/(\d+)\/assets$/, answer: uploadAsset },
  { method: "DELETE", path: /^\/releases\/assets\/(\d+)$/, answer: deleteAsset },
  { method: "PATCH", path: /^\/releases\/assets\/(\d+)$/, answer: renameAsset },
];

function getRelease({ state, origin, text }: Call): Routed {
  const release = state.releases.get(text);
  if (release === undefined) return NOT_FOUND;
  const { id, immutable = false, assets } = release;
  const upload_url = `${origin}/api/uploads/repos/${state.repository}/releases/${id}/assets{?name,label}`;
  return { status: 200, body: { id, immutable, upload_url, assets: assets.map(shown) } };
}

function shown({ id, name, bytes }: FakeAsset) {
  return { id, name, digest: `sha256:${createHash("sha256").update(bytes).digest("hex")}` };
}

function uploadAsset({ entry, state, id }: Call): Routed {
  const release = [...state.releases.values()].find((each) => each.id === id);
  if (release === undefined) return NOT_FOUND;
  const name = entry.query["name"] ?? "";
  if (release.assets.some((asset) => asset.name === name))
    return { status: 422, body: { message: "Validation Failed: already_exists" } };
  const last = Math.max(id * 100, ...release.assets.map((asset) => asset.id));
  const asset = { id: last + 1, name, bytes: entry.bytes };
  release.assets.push(asset);
  return { status: 201, body: shown(asset) };
}

function deleteAsset({ state, id }: Call): Routed {
  for (const release of state.releases.values())
    release.assets = release.assets.filter((asset) => asset.id !== id);
  return { status: 204 };
}

function renameAsset({ entry, state, id }: Call): Routed {
  const all = [...state.releases.values()].flatMap(({ assets }) => assets);
  const asset = all.find((each) => each.id === id);
  if (asset === undefined) return NOT_FOUND;
  asset.name = String((entry.body as { name?: unknown }).name);
  return { status: 200, body: shown(asset) };
}

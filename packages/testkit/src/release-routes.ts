import { createHash } from "node:crypto";
import type { FakeAsset, FakeRelease, GithubState } from "./fake-github.ts";
import type { Call, Route, Routed } from "./github-routes.ts";

const NOT_FOUND: Routed = { status: 404, body: { message: "Not Found" } };
const invalid = (message: string): Routed => ({ status: 422, body: { message } });

export const RELEASE_ROUTES: readonly Route[] = [
  { method: "GET", path: /^\/releases\/tags\/([^/]+)$/, answer: getByTag },
  { method: "GET", path: /^\/releases$/, answer: listReleases },
  { method: "POST", path: /^\/releases$/, answer: createDraft },
  { method: "GET", path: /^\/releases\/(\d+)$/, answer: getById },
  { method: "PATCH", path: /^\/releases\/(\d+)$/, answer: publish },
  { method: "GET", path: /^\/releases\/(\d+)\/assets$/, answer: listAssets },
  { method: "POST", path: /^\/releases\/(\d+)\/assets$/, answer: uploadAsset },
  { method: "GET", path: /^\/releases\/assets\/(\d+)$/, answer: getAsset },
  { method: "DELETE", path: /^\/releases\/assets\/(\d+)$/, answer: deleteAsset },
  { method: "PATCH", path: /^\/releases\/assets\/(\d+)$/, answer: renameAsset },
  { method: "GET", path: /^\/git\/ref\/tags\/(.+)$/, answer: getTag },
  { method: "GET", path: /^\/git\/tags\/([0-9a-f]+)$/, answer: getTagObject },
];

interface Known {
  readonly release: FakeRelease;
  readonly tag: string;
  readonly draft: boolean;
}

/** As they are listed: drafts first. */
function allOf(state: GithubState): readonly Known[] {
  return [
    ...state.drafts.map((release) => ({ release, tag: release.tag ?? "", draft: true })),
    ...[...state.releases].map(([tag, release]) => ({ release, tag, draft: false })),
  ];
}

function shownRelease({ state, origin }: Call, { release, tag, draft }: Known) {
  const { id, immutable = false, body = "", assets } = release;
  return {
    ...{ id, tag_name: tag, draft, immutable, body },
    html_url: `${origin}/${state.repository}/releases/tag/${tag}`,
    upload_url: `${origin}/api/uploads/repos/${state.repository}/releases/${id}/assets{?name,label}`,
    assets: assets.map(shown),
  };
}

function paged(call: Call, items: readonly unknown[]): Routed {
  const size = Math.min(100, Number(call.entry.query["per_page"] ?? 30));
  const page = Number(call.entry.query["page"] ?? 1);
  return { status: 200, body: items.slice((page - 1) * size, page * size) };
}

function getByTag(call: Call): Routed {
  const known = allOf(call.state).find(({ tag, draft }) => !draft && tag === call.text);
  return known === undefined ? NOT_FOUND : { status: 200, body: shownRelease(call, known) };
}

function getById(call: Call): Routed {
  const known = allOf(call.state).find(({ release }) => release.id === call.id);
  return known === undefined ? NOT_FOUND : { status: 200, body: shownRelease(call, known) };
}

/** Who may not write sees no drafts. */
function listReleases(call: Call): Routed {
  return paged(
    call,
    allOf(call.state).map((known) => shownRelease(call, known)),
  );
}

function createDraft(call: Call): Routed {
  const { state, entry } = call;
  const { tag_name: tag, draft, body, target_commitish: target } = fieldsOf(entry.body);
  if (typeof tag !== "string" || draft !== true) return invalid("Validation Failed: only drafts");
  const release: FakeRelease = {
    id: 5000 + entry.bytes.length + 1000 * allOf(state).length,
    tag,
    body: typeof body === "string" ? body : "",
    ...(typeof target === "string" ? { target } : {}),
    assets: [],
  };
  state.drafts.push(release);
  return { status: 201, body: shownRelease(call, { release, tag, draft: true }) };
}

function publish(call: Call): Routed {
  const { state, id, entry } = call;
  const known = allOf(state).find(({ release }) => release.id === id);
  if (known === undefined) return NOT_FOUND;
  const { release, tag, draft } = known;
  const { draft: wanted, target_commitish: target = release.target } = fieldsOf(entry.body);
  if (!draft || wanted !== false) return { status: 200, body: shownRelease(call, known) };
  if (state.releases.has(tag)) return invalid("Validation Failed: tag_name already_exists");
  state.drafts = state.drafts.filter((each) => each !== release);
  release.immutable = state.immutableReleases;
  state.releases.set(tag, release);
  if (!state.tags.has(tag) && typeof target === "string")
    state.tags.set(tag, { type: "commit", sha: target });
  return { status: 200, body: shownRelease(call, { release, tag, draft: false }) };
}

function fieldsOf(body: unknown): Readonly<Record<string, unknown>> {
  return typeof body === "object" && body !== null ? { ...body } : {};
}

function shown({ id, name, bytes, state, digest }: FakeAsset) {
  const hex = createHash("sha256").update(bytes).digest("hex");
  return {
    id,
    name,
    size: bytes.length,
    state: state ?? "uploaded",
    digest: digest === null ? null : `sha256:${hex}`,
  };
}

function listAssets(call: Call): Routed {
  const known = allOf(call.state).find(({ release }) => release.id === call.id);
  return known === undefined ? NOT_FOUND : paged(call, known.release.assets.map(shown));
}

function uploadAsset({ entry, state, id }: Call): Routed {
  const release = allOf(state).find((each) => each.release.id === id)?.release;
  if (release === undefined) return NOT_FOUND;
  if (release.immutable) return invalid("Cannot upload assets to an immutable release.");
  const { length } = entry.bytes;
  if (length === 0 || entry.headers["content-length"] !== String(length))
    return { status: 400, body: { message: "Bad Content-Length" } };
  // What GitHub does to spaces and special characters.
  const name = (entry.query["name"] ?? "").replaceAll(/[^\w.+@-]/g, ".");
  if (release.assets.some((asset) => asset.name === name))
    return invalid("Validation Failed: already_exists");
  if (release.assets.length >= 1000)
    return invalid("file_count limited to 1000 assets per release");
  const last = Math.max(id * 100, ...release.assets.map((asset) => asset.id));
  const asset = { id: last + 1, name, bytes: entry.bytes };
  release.assets.push(asset);
  return { status: 201, body: shown(asset) };
}

function assetOf(state: GithubState, id: number) {
  const all = allOf(state).flatMap(({ release }) =>
    release.assets.map((asset) => ({ asset, release })),
  );
  return all.find(({ asset }) => asset.id === id);
}

function getAsset({ state, id, entry }: Call): Routed {
  const found = assetOf(state, id);
  if (found === undefined) return NOT_FOUND;
  const isDownload = entry.headers["accept"] === "application/octet-stream";
  return { status: 200, body: isDownload ? found.asset.bytes : shown(found.asset) };
}

function deleteAsset({ state, id }: Call): Routed {
  const found = assetOf(state, id);
  if (found === undefined) return NOT_FOUND;
  if (found.release.immutable) return invalid("Cannot delete assets of an immutable release.");
  found.release.assets = found.release.assets.filter((asset) => asset.id !== id);
  return { status: 204 };
}

function renameAsset({ entry, state, id }: Call): Routed {
  const found = assetOf(state, id);
  if (found === undefined) return NOT_FOUND;
  found.asset.name = String((entry.body as { name?: unknown }).name);
  return { status: 200, body: shown(found.asset) };
}

function getTag({ state, text }: Call): Routed {
  const object = state.tags.get(text);
  return object === undefined
    ? NOT_FOUND
    : { status: 200, body: { ref: `refs/tags/${text}`, object } };
}

function getTagObject({ state, text }: Call): Routed {
  const object = state.tagObjects.get(text);
  return object === undefined ? NOT_FOUND : { status: 200, body: { sha: text, object } };
}

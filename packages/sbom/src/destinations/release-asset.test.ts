import { type FakeGithub, startFakeGithub } from "@assay/testkit";
import { afterEach, beforeEach, expect, test } from "vitest";
import { madeOf, send } from "../test/destinations.ts";
import { destinationHosts } from "./inputs.ts";

let github: FakeGithub;
beforeEach(async () => {
  github = await startFakeGithub();
});
afterEach(() => github.close());

const MADE = madeOf({ "": { name: "shop" }, "node_modules/a": { version: "1.0.0" } });
const TAG = "v1.0/rc 1";

async function attach(more = {}) {
  const environment = github.environment();
  return (await send(await MADE, { releaseAsset: TAG, ...more }, { environment })).result;
}

const release = (...assets: readonly (readonly [name: string, text: string])[]) => ({
  id: 5,
  assets: assets.map(([name, text], index) => ({ id: index + 1, name, bytes: Buffer.from(text) })),
});
const names = () =>
  github.state.releases
    .get(TAG)
    ?.assets.map(({ name }) => name)
    .sort();
const changes = () =>
  github.journal
    .filter(({ method }) => method !== "GET")
    .map(({ method, path }) => `${method} ${path}`);

test("each document becomes an asset with its own bytes", async () => {
  github.state.releases.set(TAG, release(["shop.tgz", "x"]));
  const result = await attach();
  expect(names()).toEqual(["sbom.cdx.json", "sbom.spdx.json", "shop.tgz"]);
  const { artifacts } = await MADE;
  for (const { name, bytes } of artifacts) {
    const asset = github.state.releases.get(TAG)?.assets.find((each) => each.name === name);
    expect(Buffer.from(bytes).equals(asset?.bytes ?? Buffer.of())).toBe(true);
  }
  expect(changes()).toEqual([
    "POST /api/uploads/repos/octo/shop/releases/5/assets",
    "POST /api/uploads/repos/octo/shop/releases/5/assets",
  ]);
  const [, post] = github.journal;
  expect(post?.headers).toMatchObject({
    authorization: "Bearer t0ken-of-the-run",
    "content-type": "application/octet-stream",
  });
  expect(
    result?.records.map(({ act, subject, destination }) => [act, subject.name, destination]),
  ).toEqual([
    ["uploaded", "sbom.cdx.json", `release ${TAG}`],
    ["uploaded", "sbom.spdx.json", `release ${TAG}`],
  ]);
});

test("what is there with the same content is kept", async () => {
  github.state.releases.set(TAG, release());
  await attach();
  const before = changes().length;
  const again = await attach();
  expect(again?.records.map(({ act }) => act)).toEqual(["kept", "kept"]);
  expect(changes()).toHaveLength(before);
});

test("other content is replaced once the new one is there in full", async () => {
  github.state.releases.set(TAG, release(["sbom.cdx.json", "old"], ["sbom.cdx.json.new", "left"]));
  github.fail({ method: "POST", path: /uploads/, status: 422, times: 1 });
  const failed = await attach();
  expect(failed?.failures).toMatchObject([{ kind: "external" }]);
  expect(names()).toEqual(["sbom.cdx.json"]);
  const result = await attach();
  expect(result?.failures).toEqual([]);
  expect(names()).toEqual(["sbom.cdx.json", "sbom.spdx.json"]);
  expect(result?.records[0]?.notes).toEqual(["It replaces one with other content."]);
});

test("a release that is not there, an immutable one, and a token that may only read are failures", async () => {
  expect((await attach())?.failures).toMatchObject([
    { kind: "usage", message: 'There is no published release of the tag "v1.0/rc 1"' },
  ]);
  github.state.releases.set(TAG, { ...release(), immutable: true });
  expect((await attach())?.failures).toMatchObject([
    { kind: "usage", message: expect.stringContaining("is immutable") },
  ]);
  github.state.releases.set(TAG, release());
  github.fail({ method: "POST", path: /uploads/, status: 403 });
  expect((await attach())?.failures).toMatchObject([
    { kind: "usage", hint: "Add `contents: write` to the `permissions` of the job." },
  ]);
});

test("only the server's own hosts may be reached", () => {
  const options = { dependencySnapshot: false, dependencyTrackWait: false, releaseAsset: "v1" };
  const hosts = (GITHUB_API_URL: string) => destinationHosts(options, { GITHUB_API_URL });
  expect(hosts("")).toEqual(["api.github.com", "uploads.github.com"]);
  expect(hosts("https://api.acme.ghe.com")).toEqual(["api.acme.ghe.com", "uploads.acme.ghe.com"]);
  expect(hosts("https://git.acme.example/api/v3")).toEqual([
    "git.acme.example",
    "git.acme.example",
  ]);
});

import {
  type MiniRegistry,
  type MiniRegistryOptions,
  registryContext,
  startMiniRegistry,
} from "@assay/testkit";
import { afterEach, expect, test } from "vitest";
import { parseReference } from "../references/reference.ts";
import { openRegistry } from "./open.ts";
import { fallbackTag } from "./referrers.ts";

const started: MiniRegistry[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((registry) => registry.close()));
});

async function start(options: MiniRegistryOptions = {}) {
  const registry = await startMiniRegistry(options);
  started.push(registry);
  const { context } = registryContext([registry.host]);
  const store = await openRegistry(context, parseReference(`${registry.host}/app`));
  const subject = registry.putImage("app", { tag: "1", layers: ["x"] });
  const attach = (artifactType: string) => registry.putImage("app", { artifactType, subject });
  const list = (manifests: readonly unknown[]) =>
    registry.putManifest(
      "app",
      { schemaVersion: 2, mediaType: INDEX, manifests },
      fallbackTag(subject.digest),
    );
  const read = () =>
    store.referrers(subject.digest).then(
      ({ manifests, others = [], notices }) => ({
        digests: manifests.map(({ descriptor }) => descriptor.digest),
        ...(others.length === 0
          ? {}
          : { others: others.map(({ descriptor }) => descriptor.digest) }),
        notices,
      }),
      (error) => `${error.failure}: ${error.message}`,
    );
  return { registry, store, subject, attach, list, read };
}

const INDEX = "application/vnd.oci.image.index.v1+json";
const sorted = (...entries: readonly { readonly digest: string }[]) =>
  entries.map(({ digest }) => digest).sort();

test("the fallback tag is the digest, shortened", () => {
  expect(fallbackTag(`sha256:${"ab".repeat(32)}`)).toBe(`sha256-${"ab".repeat(32)}`);
  expect(fallbackTag(`sha512:${"ab".repeat(64)}`)).toBe(`sha512-${"ab".repeat(32)}`);
});

test("referrers come from every page of the API and from the fallback tag, each once", async () => {
  const { registry, attach, list, read } = await start({ pageSize: 1 });
  const [a, b] = [attach("x/a"), attach("x/b")];
  list([b]);
  expect(await read()).toEqual({ digests: sorted(a, b), notices: [] });
  expect(registry.takeRequests().filter((path) => path.includes("/referrers/"))).toHaveLength(2);
});

test.each([404, 405, 303, 200])(
  "a later page that is none (%i) is a failure, and hides no page before it",
  async (status) => {
    const { registry, attach, read } = await start({ pageSize: 1 });
    attach("x/a");
    attach("x/b");
    registry.faults.push(
      { path: /referrers/, times: 1 },
      { path: /referrers/, status, headers: { location: "https://elsewhere.example/" } },
    );
    expect(await read()).toMatch(/^failed: The list of referrers /);
  },
);

test("an entry that only the tag has counts beside an API", async () => {
  const { registry, attach, list, read } = await start();
  const [a, b] = [attach("x/a"), attach("x/b")];
  list([b]);
  registry.faults.push({
    path: /referrers/,
    status: 200,
    headers: { "content-type": `${INDEX}; charset=utf-8` },
    body: JSON.stringify({ schemaVersion: 2, mediaType: INDEX, manifests: [a] }),
  });
  expect(await read()).toEqual({ digests: sorted(a, b), notices: [] });
});

test.each([false, 400, 405, 406, 303] as const)(
  "a registry that answers %s to the API is read by the tag",
  async (referrers) => {
    const { registry, attach, list, read } = await start({ referrers });
    expect(await read()).toEqual({ digests: [], notices: [] });
    const a = attach("x/a");
    list([a]);
    expect(await read()).toEqual({ digests: [a.digest], notices: [] });
    expect(registry.journal.map(({ port }) => port)).not.toContain("storage");
  },
);

test("a page for people in place of the API is none", async () => {
  const { registry, read } = await start();
  registry.faults.push({
    path: /referrers/,
    status: 200,
    headers: { "content-type": "text/html" },
    body: "<html>",
  });
  expect(await read()).toEqual({ digests: [], notices: [] });
});

test.each([
  [403, "forbidden"],
  [429, "rate-limited"],
  [500, "unreachable"],
  [418, "failed"],
])(
  "the status %i says nothing on what is there, wherever it comes from",
  async (status, failure) => {
    const { registry, subject, attach, list, read } = await start();
    const a = attach("x/a");
    list([a]);
    for (const path of [/referrers/, /manifests\/sha256-/, new RegExp(`manifests/${a.digest}`)]) {
      registry.faults.splice(0, 1, { path, status });
      expect(await read()).toMatch(new RegExp(`^${failure}: The .*${status}`));
    }
    registry.faults.splice(
      0,
      1,
      { path: /referrers/, status: 405 },
      { path: /manifests\/sha256-/, status },
    );
    expect(await read()).toMatch(
      `failed: The list of referrers of ${subject.digest} in ${registry.host}/app: ${registry.host} answered 405`,
    );
  },
);

test("an image under the fallback tag is said, and is no list", async () => {
  const { registry, subject, read } = await start({ referrers: false });
  registry.putImage("app", { tag: fallbackTag(subject.digest) });
  expect(await read()).toEqual({
    digests: [],
    notices: [
      `The fallback tag ${fallbackTag(subject.digest)} of ${registry.host}/app holds an image and no list of referrers: whatever was listed there is lost`,
    ],
  });
});

test("what is listed and refers to nothing or to another is kept apart, and hides nothing", async () => {
  const { registry, attach, list, read } = await start({ referrers: false });
  const good = attach("x/good");
  const other = registry.putImage("app", {
    subject: registry.putImage("app", { layers: ["other"] }),
    artifactType: "x/b",
  });
  const none = registry.putImage("app", { artifactType: "x/c" });
  const lost = { ...good, digest: `sha256:${"0".repeat(64)}` };
  const broken = registry.putManifest("app", '{"schemaVersion":2,"schemaVersion":2}');
  const blob = { mediaType: "application/json", digest: `sha256:${"1".repeat(64)}`, size: 2 };
  list([good, other, none, lost, blob, { ...good, digest: broken, size: 37 }]);
  const found = await read();
  expect(found).toMatchObject({ digests: [good.digest], others: sorted(other, none) });
  const name = `which ${registry.host}/app lists as a referrer,`;
  expect([...(found as { readonly notices: readonly string[] }).notices].sort()).toEqual(
    [
      `${lost.digest}, ${name} is not there`,
      `${blob.digest}, ${name} is of the type application/json, which is no manifest`,
      `The manifest ${broken} of ${registry.host}/app has the field "schemaVersion" twice in one object`,
    ].sort(),
  );
});

test("a referrer whose bytes are others is a failure", async () => {
  const { registry, attach, list, read } = await start();
  const a = attach("x/a");
  registry.faults.push({
    path: new RegExp(a.digest),
    change: (right) => Buffer.from(right.toString().replace("x/a", "x/b")),
  });
  expect(await read()).toMatch(
    `digest-mismatch: The manifest ${a.digest} of ${registry.host}/app has the digest sha256:`,
  );
  registry.faults.splice(0);
  list([{ ...a, size: a.size + 1, artifactType: "x/other", annotations: { a: "b" } }]);
  registry.faults.push({ path: /referrers/, status: 404 });
  // What a list says of it is not believed, so nobody can do harm with that.
  expect(await read()).toEqual({ digests: [a.digest], notices: [] });
});

test("pages without end are left", async () => {
  const { registry, read } = await start();
  let page = 0;
  registry.faults.push({
    path: /referrers/,
    get headers() {
      return { link: `</v2/app/referrers/x?page=${page++}>; rel="next"` };
    },
  });
  expect(await read()).toMatch(
    /^failed: The list of referrers .*: there are more than 1000 pages$/,
  );
});

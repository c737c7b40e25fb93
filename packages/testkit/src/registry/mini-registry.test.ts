import { createHash } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import { type MiniRegistry, startMiniRegistry } from "./mini-registry.ts";
import type { MiniRegistryOptions } from "./options.ts";

const started: MiniRegistry[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((registry) => registry.close()));
});

async function start(options: MiniRegistryOptions = {}): Promise<MiniRegistry> {
  const registry = await startMiniRegistry(options);
  started.push(registry);
  return registry;
}

type Refusal = { readonly errors: readonly { readonly code: string }[] };
type Index = { readonly manifests: readonly { readonly digest: string }[] };

const digestOf = (text: string) => `sha256:${createHash("sha256").update(text).digest("hex")}`;

test("a blob is uploaded in chunks, mounted, and read in ranges", async () => {
  const registry = await start();
  const digest = digestOf("hello world");
  const begun = await fetch(`${registry.url}/v2/a/blobs/uploads/`, { method: "POST" });
  const at = (response: Response) => new URL(response.headers.get("location") ?? "", registry.url);
  const patched = await fetch(at(begun), {
    method: "PATCH",
    headers: { "content-range": "0-4" },
    body: "hello",
  });
  expect([begun.status, patched.status, patched.headers.get("range")]).toEqual([202, 202, "0-4"]);
  const end = at(patched);
  end.searchParams.set("digest", digest);
  expect((await fetch(end, { method: "PUT", body: " world" })).status).toBe(201);
  const mount = `${registry.url}/v2/b/blobs/uploads/?mount=${digest}&from=a`;
  expect((await fetch(mount, { method: "POST" })).status).toBe(201);
  const part = await fetch(`${registry.url}/v2/b/blobs/${digest}`, {
    headers: { range: "bytes=6-8" },
  });
  expect([part.status, part.headers.get("content-range"), await part.text()]).toEqual([
    206,
    "bytes 6-8/11",
    "wor",
  ]);
});

test("a manifest wants its blobs, and referrers are listed in pages", async () => {
  const registry = await start({ pageSize: 1 });
  const lost = { schemaVersion: 2, config: { digest: digestOf("none") }, layers: [] };
  const put = await fetch(`${registry.url}/v2/a/manifests/1`, {
    method: "PUT",
    body: JSON.stringify(lost),
  });
  expect([put.status, ((await put.json()) as Refusal).errors[0]?.code]).toEqual([
    400,
    "MANIFEST_BLOB_UNKNOWN",
  ]);
  const subject = registry.putImage("a", { tag: "1", layers: ["x"] });
  const names = ["one", "two"].map(
    (artifactType) => registry.putImage("a", { subject, artifactType }).digest,
  );
  const first = await fetch(`${registry.url}/v2/a/referrers/${subject.digest}`);
  const next = /<(.+)>; rel="next"/.exec(first.headers.get("link") ?? "")?.[1] ?? "";
  const second = await fetch(new URL(next, registry.url));
  const listed = (await Promise.all([first.json(), second.json()])) as Index[];
  expect(listed.flatMap(({ manifests }) => manifests.map(({ digest }) => digest))).toEqual(names);
  expect(second.headers.get("link")).toBeNull();
});

test("a token allows what it was asked for, and only while it lives", async () => {
  const registry = await start({ auth: "bearer" });
  registry.putImage("a", { tag: "1" });
  const read = (token?: string) =>
    fetch(`${registry.url}/v2/a/manifests/1`, {
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    });
  const refused = await read();
  expect([refused.status, refused.headers.get("www-authenticate")]).toEqual([
    401,
    `Bearer realm="${registry.url}/token",service="mini",scope="repository:a:pull"`,
  ]);
  const query = "service=mini&scope=repository:a:pull";
  const answer = await fetch(`${registry.url}/token?${query}`, {
    headers: { authorization: `Basic ${btoa("robot:s3cret")}` },
  });
  const { token } = (await answer.json()) as { token: string };
  expect((await read(token)).status).toBe(200);
  registry.expireTokens();
  expect((await read(token)).status).toBe(401);
});

test("faults are done in order, as often as they say", async () => {
  const registry = await start({ storage: true });
  const digest = registry.putBlob("a", "0123456789");
  registry.faults.push({ path: /blobs/, times: 1, status: 503, headers: { "retry-after": "1" } });
  registry.faults.push({ port: "storage", cutAfter: 4 });
  const url = `${registry.url}/v2/a/blobs/${digest}`;
  expect((await fetch(url)).status).toBe(503);
  await expect(fetch(url).then((response) => response.text())).rejects.toThrow();
  expect(registry.takeRequests()).toEqual([
    `GET /v2/a/blobs/${digest}`,
    `GET /v2/a/blobs/${digest}`,
    `storage: GET /v2/a/blobs/${digest}`,
  ]);
});

import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { HttpRequest } from "./http.ts";
import { lateFiles, lateHosts } from "./late-files.ts";

const top = await mkdtemp(join(tmpdir(), "late-"));
afterAll(() => rm(top, { recursive: true }));

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const FILES = { "cli-image.js": "export {};\n", "cli-tuf.js": "export const a = 1;\n" };
const LIST = JSON.stringify(
  Object.fromEntries(Object.entries(FILES).map(([name, text]) => [name, sha256(text)])),
);

/** An action as a runner unpacks it, and who answers for its repository. */
async function unpacked(answer: (url: string) => string | number, ref = "v1") {
  const folder = join(await mkdtemp(join(top, "w")), "_actions", "acme", "assay", ref);
  const shared = join(folder, "dist", "shared");
  await mkdir(shared, { recursive: true });
  const asked: HttpRequest[] = [];
  const http = {
    request: async (request: HttpRequest) => {
      asked.push(request);
      const said = answer(request.url);
      const [status, text] = typeof said === "number" ? [said, ""] : [200, said];
      const body = new TextEncoder().encode(text);
      return { status, headers: {}, body, text: () => text, json: () => JSON.parse(text) };
    },
  };
  const load = (environment: Readonly<Record<string, string>> = {}) =>
    lateFiles("image", { http, environment }, { folder: shared, lists: { image: sha256(LIST) } });
  return { shared, asked, load };
}

const served = (url: string) => {
  const name = /dist\/shared\/([\w.-]+)/.exec(url)?.[1] ?? "";
  return name === "cli-image.json" ? LIST : (FILES[name as keyof typeof FILES] ?? 404);
};

test("what is missing is fetched from the commit that runs, once", async () => {
  const { shared, asked, load } = await unpacked(served, "feature/x");
  await load();
  expect((await readdir(shared)).sort()).toEqual(["cli-image.js", "cli-image.json", "cli-tuf.js"]);
  expect(await readFile(join(shared, "cli-tuf.js"), "utf8")).toBe(FILES["cli-tuf.js"]);
  expect(asked.map(({ url }) => url).sort()).toEqual(
    ["image.js", "image.json", "tuf.js"].map(
      (name) => `https://raw.githubusercontent.com/acme/assay/feature/x/dist/shared/cli-${name}`,
    ),
  );
  await load();
  expect(asked).toHaveLength(3);
});

test("a server of its own is asked first, with the token; then GitHub, without", async () => {
  const { asked, load } = await unpacked((url) => (url.includes("raw.") ? served(url) : 404));
  await load({ GITHUB_API_URL: "https://ghe.example/api/v3", INPUT_TOKEN: "t0k" });
  expect(asked[0]).toMatchObject({
    url: "https://ghe.example/api/v3/repos/acme/assay/contents/dist/shared/cli-image.json?ref=v1",
    headers: { authorization: "Bearer t0k" },
  });
  expect(asked[1]?.url).toMatch(/^https:\/\/raw\.githubusercontent\.com\//);
  expect(asked[1]?.headers).toEqual({});
  expect(lateHosts({ GITHUB_API_URL: "https://ghe.example/api/v3" })).toEqual([
    "raw.githubusercontent.com",
    "ghe.example",
  ]);
});

test.each([
  ["another list", (url: string) => (url.includes(".json") ? "{}" : served(url))],
  ["another file", (url: string) => (url.includes("tuf") ? "evil()" : served(url))],
  ["no answer", () => 503],
])("%s is an error, and nothing of it can be loaded", async (_, answer) => {
  const { shared, load } = await unpacked(answer);
  await expect(load()).rejects.toMatchObject({ kind: "external" });
  const left = await readdir(shared);
  expect(left).not.toContain("cli-image.json");
  expect(left).not.toContain("cli-tuf.js");
});

test("a clone has all files, and asks nobody", async () => {
  const { shared, asked, load } = await unpacked(served);
  await writeFile(join(shared, "cli-image.json"), LIST);
  await load();
  expect(asked).toEqual([]);
});

test("sources have no parts", async () => {
  const http = { request: () => Promise.reject(new Error("asked")) };
  await lateFiles("image", { http, environment: {} });
});

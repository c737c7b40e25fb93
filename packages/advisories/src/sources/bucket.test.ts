import { readdir, symlink, utimes, writeFile } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { CheckContext } from "@assay/core";
import { cleanUp, temporaryFolder, writeFiles } from "@assay/testkit";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { writeStoreFile } from "../store/file.ts";
import { recordOf, zipOf } from "../test/archive.ts";
import { contextAt, NOW } from "../test/context.ts";
import { openAdvisories } from "./index.ts";

type Answer = (response: ServerResponse) => void;
const servers: { close(): void }[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});
afterAll(cleanUp);

async function serve(answers: Readonly<Record<string, Answer>>) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    const answer = answers[request.url ?? ""];
    if (answer === undefined) response.writeHead(404).end();
    else answer(response);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  servers.push(server);
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/`;
  return { url, asked };
}

const bytes =
  (body: Buffer | string, status = 200): Answer =>
  (response) =>
    response.writeHead(status).end(body);
const DAY = 86_400_000;

const options = (advisoryUrl = "") => ({
  advisorySource: "auto" as const,
  requireSignedSnapshot: false,
  maxAge: "7d",
  advisoryStore: "store",
  ...(advisoryUrl === "" ? {} : { advisoryUrl }),
});
const left = { ecosystem: "npm", name: "left" };
const ARCHIVE = zipOf([["GHSA-1.json", recordOf("GHSA-1", "left", "2026-11-01T00:00:00Z")]]);

async function idsOf(context: CheckContext, url = "") {
  const data = await openAdvisories(context, options(url), ["npm"]);
  return [...(await data.lookup([left])).values()].flat().map(({ record }) => record.id);
}

describe("the bucket", () => {
  test("is asked for an archive once, then for what changed, and offline for nothing", async () => {
    const root = await temporaryFolder();
    const { url, asked } = await serve({
      "/npm/modified_id.csv": bytes("2026-11-01T00:00:00Z,GHSA-1\n"),
      "/npm/all.zip": bytes(ARCHIVE),
    });
    expect(await idsOf(contextAt(root, url), url)).toEqual(["GHSA-1"]);
    expect(await idsOf(contextAt(root, url, NOW, true), url)).toEqual(["GHSA-1"]);
    expect(asked).toEqual(["/npm/modified_id.csv", "/npm/all.zip"]);
    const later = await serve({
      "/npm/modified_id.csv": bytes("2026-11-28T05:00:00Z,GHSA-2\n2026-11-01T00:00:00Z,GHSA-1\n"),
      "/npm/GHSA-2.json": bytes(recordOf("GHSA-2", "left", "2026-11-28T05:00:00Z")),
    });
    expect(await idsOf(contextAt(root, later.url, NOW + DAY), later.url)).toEqual([
      "GHSA-1",
      "GHSA-2",
    ]);
    expect(later.asked).toEqual(["/npm/modified_id.csv", "/npm/GHSA-2.json"]);
    expect(await readdir(join(root, "store"))).toEqual(["npm.advisories"]);
  });

  test("that answers for a changed record with another one is asked for all of them", async () => {
    const root = await temporaryFolder();
    const first = await serve({
      "/npm/modified_id.csv": bytes("2026-11-01T00:00:00Z,GHSA-1\n"),
      "/npm/all.zip": bytes(ARCHIVE),
    });
    await idsOf(contextAt(root, first.url), first.url);
    const later = await serve({
      "/npm/modified_id.csv": bytes("2026-11-28T05:00:00Z,GHSA-1\n2026-11-01T00:00:00Z,GHSA-1\n"),
      "/npm/GHSA-1.json": bytes(recordOf("GHSA-9", "nobody", "2026-11-28T05:00:00Z")),
      "/npm/all.zip": bytes(ARCHIVE),
    });
    expect(await idsOf(contextAt(root, later.url, NOW + DAY), later.url)).toEqual(["GHSA-1"]);
    expect(later.asked).toContain("/npm/all.zip");
  });

  test("that lost most of its records takes none from the store", async () => {
    const root = await temporaryFolder();
    const of = (id: string, name: string) =>
      [`${id}.json`, recordOf(id, name, "2026-11-27T00:00:00Z")] as const;
    const all = zipOf([of("GHSA-1", "left"), of("GHSA-2", "a"), of("GHSA-3", "b")]);
    const first = await serve({ "/npm/all.zip": bytes(all) });
    expect(await idsOf(contextAt(root, first.url), first.url)).toEqual(["GHSA-1"]);
    const later = await serve({ "/npm/all.zip": bytes(zipOf([of("GHSA-4", "c")])) });
    expect(await idsOf(contextAt(root, later.url, NOW + DAY), later.url)).toEqual(["GHSA-1"]);
    expect(later.asked).toContain("/npm/all.zip");
  });

  test("finds no room taken by jobs that were killed a day ago", async () => {
    const root = await temporaryFolder();
    const names = [
      "npm.advisories.0123456789ab.tmp",
      "npm.advisories.0123456789ac.zip",
      "mine.zip",
    ];
    for (const name of [...names, "npm.advisories.0123456789ad.tmp"])
      await writeFiles(root, { [`store/${name}`]: "x" });
    for (const name of names) await utimes(join(root, "store", name), 0, 0);
    const { url } = await serve({ "/npm/all.zip": bytes(ARCHIVE) });
    expect(await idsOf(contextAt(root, url), url)).toEqual(["GHSA-1"]);
    expect((await readdir(join(root, "store"))).toSorted()).toEqual([
      "mine.zip",
      "npm.advisories",
      "npm.advisories.0123456789ad.tmp",
    ]);
  });

  test("may be behind a proxy that packs without saying so", async () => {
    const { url } = await serve({ "/npm/all.zip": bytes(gzipSync(ARCHIVE)) });
    expect(await idsOf(contextAt(await temporaryFolder(), url), url)).toEqual(["GHSA-1"]);
  });

  test.each<readonly [string, Answer, string]>([
    ["404", bytes("", 404), "answered with status 404"],
    ["405", bytes("", 405), "answered with status 405"],
    ["429", bytes("", 429), "answered with status 429"],
    ["500", bytes("", 500), "answered with status 500"],
    ["a page with status 200", bytes("<html></html>"), "answered with what is no zip"],
    ["half an archive", bytes(ARCHIVE.subarray(0, 100)), "it is truncated, or no zip"],
    ["an archive of nothing", bytes(zipOf([])), "has no advisory of npm"],
    ["broken gzip", bytes(gzipSync(ARCHIVE).subarray(0, 60)), "gzip that can't be unpacked"],
    ["a slow drip", (response) => void response.writeHead(200).write("PK"), "gave no answer"],
  ])("%s is an error, and leaves nothing behind", async (_, answer, message) => {
    const root = await temporaryFolder();
    const { url } = await serve({ "/npm/all.zip": answer });
    const error = await idsOf(contextAt(root, url), url).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ kind: "external", message: expect.stringContaining(message) });
    expect(await readdir(join(root, "store"))).toEqual([]);
  });

  test("offline without data is an error that says what to do", async () => {
    const root = await temporaryFolder();
    await expect(idsOf(contextAt(root, "", NOW, true))).rejects.toMatchObject({
      kind: "external",
      hint: expect.stringContaining("assay advisories fetch"),
    });
  });
});

describe("an archive that is made to harm", () => {
  const record = recordOf("GHSA-1", "left", "2026-11-01T00:00:00Z");
  test.each<readonly [string, Buffer, string]>([
    ["a way out", zipOf([["../a.json", record]]), "only flat names"],
    [
      "a name twice",
      zipOf([
        ["a.json", record],
        ["a.json", record],
      ]),
      "holds a.json twice",
    ],
    ["nothing that can be read", zipOf([["a.json", "{"]]), "None of the 1 record"],
  ])("%s is refused", async (_, archive, message) => {
    const { url } = await serve({ "/npm/all.zip": bytes(archive) });
    await expect(idsOf(contextAt(await temporaryFolder(), url), url)).rejects.toThrow(message);
  });

  test("a record without an end and a name of the language are told and found", async () => {
    const archive = zipOf([
      ["a.json", " ".repeat(17 * 2 ** 20)],
      ["GHSA-2.json", recordOf("GHSA-2", "__proto__", "2026-11-01T00:00:00Z")],
    ]);
    const { url } = await serve({ "/npm/all.zip": bytes(archive) });
    const data = await openAdvisories(contextAt(await temporaryFolder(), url), options(url), [
      "npm",
    ]);
    const found = await data.lookup([{ ecosystem: "npm", name: "__proto__" }]);
    expect([...found.values()].flat().map(({ record: { id } }) => id)).toEqual(["GHSA-2"]);
    expect(data.info.notices).toEqual(["1 record of npm can't be read and is left out."]);
  });
});

describe("a change from outside", () => {
  const fork = { full_name: "eve/shop" };
  const own = { full_name: "octo/shop" };
  const pull = { base: { repo: own, ref: "main" }, head: { repo: fork } };
  const event = { name: "pull_request", payload: { repository: own, pull_request: pull } };

  test.each<readonly [string, object]>([
    ["a store in the checkout", { advisoryStore: "../.cache/advisories" }],
    ["a snapshot in the checkout", { snapshot: "../npm.zip" }],
    ["a link of the checkout to a snapshot", { snapshot: "link" }],
    ["a snapshot whose archive is a link of the checkout", { snapshot: "folder" }],
  ])("is not judged by %s", async (_, more) => {
    const [checkout, elsewhere] = [await temporaryFolder(), await temporaryFolder()];
    const archive = zipOf([["GHSA-2.json", recordOf("GHSA-2", "nobody", "2026-11-28T00:00:00Z")]]);
    await writeFiles(elsewhere, { "npm.zip": archive, "store/x": "" });
    await writeFiles(checkout, { ".git/HEAD": "", "npm.zip": archive, "app/folder/x": "" });
    await symlink(elsewhere, join(checkout, "app/link"));
    await symlink(join(elsewhere, "npm.zip"), join(checkout, "app/folder/npm.zip"));
    const context = { ...contextAt(join(checkout, "app"), "", NOW, true), event };
    const open = (given: object) =>
      openAdvisories(context, { ...options(), advisoryStore: undefined, ...given }, ["npm"]);
    await expect(open(more)).rejects.toMatchObject({
      kind: "usage",
      message: expect.stringContaining("that it is judged by"),
    });
    const outside = { snapshot: elsewhere, advisoryStore: join(elsewhere, "store") };
    expect((await open(outside)).info.ecosystems).toHaveProperty("npm");
  });
});

describe("a snapshot", () => {
  test.each<readonly [string, Buffer, string]>([
    ["nothing", zipOf([]), "There are no advisories for npm"],
    ["no record of its ecosystem", zipOf([["X-1.json", '{"id":"X-1"}']]), "no advisories for npm"],
    ["records by other names", zipOf([["a.json", '{"id":"X-1"}']]), "None of the 1 record"],
  ])("of %s is no data", async (_, archive, message) => {
    const root = await temporaryFolder();
    await writeFiles(root, { "new/npm.zip": archive });
    const context = contextAt(root, "", NOW, true);
    await expect(
      openAdvisories(context, { ...options(), snapshot: "new" }, ["npm"]),
    ).rejects.toThrow(message);
  });

  test("with more of one package than fits in a text is refused", async () => {
    const records = (function* (): Generator<never> {
      yield "x".repeat(2 ** 30) as never;
    })();
    const root = await temporaryFolder();
    const writing = writeStoreFile(
      join(root, "npm.advisories"),
      [{ ecosystem: "npm", records }],
      contextAt(root, ""),
    );
    await expect(writing).rejects.toMatchObject({ kind: "external" });
    expect(await readdir(root)).toEqual([]);
  });

  test("hides no record behind another one of its id", async () => {
    const root = await temporaryFolder();
    const record = recordOf("GHSA-1", "left", "2026-11-01T00:00:00Z");
    const archive = zipOf([
      ["A.json", record.replace('"left"', '"nobody"')],
      ["GHSA-1.json", record],
    ]);
    await writeFiles(root, { "new/npm.zip": archive });
    const context = contextAt(root, "", NOW, true);
    const data = await openAdvisories(context, { ...options(), snapshot: "new" }, ["npm"]);
    expect((await data.lookup([left])).size).toBe(1);
    expect(data.info.notices).toEqual(["1 record of npm can't be read and is left out."]);
  });

  test("that was changed, is not signed, or is older than the last one is refused", async () => {
    const root = await temporaryFolder();
    const at = async (folder: string, modified: string) =>
      writeFiles(root, {
        [`${folder}/npm.zip`]: zipOf([["GHSA-1.json", recordOf("GHSA-1", "left", modified)]]),
      });
    await at("new", "2026-11-20T00:00:00Z");
    const open = (more: object = {}) =>
      openAdvisories(contextAt(root, "", NOW, true), { ...options(), snapshot: "new", ...more }, [
        "npm",
      ]);
    const { info } = await open();
    expect(info.ecosystems["npm"]).toMatchObject({ records: 1, takenAt: "2026-11-20T00:00:00Z" });
    await at("new", "2026-11-10T00:00:00Z");
    await expect(open()).rejects.toThrow("older than that of 2026-11-20T00:00:00Z");
    await expect(open({ requireSignedSnapshot: true })).rejects.toThrow("Who must have signed");
    await expect(open({ snapshot: "none" })).rejects.toThrow("There is no snapshot");
    await writeFile(join(root, "a.advisories"), "x".repeat(200));
    await expect(open({ snapshot: "a.advisories" })).rejects.toThrow("is damaged");
  });
});

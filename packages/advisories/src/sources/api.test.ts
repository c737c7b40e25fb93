import {
  type CheckContext,
  createMaterials,
  fixedClock,
  type HttpRequest,
  silentLogger,
  silentProgress,
} from "@assay/core";
import { nodeProcesses } from "@assay/core/host";
import { cleanUp, noSettingsFiles, temporaryFolder } from "@assay/testkit";
import { afterAll, expect, test } from "vitest";
import { packageKey } from "../data.ts";
import { recordOf } from "../test/archive.ts";
import { apiData } from "./api.ts";

afterAll(cleanUp);

interface Query {
  readonly package: { readonly ecosystem: string; readonly name: string };
  readonly page_token?: string;
}
type Batch = (queries: readonly Query[]) => unknown;

const modified = "2026-11-01T00:00:00Z";
const of = (name: string) => ({ ecosystem: "npm", name });

/** OSV's API, whose batches are answered by `batch` and whose details by `detail`. */
async function api(
  batch: Batch,
  detail: (id: string) => unknown = (id) => recordOf(id, id, modified),
) {
  const asked: HttpRequest[] = [];
  const root = await temporaryFolder();
  const answered = (value: unknown) => {
    const text = typeof value === "string" ? value : JSON.stringify(value);
    return {
      status: 200,
      headers: {},
      body: Buffer.from(text),
      text: () => text,
      json: () => JSON.parse(text) as unknown,
    };
  };
  const context: CheckContext = {
    root,
    event: null,
    remote: null,
    offline: false,
    settings: noSettingsFiles,
    materials: createMaterials(),
    http: {
      request: async (request) => {
        asked.push(request);
        if (request.method !== "POST") return answered(detail(request.url.split("/").at(-1) ?? ""));
        const { queries } = JSON.parse(String(request.body)) as { queries: readonly Query[] };
        return answered(batch(queries));
      },
    },
    processes: nodeProcesses(),
    clock: fixedClock(0),
    logger: silentLogger,
    progress: silentProgress,
    signal: new AbortController().signal,
    environment: {},
  };
  const options = { advisoryStore: `${root}/store` } as Parameters<typeof apiData>[1];
  return { asked, data: () => apiData(context, options, ["npm"]) };
}

const none: Batch = (queries) => ({ results: queries.map(() => ({})) });

test("packages are named without their versions, a thousand in one request", async () => {
  const { asked, data } = await api(none);
  await data().lookup(Array.from({ length: 2001 }, (_, at) => of(`p${at}`)));
  const sizes = asked.map(({ body }) => JSON.parse(String(body)).queries.length);
  expect(sizes).toEqual([1000, 1000, 1]);
  expect(JSON.parse(String(asked[2]?.body))).toEqual({ queries: [{ package: of("p2000") }] });
});

test("only a query with a token is asked again, also where its page holds nothing else", async () => {
  const { asked, data } = await api((queries) => ({
    results: queries.map(({ package: { name }, page_token: token }) => {
      if (name === "b") return {};
      if (token === undefined) return { next_page_token: "1" };
      if (token === "1") return { vulns: [{ id: "A-1", modified }], next_page_token: "2" };
      return { vulns: [{ id: "A-2", modified }] };
    }),
  }));
  const found = await data().lookup([of("a"), of("b")]);
  const ids = (found.get(packageKey(of("a"))) ?? []).map(({ record }) => record.id);
  expect(ids).toEqual(["A-1", "A-2"]);
  expect(found.get(packageKey(of("b")))).toBeUndefined();
  const batches = asked.filter(({ method }) => method === "POST");
  expect(batches.map(({ body }) => JSON.parse(String(body)).queries.length)).toEqual([2, 1, 1]);
});

test("a record is kept by its id and the time of its last change", async () => {
  let time = modified;
  const { asked, data } = await api((queries) => ({
    results: queries.map(() => ({ vulns: [{ id: "A-1", modified: time }] })),
  }));
  const details = () => asked.filter(({ method }) => method !== "POST").length;
  await data().lookup([of("a")]);
  await data().lookup([of("a")]);
  expect(details()).toBe(1);
  time = "2026-11-02T00:00:00Z";
  await data().lookup([of("a")]);
  expect(details()).toBe(2);
});

test.each<readonly [string, Batch, string]>([
  ["fewer results than queries", () => ({ results: [] }), "something else than as many results"],
  ["no results", () => ({}), "something else than as many results"],
  ["a page of HTML", () => "<html>", ""],
  ["an advisory without an id", () => ({ results: [{ vulns: [{}] }] }), "that has no id"],
  ["an id with a path", () => ({ results: [{ vulns: [{ id: "../x" }] }] }), "that has no id"],
  ["pages without an end", () => ({ results: [{ next_page_token: "1" }] }), "without an end"],
])("%s is no answer", async (_what, batch, message) => {
  const { data } = await api(batch);
  const lookup = data().lookup([of("a")]);
  await expect(lookup).rejects.toMatchObject({ kind: "external" });
  await expect(lookup).rejects.toThrow(message);
});

test("another advisory than the one that was asked for is no answer", async () => {
  const { data } = await api(
    (queries) => ({ results: queries.map(() => ({ vulns: [{ id: "A-1", modified }] })) }),
    () => recordOf("A-2", "a", modified),
  );
  await expect(data().lookup([of("a")])).rejects.toThrow("answered with A-2");
});

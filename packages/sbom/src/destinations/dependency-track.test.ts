import { afterEach, expect, test } from "vitest";
import { madeOf, send } from "../test/destinations.ts";
import { type Answer, type Seen, serve } from "../test/server.ts";

let server: Awaited<ReturnType<typeof serve>>;
afterEach(() => server.close());

const ID = "f90934f5-cb88-47ce-81cb-db06fc67d4b4";
const KEY = "odt_s3cret-key";
const MADE = madeOf({ "": { name: "shop" }, "node_modules/a": { version: "1.0.0" } });

/** Uploads to a server that answers so. */
async function upload(answer: (seen: Seen) => Answer, more = {}, made = MADE) {
  server = await serve(answer);
  const run = await send(await made, {
    dependencyTrackUrl: `${server.origin}/track/`,
    dependencyTrackProject: "@acme/shop@main",
    dependencyTrackKey: KEY,
    ...more,
  });
  expect(JSON.stringify([run.result, run.log])).not.toContain(KEY);
  return run.result;
}

const taken = () => ({ body: { token: "t-1" } });

test("the CycloneDX document is put to the project that is named, which is made where it is not there", async () => {
  const result = await upload(taken);
  const [{ method, path, headers, bytes } = expect.fail(), ...more] = server.journal;
  expect([method, path, more]).toEqual(["PUT", "/track/api/v1/bom", []]);
  expect(headers).toMatchObject({ "x-api-key": KEY, "content-type": "application/json" });
  const { bom, ...project } = JSON.parse(bytes.toString());
  expect(project).toEqual({ projectName: "@acme/shop", projectVersion: "main", autoCreate: true });
  const document = (await MADE).artifacts[0]?.bytes ?? Buffer.of();
  expect(Buffer.from(bom, "base64").equals(document)).toBe(true);
  expect(result).toMatchObject({
    failures: [],
    records: [
      {
        act: "uploaded",
        subject: { name: "sbom.cdx.json" },
        destination: `${server.origin}/track, project @acme/shop@main`,
        notes: ["Taken; the server processes it."],
      },
    ],
  });
});

test("a project by its id, and a document that no format asked for", async () => {
  await upload(taken, { dependencyTrackProject: ID }, madeWithout());
  const { bom, ...project } = JSON.parse(server.journal[0]?.bytes.toString() ?? "");
  expect(project).toEqual({ project: ID });
  expect(JSON.parse(Buffer.from(bom, "base64").toString())).toMatchObject({ specVersion: "1.6" });
});

const madeWithout = async () => ({ ...(await MADE), artifacts: [] });

test("a large document goes as a form", async () => {
  const bytes = Buffer.alloc(11 * 1024 * 1024, "x");
  const large = { name: "sbom.cdx.json", mediaType: "", bytes };
  await upload(taken, {}, Promise.resolve({ ...(await MADE), artifacts: [large] }));
  const { method, path, headers, bytes: body = Buffer.of() } = server.journal[0] ?? expect.fail();
  expect([method, path]).toEqual(["POST", "/track/api/v1/bom"]);
  const type = String(headers["content-type"]);
  expect(type).toMatch(/^multipart\/form-data; boundary=/);
  const form = await new Response(new Uint8Array(body), {
    headers: { "content-type": type },
  }).formData();
  expect([form.get("projectName"), form.get("projectVersion"), form.get("autoCreate")]).toEqual([
    "@acme/shop",
    "main",
    "true",
  ]);
  const file = form.get("bom");
  expect(file).toBeInstanceOf(File);
  expect((file as File).size).toBe(bytes.length);
});

test("its processing is waited for only where the step asks", async () => {
  let polls = 0;
  const answer = ({ path }: Seen) =>
    path.includes("/token/") ? { body: { processing: ++polls < 3 } } : taken();
  const result = await upload(answer, { dependencyTrackWait: true });
  expect(result?.records[0]?.notes).toEqual(["Taken; the server has processed it."]);
  expect(server.journal.slice(1).map(({ method, path }) => `${method} ${path}`)).toEqual(
    Array(3).fill("GET /track/api/v1/event/token/t-1"),
  );
});

test("one that never ends is a note", async () => {
  const answer = ({ path }: Seen) =>
    path.includes("/token/") ? { body: { processing: true } } : taken();
  const result = await upload(answer, { dependencyTrackWait: true });
  expect(result?.records[0]?.notes?.[0]).toContain("had not processed it yet");
});

test.each([
  [401, undefined, "usage", "answered 401: the key may not upload there", "BOM_UPLOAD"],
  [404, "The project could not be found.", "external", "answered 404", "API server"],
  [400, { detail: "Schema validation failed" }, "external", "Schema validation failed", "log"],
])("the answer %i is a failure that says what to do", async (status, body, kind, message, hint) => {
  const result = await upload(() => ({ status, body }));
  expect(result).toMatchObject({
    records: [],
    failures: [
      { kind, message: expect.stringContaining(message), hint: expect.stringContaining(hint) },
    ],
  });
});

test.each([
  [{ dependencyTrackKey: undefined }, "There is no `dependency-track-key`"],
  [{ dependencyTrackProject: undefined }, "There is no `dependency-track-project`"],
  [{ dependencyTrackProject: "shop" }, "neither an id nor `name@version`"],
])("%j is refused before anything is sent", async (more, message) => {
  const result = await upload(taken, more);
  expect(result?.failures).toMatchObject([
    { kind: "usage", message: expect.stringContaining(message) },
  ]);
  expect(server.journal).toEqual([]);
});

test("an address that is none is refused", async () => {
  server = await serve(taken);
  const wrong = send(await MADE, { dependencyTrackUrl: "dtrack.example" });
  await expect(wrong).rejects.toThrow("`dependency-track-url` is no http(s) address");
});

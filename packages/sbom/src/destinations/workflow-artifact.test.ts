import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { cleanUp, temporaryFolder, writeFiles } from "@assay/testkit";
import { afterAll, afterEach, expect, test } from "vitest";
import { madeOf, send } from "../test/destinations.ts";
import { type Answer, type Seen, serve } from "../test/server.ts";
import { destinationHosts } from "./inputs.ts";
import { sha256Of } from "./records.ts";
import { zip } from "./zip.ts";

let server: Awaited<ReturnType<typeof serve>> | undefined;
afterEach(async () => server?.close());
afterAll(cleanUp);

const MADE = madeOf({ "": { name: "shop" }, "node_modules/a": { version: "1.0.0" } });
const part = (claims: object) => Buffer.from(JSON.stringify(claims)).toString("base64url");
const TOKEN = `${part({})}.${part({ scp: "Actions.Other:1 Actions.Results:run-1:job-2" })}.x`;
const SERVICE = "/twirp/github.actions.results.api.v1.ArtifactService";

const usual = ({ path }: Seen, origin: string): Answer => {
  if (path.endsWith("/CreateArtifact"))
    return { body: { ok: true, signed_upload_url: `${origin}/blob/a.zip?sig=s1gnature%2B&sv=1` } };
  if (path.endsWith("/FinalizeArtifact")) return { body: { ok: true, artifact_id: "77" } };
  return { status: 201 };
};

async function upload(answer = usual, more = {}, environment = {}) {
  server = await serve(answer);
  return send(
    await MADE,
    { workflowArtifact: "sbom", ...more },
    {
      environment: {
        ACTIONS_RESULTS_URL: `${server.origin}/`,
        ACTIONS_RUNTIME_TOKEN: TOKEN,
        ...environment,
      },
    },
  );
}

test("the documents are one archive, sent in the three steps of the runner's service", async () => {
  const { result, masked, log } = await upload();
  const [create, put, finalize, ...more] = server?.journal ?? [];
  expect(more).toEqual([]);
  const ids = { workflow_run_backend_id: "run-1", workflow_job_run_backend_id: "job-2" };
  expect(create).toMatchObject({ method: "POST", path: `${SERVICE}/CreateArtifact` });
  expect(create?.headers).toMatchObject({
    authorization: `Bearer ${TOKEN}`,
    "content-type": "application/json",
  });
  expect(JSON.parse(create?.bytes.toString() ?? "")).toEqual({
    ...ids,
    name: "sbom",
    mime_type: "application/zip",
    version: 7,
  });
  expect(put).toMatchObject({ method: "PUT", path: "/blob/a.zip?sig=s1gnature%2B&sv=1" });
  expect(put?.headers).toMatchObject({ "x-ms-blob-type": "BlockBlob" });
  expect(put?.headers["authorization"]).toBeUndefined();
  const bytes = put?.bytes ?? Buffer.of();
  expect(bytes.equals(zip((await MADE).artifacts))).toBe(true);
  expect(finalize).toMatchObject({ method: "POST", path: `${SERVICE}/FinalizeArtifact` });
  expect(JSON.parse(finalize?.bytes.toString() ?? "")).toEqual({
    ...ids,
    name: "sbom",
    size: String(bytes.length),
    hash: `sha256:${sha256Of(bytes)}`,
  });
  expect(result).toMatchObject({
    failures: [],
    records: [
      {
        act: "uploaded",
        subject: { name: "sbom.zip", digests: { sha256: sha256Of(bytes) } },
        destination: "the artifacts of this run",
        notes: ["Artifact 77: sbom.cdx.json, sbom.spdx.json."],
      },
    ],
  });
  expect(masked).toEqual(["s1gnature+"]);
  expect(JSON.stringify([result, log])).not.toMatch(/s1gnature|scp/);
});

test("a name that the run has already is told with what to do in a matrix", async () => {
  const { result } = await upload(() => ({ status: 409, body: { msg: "conflict" } }));
  expect(result?.failures).toMatchObject([
    {
      kind: "usage",
      message: 'The run has an artifact "sbom" already',
      hint: expect.stringContaining("matrix"),
    },
  ]);
});

test.each<[string, (seen: Seen, origin: string) => Answer, string]>([
  ["refuses", () => ({ status: 403, body: { msg: "no" } }), "answered 403 to CreateArtifact"],
  ["says no", () => ({ body: { ok: false } }), "answered 200 to CreateArtifact (not ok)"],
  ["gives no address", () => ({ body: { ok: true } }), "gave no address"],
  [
    "can't store",
    (seen, origin) => (seen.method === "PUT" ? { status: 403 } : usual(seen, origin)),
    "The storage of workflow artifacts answered 403",
  ],
  [
    "names another host",
    () => ({ body: { ok: true, signed_upload_url: "https://evil.example/x?sig=abc" } }),
    "The host evil.example may not be reached",
  ],
])("a service that %s is a failure", async (_, answer, message) => {
  const { result } = await upload(answer);
  expect(result?.records).toEqual([]);
  expect(result?.failures).toMatchObject([{ message: expect.stringContaining(message) }]);
});

test.each([
  [{ workflowArtifact: "a/b" }, {}, 'holds "/"'],
  [{}, { ACTIONS_RUNTIME_TOKEN: "" }, "gives this process no access"],
  [{}, { ACTIONS_RUNTIME_TOKEN: "s3cret" }, "names no run and job"],
  [{}, { GITHUB_SERVER_URL: "https://git.acme.example" }, "has no artifacts of version 4"],
])("%j with %j is refused before anything is sent", async (more, environment, message) => {
  const { result } = await upload(usual, more, environment);
  expect(result?.failures).toMatchObject([{ message: expect.stringContaining(message) }]);
  expect(server?.journal).toEqual([]);
});

test("the storage may have any account", () => {
  const options = { dependencySnapshot: false, dependencyTrackWait: false, workflowArtifact: "a" };
  expect(destinationHosts(options, { ACTIONS_RESULTS_URL: "https://results.example/" })).toEqual([
    "results.example",
    "*.blob.core.windows.net",
  ]);
  expect(destinationHosts(options, {})).toEqual([]);
});

test("the archive is one that Python reads, and equal files give equal bytes", async () => {
  const files = [
    { name: "a.json", bytes: Buffer.from("{}") },
    { name: "ümlaut.txt", bytes: Buffer.alloc(100_000, "text ") },
    { name: "empty", bytes: Buffer.of() },
  ];
  expect(zip(files)).toEqual(zip(files));
  const folder = await temporaryFolder();
  await writeFiles(folder, { "a.zip": zip(files) });
  const script = `import zipfile,sys,json,hashlib
z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None
print(json.dumps([[i.filename, i.file_size, hashlib.sha256(z.read(i)).hexdigest()] for i in z.infolist()]))`;
  const output = execFileSync("python3", ["-c", script, join(folder, "a.zip")]).toString();
  expect(JSON.parse(output)).toEqual(
    files.map(({ name, bytes }) => [name, bytes.length, sha256Of(bytes)]),
  );
});

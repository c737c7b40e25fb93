import { generateKeyPairSync } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fixedClock, silentLogger, silentProgress } from "@assay/core";
import { createGuardedHttp, nodeProcesses } from "@assay/core/host";
import { executeCommand } from "@assay/runtime";
import {
  cleanUp,
  type LayoutImage,
  MINI_IDENTITY,
  type MiniRegistry,
  type MiniSigstore,
  startMiniRegistry,
  startMiniSigstore,
  temporaryFolder,
  type WrittenLayout,
  writeImageLayout,
} from "@assay/testkit";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { loadSections } from "../../sections.ts";
import { imageReleaseCommand } from "./command.ts";

const GITHUB_CLAIMS = {
  repository: "acme/app",
  ref: "refs/heads/main",
  sha: "a".repeat(40),
  event_name: "push",
  workflow_ref: "acme/app/.github/workflows/release@v1.yml@refs/heads/main",
  repository_id: "11",
  repository_owner_id: "22",
  runner_environment: "github-hosted",
  run_id: "33",
  run_attempt: "1",
};

let mini: MiniSigstore;
beforeAll(async () => {
  mini = await startMiniSigstore();
  mini.claims = { ...mini.claims, ...GITHUB_CLAIMS };
});
afterAll(async () => {
  await mini.close();
  await cleanUp();
});

let root: string;
let written: WrittenLayout;
let registry: MiniRegistry;
const open: MiniRegistry[] = [];
const LAYERS: LayoutImage["layers"] = [
  { "etc/os-release": "ID=alpine\n" },
  { "app/node_modules/a/package.json": '{"name":"a","version":"1.0.0"}' },
];

beforeEach(async () => {
  root = await temporaryFolder();
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  await writeFile(join(root, "k.key"), privateKey.export({ format: "pem", type: "pkcs8" }));
  await writeFile(join(root, "k.pub"), publicKey.export({ format: "pem", type: "spki" }));
  await writeFile(join(root, "root.json"), mini.trustedRoot);
  written = await writeImageLayout(
    join(root, "image"),
    ["linux/amd64", "linux/arm64"].map((platform) => ({
      platform,
      layers: LAYERS,
    })),
  );
  await serve({});
});
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

/** A registry that has the image, past every protocol. */
async function serve(options: Parameters<typeof startMiniRegistry>[0]) {
  registry = await startMiniRegistry(options);
  open.push(registry);
  const folder = join(root, "image/blobs/sha256");
  for (const name of await readdir(folder)) {
    const bytes = await readFile(join(folder, name));
    registry.putBlob("team/app", bytes);
    const { mediaType } = bytes[0] === 0x7b ? JSON.parse(bytes.toString()) : {};
    if (mediaType !== undefined)
      registry.putManifest("team/app", bytes, undefined, mediaType as string);
  }
}

async function release(
  explicit: Record<string, unknown>,
  environment: Readonly<Record<string, string>> = {},
) {
  const { report, exitCode, outputs, artifacts } = await executeCommand({
    command: imageReleaseCommand,
    explicit: {
      image: `${registry.host}/team/app@${written.digest}`,
      ...explicit,
    } as Record<string, string>,
    environment: { PATH: process.env["PATH"], HOME: root, ...environment },
    host: "cli",
    cwd: root,
    event: null,
    remote: null,
    logger: silentLogger,
    progress: silentProgress,
    processes: nodeProcesses(),
    clock: fixedClock(new Date().toISOString()),
    loadSections,
    version: "0.0.0",
    signal: new AbortController().signal,
    httpFactory: (options) => createGuardedHttp({ ...options, sleep: async () => {} }),
  });
  const acts = report.acts.map(({ title, records, failures }) => [
    title,
    records.map(({ act }) => act).join(" "),
    failures.map(({ ruleId }) => ruleId).join(" "),
  ]);
  return { report, exitCode, outputs, artifacts, acts };
}

const three = "signed signed signed";
const all = [
  written_("verified verified verified"),
  ["Verification of the index' attestations", "verified", ""],
];
function written_(records: string) {
  return ["Verification", records, ""];
}

describe.each([true, false])(
  "with a key, where the registry's referrers API is %s",
  (referrers) => {
    beforeEach(() => serve({ referrers }));

    it("signs and attests the index and each platform, and verifies all of it from the registry", async () => {
      const { acts, exitCode, outputs, artifacts, report } = await release({ key: "k.key" });
      expect(acts).toEqual([
        ["Signature", three, ""],
        ["Bills of materials", `${three} ${three}`, ""],
        ...all,
      ]);
      expect([exitCode, outputs["digest"], outputs["verified-count"]]).toEqual([
        0,
        written.digest,
        "4",
      ]);
      expect(artifacts.map(({ name }) => name)).toContain("sbom.linux-arm64.cdx.json");
      const image = `${registry.host}/team/app@${written.digest}`;
      expect(report.acts.flatMap(({ verifyWith = [] }) => verifyWith)).toEqual([
        {
          tool: "assay",
          command: `assay image verify --key k.pub --predicate-type cyclonedx --predicate-type spdx -- ${image}`,
        },
        {
          tool: "cosign",
          command: `cosign verify --key k.pub --insecure-ignore-tlog ${image}`,
        },
        ...["https://cyclonedx.org/bom", "https://spdx.dev/Document/v2.3"].map((type) => ({
          tool: "cosign",
          command: `cosign verify-attestation --type ${type} --key k.pub --insecure-ignore-tlog ${image}`,
        })),
      ]);
    });

    it("run again keeps what is there, and makes what is missing", async () => {
      await release({ key: "k.key", formats: "spdx-2.3" });
      const again = await release({ key: "k.key" });
      expect(again.acts).toEqual([
        ["Signature", "kept kept kept", ""],
        ["Bills of materials", "signed kept signed kept signed kept", ""],
        ...all,
      ]);
      registry.takeRequests();
      expect((await release({ key: "k.key" })).acts[1]?.[1]).toBe(Array(6).fill("kept").join(" "));
      expect(registry.takeRequests().filter((line) => /^(PUT|POST|PATCH)/.test(line))).toEqual([]);
    });
  },
);

it("keyless, with provenance where the token says what is built", async () => {
  const { acts, report, exitCode } = await release(
    {
      "fulcio-url": mini.fulcioUrl,
      "rekor-url": mini.rekorV1Url,
      "trusted-root": "root.json",
      formats: "spdx-2.3",
    },
    inCi(),
  );
  expect(report.checks.flatMap(({ error }) => error?.message ?? [])).toEqual([]);
  expect(acts.map(([title]) => title)).toEqual([
    "Signature",
    "Bills of materials",
    "Provenance",
    "Verification",
    "Verification of the index' attestations",
  ]);
  expect([exitCode, acts.flatMap(([, , failures]) => failures).join("")]).toEqual([0, ""]);
  const [command] = report.acts.flatMap(({ verifyWith = [] }) => verifyWith);
  expect(command?.command).toContain(MINI_IDENTITY);
  expect(command?.command).toContain("--predicate-type provenance");
});

/** What a job of GitHub has where its token may be asked for. */
const inCi = () => ({
  ACTIONS_ID_TOKEN_REQUEST_URL: mini.tokenUrl,
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: "mini",
  GITHUB_ACTIONS: "true",
  GITHUB_SERVER_URL: "https://github.com",
});

it("says before anything is signed that nothing could be verified", async () => {
  const { exitCode, report } = await release(
    { "fulcio-url": mini.fulcioUrl, "rekor-url": mini.rekorV1Url },
    inCi(),
  );
  expect(exitCode).toBe(2);
  expect(report.checks.map(({ error }) => error?.message)).toEqual([
    "Nothing says which services are trusted, so that nothing that is signed here could be verified",
  ]);
  expect(registry.takeRequests()).toEqual([]);
});

it("a tag is resolved once, and the report says so once", async () => {
  const index = await readFile(join(root, "image/blobs/sha256", written.digest.slice(7)));
  const { mediaType } = JSON.parse(index.toString());
  registry.putManifest("team/app", index, "1.0", mediaType as string);
  const image = `${registry.host}/team/app:1.0`;
  const { report, acts } = await release({ image, key: "k.key" });
  expect(acts.map(([title]) => title)).toContain("Bills of materials");
  const notices = report.acts.flatMap((act) => act.notices ?? []);
  expect(notices.filter((each) => each.startsWith("The tag 1.0 stood for"))).toHaveLength(1);
});

it("what the registry lost does not count as done", async () => {
  await serve({ referrers: true });
  await release({ key: "k.key" });
  // From the second opening on, the list of what belongs to the index is empty.
  registry.faults.push({
    path: new RegExp(`referrers/${written.digest}`),
    change: () =>
      Buffer.from(
        '{"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","manifests":[]}',
      ),
  });
  const { exitCode, acts } = await release({ key: "k.key" });
  expect(exitCode).toBeGreaterThan(0);
  expect(acts.flatMap(([, , failures]) => failures)).toContainEqual(
    expect.stringContaining("image."),
  );
});

it("a registry that can't say what is there is an error of its own, and nothing is signed", async () => {
  registry.faults.push({ path: /referrers/, status: 500 });
  const { exitCode, acts } = await release({ key: "k.key" });
  expect(exitCode).toBe(3);
  expect(acts.map(([title]) => title)).toEqual(["Signature"]);
});

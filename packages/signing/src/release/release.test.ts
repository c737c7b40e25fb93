import { createHash, generateKeyPairSync } from "node:crypto";
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { MAX_BUNDLE_BYTES } from "@assay/sigstore/files";
import {
  cleanUp,
  type FakeGithub,
  type MiniSigstore,
  startFakeGithub,
  startMiniSigstore,
  temporaryFolder,
  writeFiles,
} from "@assay/testkit";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { SIGN_DEFAULTS, type TestRun, testContext } from "../test/run.ts";
import { markOf } from "./draft.ts";
import type { ReleaseOptions } from "./options.ts";
import { runRelease } from "./run-release.ts";

const COMMIT = "c".repeat(40);
const TAG = "v1.0.0";
const NAMES = ["SHA256SUMS", "VERIFY.md", "a.tgz", "b.tgz"].flatMap((name) => [
  name,
  `${name}.sigstore.json`,
]);

let mini: MiniSigstore;
let github: FakeGithub;
let root: string;
beforeAll(async () => {
  mini = await startMiniSigstore();
});
afterAll(async () => {
  await mini.close();
  await cleanUp();
});
beforeEach(async () => {
  github = await startFakeGithub("acme/app");
  github.state.tags.set(TAG, { type: "commit", sha: COMMIT });
  root = await checkout();
});
afterEach(() => github.close());

async function checkout(): Promise<string> {
  const folder = await temporaryFolder();
  await writeFiles(folder, {
    "dist/a.tgz": "a\n",
    "dist/b.tgz": "b\n",
    "bom.json": JSON.stringify({ bomFormat: "CycloneDX", specVersion: "1.6" }),
    "root.json": mini.trustedRoot,
  });
  return folder;
}

async function release(options: Partial<ReleaseOptions> = {}, folder = root) {
  const run: TestRun = {
    root: folder,
    hosts: [github.origin, mini.url],
    environment: {
      ...github.environment(),
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: "mini",
      GITHUB_SERVER_URL: "https://github.com",
    },
    event: { name: "push", payload: {}, sha: COMMIT, ref: `refs/tags/${TAG}` },
  };
  return await runRelease(testContext(run), {
    ...SIGN_DEFAULTS,
    fulcioUrl: mini.fulcioUrl,
    rekorUrls: [mini.rekorV1Url],
    tokenRequestUrl: mini.tokenUrl,
    trustedRoot: "root.json",
    remote: { serverUrl: "https://github.com", repository: "acme/app", token: "t" },
    tag: TAG,
    files: ["dist/*.tgz"],
    sboms: [],
    provenance: false,
    outputDirectory: "out",
    title: undefined,
    notes: undefined,
    prerelease: false,
    createTag: false,
    adopt: false,
    publish: true,
    ...options,
  });
}

/** What is refused, in one text. */
async function refusal(options: Partial<ReleaseOptions> = {}, folder = root): Promise<string> {
  const error = await release(options, folder).then(
    () => new Error("nothing was refused"),
    (thrown: Error & { problems?: readonly string[] }) => thrown,
  );
  return [error.message, ...("problems" in error ? (error.problems ?? []) : [])].join("\n");
}

const held = () => (github.state.releases.get(TAG)?.assets ?? []).map(({ name }) => name).sort();
const logged = () => mini.journal.filter((service) => service === "rekor1").length;
const uploads = () =>
  github.journal.filter(({ method, path }) => method === "POST" && path.endsWith("/assets")).length;

describe("a release", () => {
  it("is published when all of it is signed, uploaded and verified", async () => {
    const certificates = mini.journal.filter((service) => service === "fulcio").length;
    const { acts, release: made } = await release();
    expect(made).toMatchObject({ tag: TAG, isDraft: false, isImmutable: true });
    expect(held()).toEqual([...NAMES].sort());
    expect(github.state.drafts).toEqual([]);
    expect(acts.map(({ act }) => act)).toEqual(["sign", "release"]);
    // In the order in which they came to be uploaded, three at once.
    expect(
      acts
        .at(-1)
        ?.records.map(({ act, subject }) => `${act} ${subject.name}`)
        .sort(),
    ).toEqual(["uploaded SHA256SUMS", "uploaded VERIFY.md", "uploaded a.tgz", "uploaded b.tgz"]);
    expect(mini.journal.filter((service) => service === "fulcio").length - certificates).toBe(1);
    const list = github.state.releases.get(TAG)?.assets.find(({ name }) => name === "SHA256SUMS");
    expect(Buffer.from(list?.bytes ?? []).toString()).toContain(
      `${createHash("sha256").update("a\n").digest("hex")}  a.tgz\n`,
    );
  });

  it("holds attestations of every file where they are asked for", async () => {
    mini.claims = {
      ...mini.claims,
      repository: "acme/app",
      ref: `refs/tags/${TAG}`,
      sha: COMMIT,
      event_name: "push",
      workflow_ref: `acme/app/.github/workflows/release.yml@refs/tags/${TAG}`,
      repository_id: "1",
      repository_owner_id: "2",
      runner_environment: "github-hosted",
      run_id: "3",
      run_attempt: "1",
    };
    await release({ provenance: true, sboms: ["bom.json"] });
    expect(held()).toEqual(
      [
        ...NAMES,
        "bom.json",
        "bom.json.sigstore.json",
        "cyclonedx.sigstore.json",
        "provenance.sigstore.json",
      ].sort(),
    );
  });

  it("that is there and whole is verified, on another machine too, and nothing is signed", async () => {
    await release();
    const before = logged();
    const { acts, release: found } = await release({}, await checkout());
    expect([found?.isDraft, logged() - before]).toEqual([false, 0]);
    expect(acts).toMatchObject([
      {
        act: "release",
        notices: ["The release v1.0.0 was published before, and holds all of this."],
      },
    ]);
    expect(acts[0]?.records.map(({ act }) => act)).toEqual(Array(4).fill("verified"));
  });

  it("that is there and differs is a failure that says in what", async () => {
    await release();
    const other = await checkout();
    await writeFiles(other, { "dist/a.tgz": "other\n", "dist/c.tgz": "c\n" });
    const said = await refusal({}, other);
    expect(said).toContain("The published release v1.0.0 is not what this run would make");
    expect(said).toContain("a.tgz has other content (sha256:");
    expect(said).toContain("c.tgz is missing, or not whole");
    const published = github.state.releases.get(TAG);
    published?.assets.push({ id: 1, name: "x.exe", bytes: Buffer.from("x") });
    expect(await refusal({}, await checkout())).toContain(
      "x.exe is in it, and not among the files",
    );
  });

  it("was published: what is verified is the list that was compared, and no second one", async () => {
    await release();
    const path = /\/releases\/\d+\/assets/;
    const asked = () => github.journal.filter((entry) => path.test(entry.path)).length;
    const before = asked();
    const { acts } = await release({}, await checkout());
    expect([acts[0]?.records.length, asked() - before]).toEqual([4, 2]);
  });

  it("was published with an attestation that is none", async () => {
    await release({ sboms: ["bom.json"] });
    const published = github.state.releases.get(TAG);
    const bytes = Buffer.alloc(MAX_BUNDLE_BYTES + 1, " ");
    if (published !== undefined)
      published.assets = published.assets.map((asset) =>
        asset.name === "cyclonedx.sigstore.json" ? { ...asset, bytes } : asset,
      );
    expect(await refusal({ sboms: ["bom.json"] }, await checkout())).toContain(
      "What GitHub has is not what was signed\ncyclonedx.sigstore.json: ",
    );
  });

  it("lost a bundle after it was published: a failure by its name", async () => {
    await release();
    const published = github.state.releases.get(TAG);
    if (published !== undefined)
      published.assets = published.assets.filter(({ name }) => name !== "a.tgz.sigstore.json");
    expect(await refusal({}, await checkout())).toContain(
      "a.tgz.sigstore.json is missing, or not whole",
    );
  });

  it("stays a draft where that is wanted, and is finished later", async () => {
    await release({ publish: false });
    expect([held(), github.state.drafts.length]).toEqual([[], 1]);
    const before = [logged(), uploads()];
    await release({}, await checkout());
    expect([logged(), uploads()]).toEqual(before);
    expect(held()).toEqual([...NAMES].sort());
  });

  it("a dry run says what would be done, and asks nobody", async () => {
    const before = mini.journal.length;
    const { acts } = await release({ dryRun: true });
    expect([github.journal.length, mini.journal.length - before]).toEqual([0, 0]);
    expect(acts[0]?.notices?.join("\n")).toContain(
      `Uploaded to a draft of ${TAG} in acme/app, verified there and published: SHA256SUMS, SHA256SUMS.sigstore.json, VERIFY.md`,
    );
    expect(await readdir(join(root, "dist"))).toEqual(["a.tgz", "b.tgz"]);
  });
});

describe("what goes wrong on the way is put right", () => {
  it.each([
    ["an asset that is lost after 201", { status: 0, method: "POST", path: /\/assets$/ }, true],
    [
      "a 502 after the asset was taken",
      { status: 502, method: "POST", path: /\/assets$/, commit: true },
      false,
    ],
    [
      "a 502 after the draft was made",
      { status: 502, method: "POST", path: /\/releases$/, commit: true },
      false,
    ],
    [
      "a 502 before the draft was made",
      { status: 502, method: "POST", path: /\/releases$/ },
      false,
    ],
    [
      "a 502 after it was published",
      { status: 502, method: "PATCH", path: /\/releases\/\d+$/, commit: true },
      false,
    ],
    [
      "a secondary rate limit",
      {
        status: 403,
        method: "POST",
        path: /\/assets$/,
        headers: { "retry-after": "0" },
        body: '{"message":"You have exceeded a secondary rate limit"}',
      },
      false,
    ],
    [
      "429 at a listing",
      { status: 429, method: "GET", path: /\/assets$/, headers: { "retry-after": "0" } },
      false,
    ],
  ] as const)("%s", async (_, fault, isLost) => {
    github.fail({
      ...fault,
      times: 1,
      effect: (state) => {
        if (isLost) state.drafts[0]?.assets.pop();
      },
    });
    await release();
    expect(held()).toEqual([...NAMES].sort());
    expect(github.state.drafts).toEqual([]);
  });

  it("a half uploaded asset blocks its name until it is deleted", async () => {
    github.fail({
      ...{ status: 502, method: "POST", path: /\/assets$/, times: 1 },
      effect: (state, { query }) =>
        void state.drafts[0]?.assets.push({
          id: 9,
          name: query["name"] ?? "",
          bytes: Buffer.alloc(0),
          state: "starter",
        }),
    });
    await release();
    expect(held()).toEqual([...NAMES].sort());
    expect(github.state.releases.get(TAG)?.assets.some(({ id }) => id === 9)).toBe(false);
  });

  it("an asset that is lost each time ends the run by its name, and nothing is published", async () => {
    github.fail({
      ...{ status: 0, method: "POST", path: /\/assets$/ },
      effect: (state) => {
        const [draft] = state.drafts;
        if (draft) draft.assets = draft.assets.filter(({ name }) => name !== "b.tgz");
      },
    });
    expect(await refusal()).toMatch(/^GitHub does not keep b\.tgz/);
    expect(github.state.releases.size).toBe(0);
  });

  it("120 assets are on more than one page", async () => {
    await writeFiles(
      root,
      Object.fromEntries(Array.from({ length: 58 }, (_, at) => [`dist/f${at}.tgz`, `${at}`])),
    );
    await release();
    expect(held()).toHaveLength(124);
  });

  it("a server that gives no digests is compared by what it sends", async () => {
    await release({ publish: false });
    const [draft] = github.state.drafts;
    if (draft) draft.assets = draft.assets.map((asset) => ({ ...asset, digest: null }));
    await release();
    expect(held()).toEqual([...NAMES].sort());
  });
});

describe("nothing is published", () => {
  afterEach(() => expect(github.state.releases.size).toBe(0));

  it("of a tag that is not there", async () => {
    github.state.tags.clear();
    expect(await refusal()).toBe("There is no tag v1.0.0 on GitHub");
  });

  it("of a tag at another commit", async () => {
    github.state.tags.set(TAG, { type: "tag", sha: "e".repeat(40) });
    github.state.tagObjects.set("e".repeat(40), { type: "commit", sha: "d".repeat(40) });
    expect(await refusal()).toBe(
      `The tag v1.0.0 is at commit ${"d".repeat(40)}, and this run is for ${COMMIT}`,
    );
  });

  it("of a tag that moves meanwhile", async () => {
    github.fail({
      ...{ status: 0, method: "POST", path: /\/assets$/, times: 1 },
      effect: (state) => void state.tags.set(TAG, { type: "commit", sha: "d".repeat(40) }),
    });
    expect(await refusal()).toContain(`The tag v1.0.0 is at commit ${"d".repeat(40)}`);
  });

  it("from a draft that something else made", async () => {
    github.state.drafts.push({ id: 7, tag: TAG, body: "Notes", assets: [] });
    expect(await refusal()).toBe("There is a draft of v1.0.0 that something else made (id 7)");
  });

  it("from one of two drafts", async () => {
    for (const id of [7, 8])
      github.state.drafts.push({ id, tag: TAG, body: markOf(TAG), assets: [] });
    expect(await refusal()).toBe("There are 2 drafts of v1.0.0 (ids 7, 8)");
  });

  it("with a file that nobody named, from an adopted draft either", async () => {
    const extra = { id: 70, name: "x.exe", bytes: Buffer.from("x") };
    github.state.drafts.push({ id: 7, tag: TAG, body: "Notes", assets: [extra] });
    expect(await refusal({ adopt: true })).toBe(
      "The draft v1.0.0 is not what this run would make\nx.exe is in it, and not among the files",
    );
  });

  it("with a file that came to the draft between upload and publishing", async () => {
    github.fail({
      ...{ status: 0, method: "GET", path: /\/releases\/assets\/\d+$/, times: 1 },
      effect: (state) =>
        void state.drafts[0]?.assets.push({ id: 70, name: "x.exe", bytes: Buffer.from("x") }),
    });
    expect(await refusal()).toContain("x.exe is in it, and not among the files");
  });

  it("with an asset that has other content, unless it may be replaced", async () => {
    const changed = { id: 70, name: "a.tgz", bytes: Buffer.from("changed") };
    github.state.drafts.push({ id: 7, tag: TAG, body: markOf(TAG), assets: [changed] });
    expect(await refusal()).toMatch(
      /a\.tgz has other content \(sha256:[0-9a-f]{64}\) than dist\/a\.tgz/,
    );
  });

  it("where what comes back is not what went up", async () => {
    github.fail({ status: 200, method: "GET", path: /\/releases\/assets\/\d+$/, body: "x" });
    expect(await refusal()).toMatch(/^What GitHub has is not what was signed\n/);
  });

  it("where the token would go to another host", async () => {
    github.fail({
      ...{ status: 200, method: "GET", path: /\/releases$/, times: 1 },
      body: JSON.stringify([
        {
          id: 7,
          tag_name: TAG,
          draft: true,
          body: markOf(TAG),
          upload_url: `${mini.url}/evil{?name}`,
        },
      ]),
    });
    github.fail({ status: 200, method: "GET", path: /\/releases\/7\/assets$/, body: "[]" });
    expect(await refusal()).toMatch(/for uploads, and the token goes to 127\.0\.0\.1:\d+ alone$/);
    expect(mini.journal).not.toContain("evil");
  });

  it("without a token, its notes, or files, with two files of one name, with an empty one", async () => {
    expect(await refusal({ remote: { serverUrl: "", repository: "acme/app" } })).toBe(
      "There is no token to make a release with",
    );
    const before = logged();
    expect(await refusal({ notes: "no.md" })).toBe(
      "`notes` is no.md, which can't be read as a file",
    );
    expect(logged()).toBe(before);
    const none = await release({ files: ["dist/*.tgz", "no/*.tgz"] });
    expect(none.acts.flatMap(({ failures }) => failures.map(({ message }) => message))).toEqual([
      "no/*.tgz names nothing to sign: no file matches",
    ]);
    await writeFiles(root, { "dist/k.key": "k" });
    expect(await refusal({ files: ["dist/*"], key: "./dist/k.key", dryRun: true })).toBe(
      "`files` names ./dist/k.key, the private key",
    );
    await rm(join(root, "dist/k.key"));
    const unnamed = await release({ files: [] });
    expect(unnamed.acts[0]?.failures.map(({ message }) => message)).toEqual([
      "files names nothing to sign: none is given, or all are excluded, bundles or no regular files",
    ]);
    await writeFiles(root, { "x/a.tgz": "", "x/s p.tgz": "s" });
    expect(await refusal({ files: ["dist/*", "x/*"] })).toBe(
      [
        "GitHub would not take these files as they are",
        "x/a.tgz and dist/a.tgz have one name",
        "x/s p.tgz: GitHub would change its name; letters, digits and . _ + - @ ~ are kept",
        "x/a.tgz.sigstore.json and dist/a.tgz.sigstore.json have one name",
        "x/s p.tgz.sigstore.json: GitHub would change its name; letters, digits and . _ + - @ ~ are kept",
      ].join("\n"),
    );
  });
});

it("an asset of a draft with other content is replaced where that is asked for", async () => {
  const changed = { id: 70, name: "a.tgz", bytes: Buffer.from("changed") };
  github.state.drafts.push({ id: 7, tag: TAG, body: markOf(TAG), assets: [changed] });
  await release({ replace: true });
  expect(held()).toEqual([...NAMES].sort());
});

it("publishing makes the tag where that is asked for, also of a draft that was made for another commit", async () => {
  github.state.tags.clear();
  const target = "d".repeat(40);
  github.state.drafts.push({ id: 7, tag: TAG, body: markOf(TAG), target, assets: [] });
  await release({ createTag: true });
  expect(github.state.tags.get(TAG)).toEqual({ type: "commit", sha: COMMIT });
});

it("a key signs a release as well", async () => {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  await writeFiles(root, {
    "k.key": privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  });
  await release({ key: "k.key", fulcioUrl: undefined, rekorUrls: [], trustedRoot: undefined });
  expect(held()).toEqual([...NAMES].sort());
});

import { fixedClock, type Permission, silentLogger } from "@assay/core";
import {
  createGithubApi,
  FeatureOffError,
  type GithubApi,
  neededPermissions,
  PermissionError,
  permissionsBlock,
} from "@assay/core/github";
import { createGuardedHttp } from "@assay/core/host";
import { type FakeGithub, startFakeGithub } from "@assay/testkit";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { upsertComment } from "./sticky-comment.ts";
import { uploadSarif } from "./upload-sarif.ts";

const PERMISSIONS: readonly Permission[] = [
  { scope: "pull-requests", level: "write", reason: "to comment", when: "comment" },
  { scope: "contents", level: "read", reason: "to read the repository" },
];

let github: FakeGithub;
let api: GithubApi;
beforeEach(async () => {
  github = await startFakeGithub();
  const environment = github.environment();
  api = createGithubApi({
    http: createGuardedHttp({
      hosts: [new URL(github.origin).host],
      offline: false,
      environment: {},
      clock: fixedClock(0),
      logger: silentLogger,
      sleep: async () => {},
    }),
    apiUrl: environment["GITHUB_API_URL"] ?? "",
    remote: { serverUrl: "https://github.com", repository: "octo/shop", token: "t0ken" },
    permissions: PERMISSIONS,
  });
});
afterEach(() => github.close());

describe("errors of the API", () => {
  const call = () => api.call("GET", "/pulls/1?secret=x");

  it.each([403, 404])("names the permissions to add at %i", async (status) => {
    const body = JSON.stringify({ message: "Resource not accessible by integration" });
    github.fail({ path: /pulls/, status, body });
    const error = await call().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(PermissionError);
    expect(error).toMatchObject({
      message: expect.stringContaining("(Resource not accessible by integration)"),
      hint: expect.stringContaining(
        "permissions:\n  contents: read # to read the repository\n  pull-requests: write # to comment",
      ),
    });
    expect(String(error)).not.toContain("secret");
  });

  it("tells a refused token, a missing feature, a limit and a broken server apart", async () => {
    const answers: [number, string, object][] = [
      [401, '{"message":"Bad credentials"}', { kind: "usage" }],
      [
        403,
        '{"message":"Code Security must be enabled for this repository"}',
        { kind: "external" },
      ],
      [403, '{"message":"API rate limit exceeded"}', { kind: "external" }],
      [422, "<html>", { kind: "external" }],
      [500, "{", { kind: "external" }],
    ];
    for (const [status, body, expected] of answers) {
      github.fail({ path: /pulls/, status, body, times: status === 500 ? 4 : 1 });
      const error = await call().catch((thrown: unknown) => thrown);
      expect(error).toMatchObject(expected);
      expect(error instanceof FeatureOffError).toBe(body.includes("must be enabled"));
    }
  });

  it("tells a page in place of JSON", async () => {
    github.fail({ path: /pulls/, status: 200, body: "<html>Log in</html>" });
    await expect(call()).rejects.toThrow(/no JSON/);
  });
});

describe("upsertComment", () => {
  const marker = "<!-- assay:comment:check -->";
  const upsert = (text: string, onlyUpdate = false) =>
    upsertComment(api, { pullRequest: 7, marker, body: `${marker}\n${text}`, onlyUpdate });
  const comments = () => github.state.comments.get(7) ?? [];
  const add = (body: string, login: string, type: string) =>
    github.state.comments.set(7, [
      ...comments(),
      { id: comments().length + 1, body, user: { login, type } },
    ]);

  it("makes one, changes it in place, and leaves it when nothing changed", async () => {
    expect(await upsert("one")).toBe("created");
    expect(await upsert("two")).toBe("updated");
    expect(await upsert("two")).toBe("unchanged");
    expect(comments().map(({ body }) => body)).toEqual([`${marker}\ntwo`]);
  });

  it("finds it on a later page", async () => {
    for (let i = 0; i < 130; i++) add(`talk ${i}`, "ann", "User");
    await upsert("one");
    expect(await upsert("two")).toBe("updated");
    expect(comments()).toHaveLength(131);
  });

  it("says nothing on a clean change, and corrects what it said before", async () => {
    expect(await upsert("clean", true)).toBe("not needed");
    await upsert("bad");
    expect(await upsert("clean", true)).toBe("updated");
  });

  it("never overwrites a person who copied the marker", async () => {
    add(`${marker}\nmine`, "eve", "User");
    expect(await upsert("one")).toBe("created");
    expect(comments().map(({ user }) => user.login)).toEqual(["eve", "github-actions[bot]"]);
  });

  it("knows its own comment when the token is a person's", async () => {
    github.fail({ path: /^\/user$/, status: 200, body: '{"login":"release-ann"}' });
    add(`${marker}\nold`, "release-ann", "User");
    expect(await upsert("new")).toBe("updated");
    expect(comments()).toHaveLength(1);
  });

  it("takes over a comment of an earlier version once, and prefers its own", async () => {
    const formerMarker = "<!-- assay:comment:old -->";
    const write = (own: string) =>
      upsertComment(api, {
        pullRequest: 7,
        marker: own,
        formerMarker,
        body: `${own}\nnew`,
        onlyUpdate: false,
      });
    add(`${formerMarker}\nmine`, "eve", "User");
    add(`${formerMarker}\nold`, "github-actions[bot]", "Bot");
    expect(await write("<!-- one -->")).toBe("updated");
    expect(await write("<!-- two -->")).toBe("created");
    add(`${formerMarker}\nolder`, "github-actions[bot]", "Bot");
    expect(await write("<!-- two -->")).toBe("unchanged");
    expect(comments().map(({ body }) => body.split("\n")[0])).toEqual([
      formerMarker,
      "<!-- one -->",
      "<!-- two -->",
      formerMarker,
    ]);
  });

  it("gives up on endless pages", async () => {
    const full = JSON.stringify(Array.from({ length: 100 }, (_, id) => ({ id })));
    github.fail({ path: /comments$/, status: 200, body: full });
    await expect(upsert("one")).rejects.toThrow(/more than 3000 comments/);
  });
});

describe("uploadSarif", () => {
  const waits: number[] = [];
  const upload = {
    sarif: '{"runs":[]}',
    commit: "abc",
    ref: "refs/heads/main",
    startedAt: new Date(0),
  };
  const send = () => uploadSarif(api, upload, async (ms) => void waits.push(ms));

  it("packs the document and waits until it is taken in", async () => {
    github.state.pendingPolls = 2;
    expect(await send()).toBe("complete");
    expect(github.state.uploads).toEqual([
      { commit_sha: "abc", ref: "refs/heads/main", sarif: { runs: [] } },
    ]);
    expect(waits).toEqual([1000, 4000, 10_000]);
  });

  it("does not wait for ever", async () => {
    github.state.pendingPolls = 99;
    expect(await send()).toBe("pending");
  });

  it("tells why it was not taken in", async () => {
    github.state.sarifErrors = ["rejecting SARIF: too many runs"];
    await expect(send()).rejects.toThrow(/could not process the report: rejecting SARIF: too many/);
  });
});

describe("permissions", () => {
  it("asks only for what is on, once, at the higher level", () => {
    expect(neededPermissions(PERMISSIONS, { comment: false })).toHaveLength(1);
    expect(neededPermissions(PERMISSIONS, { comment: true })).toHaveLength(2);
    const keyless: Permission = { scope: "id-token", level: "write", reason: "", unless: "key" };
    expect(neededPermissions([keyless], {})).toEqual([keyless]);
    expect(neededPermissions([keyless], { key: "k" })).toEqual([]);
    const block = permissionsBlock([
      { scope: "contents", level: "write", reason: "to tag" },
      { scope: "contents", level: "read", reason: "to read" },
    ]);
    expect(block).toBe("permissions:\n  contents: write # to tag");
  });
});

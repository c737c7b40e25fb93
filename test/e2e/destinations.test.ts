import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { cleanUp, gitRepository, runBuiltAction, runNode, startFakeGithub } from "@assay/testkit";
import { afterAll, expect, it } from "vitest";
import { actionFolder, CLI } from "./entries.ts";

afterAll(cleanUp);

const KEY = "odt_s3cret-key-of-the-team";
const FILES = {
  "package.json": '{"name":"shop","dependencies":{"left":"1"}}',
  "package-lock.json": JSON.stringify({
    lockfileVersion: 3,
    packages: {
      "": { name: "shop", dependencies: { left: "1" } },
      "node_modules/left": {
        version: "1.0.0",
        integrity: `sha512-${Buffer.alloc(64, 1).toString("base64")}`,
      },
    },
  }),
};

/** Dependency-Track, the artifact service and its storage in one. */
async function services() {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    request.resume().on("end", () => {
      const path = (request.url ?? "").replace(/\?.*/, "");
      seen.push(`${request.method} ${path.replace(/.*\//, "")}`);
      const { host } = request.headers;
      const answer = path.endsWith("CreateArtifact")
        ? { ok: true, signed_upload_url: `http://${host}/blob?sig=s1gnature-of-storage` }
        : { ok: true, artifact_id: "7", token: "t-1" };
      response.end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { origin, seen, close: () => new Promise((done) => server.close(done)) };
}

const claims = Buffer.from('{"scp":"Actions.Results:run-1:job-2"}').toString("base64url");
const RUNTIME_TOKEN = `eyJhbGciOiJSUzI1NiJ9.${claims}.c2lnbmF0dXJlLW9mLXRoZS1ydW5uZXI`;

async function run(event?: Parameters<typeof runBuiltAction>[0]["event"], more = {}) {
  const github = await startFakeGithub();
  const others = await services();
  github.state.releases.set("v1", { id: 1, assets: [] });
  try {
    const result = await runBuiltAction({
      actionFolder: actionFolder("sbom"),
      repository: await gitRepository(FILES),
      token: "t0ken-of-the-run",
      inputs: {
        "dependency-snapshot": "true",
        "dependency-track-url": others.origin,
        "dependency-track-project": "shop@main",
        "dependency-track-key": KEY,
        "release-asset": "v1",
        "workflow-artifact": "sbom",
        ...more,
      },
      env: {
        ...github.environment(),
        ACTIONS_RESULTS_URL: `${others.origin}/`,
        ACTIONS_RUNTIME_TOKEN: RUNTIME_TOKEN,
      },
      ...(event !== undefined && { event }),
    });
    const sent = [
      ...github.journal
        .filter(({ method }) => method !== "GET")
        .map(({ method, path }) => {
          return `${method} ${path.replace(/.*\//, "")}`;
        }),
      ...others.seen,
    ];
    return { ...result, sent };
  } finally {
    await Promise.all([github.close(), others.close()]);
  }
}

it("documents go to every destination that the step names, and no secret is shown", async () => {
  const { exitCode, sent, summary, log, masks, stderr, outputs } = await run();
  expect({ exitCode, stderr, outcome: outputs["outcome"] }).toEqual({
    exitCode: 0,
    stderr: "",
    outcome: "pass",
  });
  expect(sent).toEqual([
    "POST snapshots",
    "POST assets",
    "POST assets",
    "PUT bom",
    "POST CreateArtifact",
    "PUT blob",
    "POST FinalizeArtifact",
  ]);
  expect(summary).toContain("the dependency graph, for refs/heads/main");
  expect(summary).toContain("release v1");
  const printed = log.replace(/^::add-mask::.*$/gm, "");
  for (const secret of [KEY, RUNTIME_TOKEN, "s1gnature-of-storage", "t0ken-of-the-run"]) {
    expect(masks).toContain(secret);
    expect(printed + summary).not.toContain(secret);
  }
});

it("one that fails fails the step with its own code, and the documents are there all the same", async () => {
  const { exitCode, outputs, annotations } = await run(undefined, { "release-asset": "v2" });
  expect(exitCode).toBe(2);
  expect(outputs["outcome"]).toBe("error");
  expect(outputs["cyclonedx-path"]).toMatch(/sbom\.cdx\.json$/);
  expect(annotations.map(({ message }) => message).join("\n")).toContain(
    'There is no published release of the tag "v2"',
  );
});

it("a pull request of a fork sends what it may, and says what it does not", async () => {
  const sha = "0123456789abcdef0123456789abcdef01234567";
  const side = (name: string) => ({ sha, ref: "topic", repo: { full_name: name } });
  const event = {
    name: "workflow_run",
    payload: {
      repository: { full_name: "octo/shop", default_branch: "main" },
      workflow_run: { head_repository: side("eve/shop").repo, event: "pull_request" },
    },
  };
  const { exitCode, sent, summary } = await run(event, { "fail-on": "never" });
  expect(exitCode).toBe(0);
  expect(sent).toEqual(["POST CreateArtifact", "PUT blob", "POST FinalizeArtifact"]);
  expect(summary).toContain("Nothing went to the dependency snapshot");
});

it("offline sends nothing and fails", async () => {
  const { exitCode, sent } = await run(undefined, { offline: "true" });
  expect({ exitCode, sent }).toEqual({ exitCode: 2, sent: [] });
});

it("the CLI uploads to Dependency-Track with a key from a variable", async () => {
  const others = await services();
  const { root } = await gitRepository(FILES);
  const { PATH = "" } = process.env;
  const args = ["--dependency-track-url", others.origin, "--dependency-track-project", "shop@1"];
  const result = await runNode([CLI, "sbom", ".", "--output", "out", ...args], {
    cwd: root,
    env: { PATH, ASSAY_DEPENDENCY_TRACK_KEY: KEY },
  });
  await others.close();
  expect(result.exitCode).toBe(0);
  expect(others.seen).toEqual(["PUT bom"]);
  expect(result.stdout).toContain(`to: ${others.origin}, project shop@1`);
  expect(result.stdout + result.stderr).not.toContain(KEY);
});

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { startFakeGithub } from "./fake-github.ts";
import { runBuiltAction } from "./fake-runner.ts";
import { gitRepository } from "./git-repository.ts";
import { networkGuard } from "./network-guard.ts";
import { runNode } from "./run-node.ts";
import { parseAnnotations, parseFileCommand } from "./runner-files.ts";
import { cleanUp, temporaryFolder, writeFiles } from "./temporary.ts";

afterAll(cleanUp);

describe("runBuiltAction", () => {
  const ACTION = `
name: Sample
inputs:
  who: { default: world }
  token: { default: "\${{ github.token }}" }
runs: { using: node24, main: main.mjs }
`;

  async function run(main: string, more: Partial<Parameters<typeof runBuiltAction>[0]> = {}) {
    const actionFolder = await temporaryFolder();
    await writeFiles(actionFolder, { "action.yml": ACTION, "main.mjs": main });
    return runBuiltAction({ actionFolder, ...more });
  }

  it("gives inputs, event and files, and reads everything back", async () => {
    const result = await run(
      `import { appendFileSync, readFileSync } from "node:fs";
      const env = process.env;
      console.log("::add-mask::" + env["INPUT_TOKEN"]);
      console.log("::error file=a%2Cb.txt,line=3,title=T::one%0Atwo");
      appendFileSync(env.GITHUB_OUTPUT, "who<<EOF\\n" + env["INPUT_WHO"] + "\\nEOF\\n");
      const event = JSON.parse(readFileSync(env.GITHUB_EVENT_PATH));
      appendFileSync(env.GITHUB_STEP_SUMMARY, readFileSync("a.txt", "utf8") + event.number);
      process.exitCode = env.VITEST === undefined ? 1 : 99;`,
      {
        files: { "a.txt": "hello " },
        event: { name: "pull_request", payload: { number: 7 } },
        token: "t".repeat(8),
      },
    );
    expect(result).toMatchObject({
      exitCode: 1,
      outputs: { who: "world" },
      summary: "hello 7",
      masks: ["tttttttt"],
      annotations: [{ level: "error", file: "a,b.txt", line: 3, title: "T", message: "one\ntwo" }],
    });
  });

  it("fails when the action reaches out", async () => {
    const reaching = run(`await fetch("https://example.org/").catch(() => {});`);
    await expect(reaching).rejects.toThrow(/The action reached out: .*example\.org/);
  });
});

describe("networkGuard", () => {
  it.each([
    ["net", `(await import("node:net")).connect(443, "192.0.2.1").on("error", () => {})`],
    [
      "tls",
      `(await import("node:tls")).connect({ host: "192.0.2.1", port: 443 }).on("error", () => {})`,
    ],
    ["https", `(await import("node:https")).get("https://192.0.2.1/").on("error", () => {})`],
    ["dns", `import { lookup } from "node:dns"; lookup("example.org", () => {})`],
    [
      "dns promises",
      `await (await import("node:dns/promises")).resolve4("example.org").catch(() => {})`,
    ],
    [
      "udp",
      `try { (await import("node:dgram")).createSocket("udp4").send("x", 53, "192.0.2.1") } catch {} process.exit()`,
    ],
    [
      "a worker",
      `new (await import("node:worker_threads")).Worker('fetch("http://192.0.2.1/").catch(() => {})', { eval: true })`,
    ],
  ])("catches %s", async (_, code) => {
    const folder = await temporaryFolder();
    const guard = await networkGuard(folder, "loopback");
    const args = [...guard.nodeArgs, "--input-type=module", "--eval", code];
    await runNode(args, { cwd: folder, env: {} });
    expect(await guard.attempts()).not.toEqual([]);
  });

  it("lets loopback through, or not", async () => {
    const github = await startFakeGithub();
    const code = `await fetch("${github.origin}/api/v3/meta").catch(() => {})`;
    const counts = [];
    for (const network of ["loopback", "none"] as const) {
      const folder = await temporaryFolder();
      const guard = await networkGuard(folder, network);
      const args = [...guard.nodeArgs, "--input-type=module", "--eval", code];
      await runNode(args, { cwd: folder, env: {} });
      counts.push((await guard.attempts()).length);
    }
    expect(counts).toEqual([0, 1]);
    expect(github.journal.map(({ path }) => path)).toEqual(["/meta"]);
    await github.close();
  });
});

describe("startFakeGithub", () => {
  it("pages comments, takes faults and hands out ID tokens", async () => {
    const github = await startFakeGithub();
    const { GITHUB_API_URL = "", ...env } = github.environment();
    const url = `${GITHUB_API_URL}/repos/octo/shop/issues/1/comments`;
    const headers = { authorization: "Bearer x" };
    expect((await fetch(url)).status).toBe(401);
    for (let i = 0; i < 3; i++) {
      await fetch(url, { method: "POST", headers, body: JSON.stringify({ body: `c${i}` }) });
    }
    const page = await fetch(`${url}?per_page=2`, { headers });
    expect([await page.json(), page.headers.get("link")]).toMatchObject([
      [{ body: "c0" }, { body: "c1" }],
      expect.stringContaining("page=2"),
    ]);
    github.fail({ path: /comments$/, status: 403, times: 1 });
    expect((await fetch(url, { headers })).status).toBe(403);
    expect((await fetch(url, { headers })).status).toBe(200);
    const token = await fetch(`${env["ACTIONS_ID_TOKEN_REQUEST_URL"]}&audience=sigstore`, {
      headers: { authorization: `Bearer ${env["ACTIONS_ID_TOKEN_REQUEST_TOKEN"]}` },
    });
    const { value } = (await token.json()) as { value: string };
    const claims = JSON.parse(Buffer.from(value.split(".")[1] ?? "", "base64url").toString());
    expect(claims.aud).toBe("sigstore");
    await github.close();
  });
});

describe("gitRepository", () => {
  it("gives the same commits for the same script", async () => {
    const script = async () => {
      const repository = await gitRepository({ "a.txt": "a" });
      await repository.branch("topic");
      return {
        repository,
        sha: await repository.commit("second", { "b/c.txt": "c", "a.txt": null }),
      };
    };
    const [one, two] = await Promise.all([script(), script()]);
    expect(one.sha).toBe(two.sha);
    expect(await one.repository.git("ls-files")).toBe("b/c.txt");
    expect(await readFile(join(one.repository.root, "b/c.txt"), "utf8")).toBe("c");
  });
});

describe("what the runner reads", () => {
  it("takes lines and heredocs, and refuses rubbish", () => {
    expect(parseFileCommand("a=b=c\nx<<D\n1\n2\nD\n")).toEqual({ a: "b=c", x: "1\n2" });
    expect(() => parseFileCommand("rubbish\n")).toThrow(/would refuse/);
    expect(() => parseFileCommand("x<<D\n1\n")).toThrow(/delimiter/);
  });

  it("unescapes annotations", () => {
    expect(parseAnnotations("::warning::100%25 %250A\n::debug::x\nplain")).toEqual([
      { level: "warning", message: "100% %0A" },
    ]);
  });
});

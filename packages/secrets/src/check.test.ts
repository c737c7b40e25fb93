import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { CheckContext, SettingsFiles, TriggerEvent } from "@assay/core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { SecretsOptions } from "./command.ts";
import { runCheck, fakeToken as token } from "./test/run-check.ts";

let root: string;
beforeEach(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), "assay-secrets-")));
});
afterEach(() => rm(root, { recursive: true, force: true }));

function git(...args: string[]): string {
  return execFileSync("git", ["-c", "user.name=n", "-c", "user.email=e@x.org", ...args], {
    cwd: root,
    encoding: "utf8",
    env: {
      PATH: process.env["PATH"],
      GIT_CONFIG_GLOBAL: "/dev/null",
      GIT_CONFIG_NOSYSTEM: "1",
      GIT_AUTHOR_DATE: "2026-01-01T00:00:00Z",
      GIT_COMMITTER_DATE: "2026-01-01T00:00:00Z",
    },
    stdio: ["ignore", "pipe", "pipe"],
  }).trim();
}

async function write(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), content);
}

async function commit(files: Readonly<Record<string, string | Uint8Array>>, message = "change") {
  for (const [path, content] of Object.entries(files)) await write(path, content);
  git("add", "-A");
  git("commit", "-q", "--allow-empty", "-m", message);
  return git("rev-parse", "HEAD");
}

const run = (options: Partial<SecretsOptions> = {}, context: Partial<CheckContext> = {}) =>
  runCheck(root, options, context);

const open = async (...args: Parameters<typeof run>) =>
  (await run(...args)).findings.filter(
    ({ suppression, severity }) => suppression === undefined && severity !== "info",
  );

describe("history", () => {
  beforeEach(() => {
    git("init", "-q", "-b", "main");
  });

  test("an allowlist that leaves everything out is no pass", async () => {
    await commit({
      "a.env": `key=${token("A")}`,
      ".gitleaks.toml": '[extend]\nuseDefault = true\n[[allowlists]]\npaths = [".*"]\n',
    });
    expect((await open()).map(({ ruleId }) => ruleId)).toEqual(["secrets.nothing-scanned"]);
  });

  test("one secret of many commits is one finding, placed where it came in", async () => {
    const first = await commit({ "src/a.env": `# é\nkey=${token("A")}\n` });
    await commit({ "src/a.env": "key=\n" });
    await commit({ "src/a.env": `\n\n# é\nkey=${token("A")}\n` });
    const { findings, coverage } = await run();
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      ruleId: "secrets.planetscale-api-token",
      severity: "critical",
      location: {
        path: "src/a.env",
        startLine: 2,
        startColumn: 5,
        endColumn: 5 + token("A").length,
        commit: first,
      },
      firstSeen: "2026-01-01T00:00:00Z",
    });
    expect(findings[0]?.aliases).toContain(`${first}:src/a.env:planetscale-api-token:2`);
    expect(JSON.stringify(findings)).not.toContain(token("A").slice(4));
    expect(coverage.inspected).toMatchObject({ commits: 3 });
  });

  test("a moved file has its secret once, and an entry for the old path still counts", async () => {
    const first = await commit({ "a.env": `key=${token("A")}\n` });
    const before = (await run()).findings[0]?.fingerprint;
    git("mv", "a.env", "b.env");
    const second = await commit({}, "moved");
    const { findings } = await run();
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      fingerprint: before,
      location: { path: "a.env", commit: first },
      relatedLocations: [{ path: "b.env", commit: second }],
    });
    // A run over the move alone, and one over the files: they know the new path only.
    const [moved] = (await run({ baseRef: first })).findings;
    expect(moved).toMatchObject({ location: { path: "b.env" } });
    expect(moved?.aliases).toContain(before);
    const [lying] = (await run({ mode: "tree" })).findings;
    expect(findings[0]?.aliases).toContain(lying?.fingerprint);
    await commit({ ".gitleaksignore": "a.env:planetscale-api-token:1\n" });
    expect(await open()).toEqual([]);
  });

  test("a file that is moved twice and edited on the way has its secret once", async () => {
    await commit({ "a.env": `key=${token("A")}\n${"x\n".repeat(5)}` });
    git("mv", "a.env", "b.env");
    await commit({ "b.env": `# edited\nkey=${token("A")}\n` });
    git("mv", "b.env", "c.env");
    await commit({}, "again");
    expect(await open()).toHaveLength(1);
  });

  test("a mark that got lost when the file was moved no longer counts", async () => {
    await commit({ "a.env": `key=${token("A")} # gitleaks:allow\n` });
    git("mv", "a.env", "b.env");
    await commit({ "b.env": `key=${token("A")}\n` });
    expect((await open()).map(({ location }) => location?.path)).toEqual(["b.env"]);
  });

  test("a copy is a second place, and so is a file beside one that goes", async () => {
    await commit({ "a.env": `key=${token("A")}\n` });
    await commit({ "b.env": `key=${token("A")}\n` });
    git("rm", "-q", "a.env");
    await commit({ "c.txt": "nothing\n" });
    expect(await open()).toHaveLength(2);
  });

  test("the fingerprint survives moved lines and other commits", async () => {
    await commit({ "a.txt": `${token("A")}\n` });
    const before = (await run()).findings.map(({ fingerprint }) => fingerprint);
    await rm(join(root, ".git"), { recursive: true });
    git("init", "-q");
    await commit({ "a.txt": `\n\nmoved ${token("A")}\n` }, "squashed");
    expect((await run()).findings.map(({ fingerprint }) => fingerprint)).toEqual(before);
  });

  test("text that other scanners do not see is found, each once", async () => {
    await commit({ ".gitattributes": "*.bin -diff\n", "base.txt": "base\n" });
    await commit({ "attr.bin": `x ${token("B")}\n` });
    await commit({ "nul.txt": Buffer.from(`a\0b\n${token("C")}\n`) });
    await commit({ "wide.txt": Buffer.from(`\ufeff${token("D")}\n`, "utf16le") });
    await commit({}, `oops ${token("E")}`);
    await commit({ "enc.txt": `${Buffer.from(`k ${token("F")}`).toString("base64")}\n` });
    git("checkout", "-q", "-b", "side", "HEAD~1");
    await commit({ "base.txt": "side\n" });
    git("checkout", "-q", "main");
    await commit({ "base.txt": "main\n" });
    expect(() => git("merge", "-q", "side")).toThrow();
    await commit({ "base.txt": `merged ${token("G")}\n` }, "merge");
    git("config", "color.diff", "always");
    const found = await open();
    expect(found.map(({ location }) => location?.path ?? "message").sort()).toEqual([
      "attr.bin",
      "base.txt",
      "enc.txt",
      "message",
      "nul.txt",
      "wide.txt",
    ]);
  });

  test("marks and the ignore file suppress, and say so", async () => {
    await commit({
      "a.txt": `${token("A")} # gitleaks:allow\n`,
      "b.txt": `${token("B")}\n`,
      ".gitleaksignore": "# comment\nb.txt:planetscale-api-token:1\nnonsense\n",
    });
    const { findings, notices } = await run();
    expect(findings.map(({ suppression }) => suppression?.by)).toEqual(["inline", "inline"]);
    expect(notices?.join()).toContain("no fingerprints: 3");
    // The same place with another secret in it is not what was accepted... but gitleaks' form does not say.
    await commit({ ".gitleaksignore": "" });
    expect(await open()).toHaveLength(1);
  });

  test("a pull request: its own commits only", async () => {
    await commit({ "old.txt": token("A") });
    const base = git("rev-parse", "HEAD");
    const head = await commit({ "new.txt": token("B") });
    const found = await open({}, { event: pullRequest("pull_request", base, head) });
    expect(found.map(({ location }) => location?.path)).toEqual(["new.txt"]);
    expect(await open({ baseRef: base })).toHaveLength(1);
  });

  test("a change from outside can't bring its own allowlist", async () => {
    const base = await commit({ "a.txt": "x\n" });
    const head = await commit({
      "new.txt": token("B"),
      ".gitleaksignore": "new.txt:planetscale-api-token:1\n",
      ".gitleaks.toml": '[[rules]]\nid = "none"\nregex = "zzzzz"\n',
    });
    const event = pullRequest("pull_request_target", base, head);
    expect(await open({}, { event, settings: atBase(base) })).toHaveLength(1);
    expect(await open({ mode: "tree" }, { event, settings: atBase(base) })).toHaveLength(1);
    expect(await open({}, { event })).toEqual([]);
    expect(await open({ mode: "tree" }, { event })).toEqual([]);
  });

  test("marks in lines that a change from outside adds do not count, those of the base do", async () => {
    const base = await commit({ "old.txt": `${token("A")} # gitleaks:allow\n` });
    await commit({ "tmp.txt": `x\n${token("C")} # gitleaks:allow\n` });
    const head = await commit({
      "tmp.txt": "x\n",
      "old.txt": `${token("A")} # gitleaks:allow\n${token("D")} # gitleaks:allow\n`,
    });
    const event = pullRequest("pull_request", base, head);
    const settings = atBase(base);
    const paths = async (...given: Parameters<typeof open>) =>
      (await open(...given)).map(({ location }) => `${location?.path}:${location?.startLine}`);
    expect(await paths({}, { event, settings })).toEqual(["old.txt:2", "tmp.txt:2"]);
    expect(await paths({ mode: "tree" }, { event, settings })).toEqual(["old.txt:2"]);
    // A run over the whole history, as for a comment on a pull request.
    expect(await paths({}, { settings })).toEqual(["old.txt:2", "tmp.txt:2"]);
    expect(await paths({}, { event })).toEqual([]);
    const { notices } = await run({}, { event, settings });
    expect(notices).toEqual([
      "The change adds 2 lines marked with gitleaks:allow, which do not count before it is merged: old.txt:2, tmp.txt:2",
    ]);
    expect((await run({}, { event })).notices).toEqual([
      "The change adds 2 lines marked with gitleaks:allow: old.txt:2, tmp.txt:2",
    ]);
    // Without a repository nothing is known of before.
    const unknown = { ...settings, read: async () => undefined };
    expect(await open({ mode: "tree" }, { settings: unknown })).toHaveLength(2);
  });

  test("an ignore file whose entries match nothing is reported by a look at everything", async () => {
    await commit({ ".gitleaksignore": "a:b:1\na.txt:planetscale-api-token:1\n" });
    expect((await run()).notices).toContain(
      "2 lines of .gitleaksignore match no finding: remove what is no longer needed",
    );
  });

  test("the rules' own file of a change from outside is looked into", async () => {
    const rules = "[extend]\nuseDefault = true\n";
    const base = await commit({ ".gitleaks.toml": rules });
    const head = await commit({ ".gitleaks.toml": `${rules}# ${token("B")}\n` });
    const event = pullRequest("pull_request", base, head);
    expect(await open({}, { event, settings: atBase(base) })).toHaveLength(1);
    expect(await open({ mode: "tree" }, { settings: atBase(base) })).toHaveLength(1);
    expect(await open({ mode: "tree" }, { settings: atBase(head) })).toEqual([]);
  });

  test("the rules' own file is looked into where a change from outside takes a secret out of it again", async () => {
    const rules = `[extend]\nuseDefault = true\n# ${token("A")}\n`;
    const base = await commit({ ".gitleaks.toml": rules });
    await commit({ ".gitleaks.toml": `${rules}# ${token("B")}\n` });
    const head = await commit({ ".gitleaks.toml": rules });
    const settings = atBase(base);
    expect(
      await open({}, { event: pullRequest("pull_request", base, head), settings }),
    ).toHaveLength(1);
    // The whole history holds what was merged too: that is the base's.
    expect(await open({}, { settings })).toHaveLength(1);
  });

  test("what an allowlist leaves out is listed", async () => {
    await commit({
      "docs/a.txt": `${token("A")}\n`,
      "src/a.txt": "nothing\n",
      ".gitleaks.toml": '[extend]\nuseDefault = true\n[allowlist]\npaths = ["^docs/"]\n',
    });
    const { findings, coverage } = await run();
    expect(findings).toEqual([]);
    expect(coverage.skipped).toContainEqual({
      item: "docs/a.txt",
      reason: "an allowlist of the rules' configuration leaves it out",
    });
  });

  test("no name, line or notice shows a secret that was found", async () => {
    const base = await commit({ "a.txt": "x\n" });
    const head = await commit({
      [`keys/${token("A")}/a.txt`]: `key=${token("A")}\n`,
      ".gitleaksignore": `keys/${token("A")}/a.txt:other-rule:1\n`,
    });
    const result = await run({}, { event: pullRequest("pull_request", base, head) });
    expect(result.findings.map(({ location }) => location?.path)).toEqual([
      ".gitleaksignore",
      "keys/***/a.txt",
    ]);
    expect(JSON.stringify(result)).not.toContain(token("A"));
  });

  test("a submodule is listed, and what a link says is looked at", async () => {
    await commit({ "a.txt": "x\n" });
    const sha = git("rev-parse", "HEAD");
    git("update-index", "--add", "--cacheinfo", `160000,${sha},vendor/lib`);
    await symlink(`https://x:${token("L")}@example.org`, join(root, "link"));
    git("add", "link");
    git("commit", "-q", "-m", "sub");
    const { findings, coverage } = await run();
    expect(findings).toMatchObject([{ location: { path: "link" } }]);
    expect(coverage.skipped).toEqual([
      { item: "vendor/lib", reason: expect.stringContaining("a submodule") },
    ]);
    const tree = await run({ mode: "tree" });
    expect(tree.findings).toMatchObject([{ location: { path: "link" } }]);
  });

  test("a range that only deletes passes and says so", async () => {
    const base = await commit({ "a.txt": "x\n" });
    await rm(join(root, "a.txt"));
    git("add", "-A");
    git("commit", "-q", "--allow-empty-message", "-m", "");
    const { findings } = await run({ baseRef: base });
    expect(findings).toMatchObject([{ ruleId: "secrets.nothing-scanned", severity: "info" }]);
  });

  test("a rule of the user's own configuration is named in the message", async () => {
    await commit({
      "a.txt": "acme-12345678\n",
      ".gitleaks.toml": `[[rules]]\nid = "acme"\ndescription = "Acme key"\nregex = '''acme-[0-9]{8}'''\n`,
    });
    const { findings, coverage } = await run();
    expect(findings).toMatchObject([
      { ruleId: "secrets.custom-rule", severity: "high", message: "Acme key in a.txt" },
    ]);
    expect(coverage.skipped).toContainEqual({
      item: ".gitleaks.toml",
      reason: "it is the configuration of the rules",
    });
  });

  test("a binary file is listed as skipped, and its name is still looked at", async () => {
    await commit({
      "key.p12": Buffer.from(Array.from({ length: 600 }, (_, i) => (i * 7) % 256)),
      ".gitleaks.toml": `[[rules]]\nid = "p12"\ndescription = "Key store"\npath = '''\\.p12$'''\n`,
    });
    const { findings, coverage } = await run();
    expect(findings).toMatchObject([
      { location: { path: "key.p12" }, message: "Key store in key.p12" },
    ]);
    expect(coverage.skipped).toContainEqual({ item: "key.p12", reason: "binary content" });
  });

  test("a repository without a commit is not green", async () => {
    const result = await run().catch((error: unknown) => error);
    if (result instanceof Error)
      expect(result).toMatchObject({ kind: expect.stringMatching(/usage|external/) });
    else
      expect(result).toMatchObject({
        findings: [{ ruleId: "secrets.nothing-scanned", severity: "high" }],
      });
  });
});

/** What a run over a change from outside may believe. */
function atBase(commit: string): SettingsFiles {
  const tracked = new Set(git("ls-tree", "-r", "--name-only", commit).split("\n"));
  return {
    from: "base",
    commit,
    addedMarksCount: false,
    read: async (path) =>
      tracked.has(path) ? Buffer.from(`${git("show", `${commit}:${path}`)}\n`) : undefined,
  };
}

function pullRequest(name: string, base: string, head: string): TriggerEvent {
  const repo = { full_name: "o/r" };
  return {
    name,
    payload: { pull_request: { base: { sha: base, repo }, head: { sha: head, repo } } },
    sha: head,
  };
}

import { chmod, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ExternalError, UsageError } from "./errors.ts";
import { nodeProcesses } from "./exec.ts";
import { globMatcher } from "./glob.ts";
import { walkFiles } from "./walk.ts";
import { openWorkspace } from "./workspace.ts";

let root: string;
beforeAll(async () => {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "assay-platform-")));
  root = join(folder, "work");
  for (const path of ["a/b", ".git", ".hidden", "node_modules"]) {
    await mkdir(join(root, path), { recursive: true });
  }
  const files = ["a/b/c.txt", "a/z.txt", "A.txt", ".git/config", ".hidden/x", "node_modules/m.js"];
  for (const path of files) await writeFile(join(root, path), path);
  await writeFile(join(folder, "outside.txt"), "outside");
  await symlink(join(folder, "outside.txt"), join(root, "out"));
  await symlink(join(root, "a"), join(root, "a/b/loop"));
  await symlink(join(root, "A.txt"), join(root, "in"));
});
afterAll(() => rm(join(root, ".."), { recursive: true, force: true }));

describe("readStart", () => {
  it("reads no more than it is asked for, and nothing of what is no file inside", async () => {
    const { readStart } = await openWorkspace(root);
    expect(await readStart("a/b/c.txt", 3)).toEqual(new TextEncoder().encode("a/b"));
    expect(await readStart("A.txt", 100)).toEqual(new TextEncoder().encode("A.txt"));
    for (const path of ["a", "out", "nothing", "../outside.txt"])
      expect(await readStart(path, 3)).toBeUndefined();
  });
});

describe("walkFiles", () => {
  it("lists regular files by code unit without .git, and links apart", async () => {
    const { files, irregular, unreadable } = await walkFiles(
      root,
      (path) => path !== "node_modules",
    );
    expect(files).toEqual([".hidden/x", "A.txt", "a/b/c.txt", "a/z.txt"]);
    const all = await walkFiles(root, undefined, (path) => path === ".git");
    expect(all.files).toContain(".git/config");
    expect(irregular).toEqual(["a/b/loop", "in", "out"]);
    expect(unreadable).toEqual([]);
  });

  it("tells a folder that it can't list", async () => {
    const { files, unreadable } = await walkFiles(join(root, "nowhere"));
    expect(files).toEqual([]);
    expect(unreadable).toMatchObject([{ path: "", reason: expect.stringContaining("ENOENT") }]);
  });
});

describe("openWorkspace", () => {
  it("reads what lies inside, also through a link that stays there", async () => {
    const workspace = await openWorkspace(root);
    expect(Buffer.from(await workspace.read("a/z.txt")).toString()).toBe("a/z.txt");
    expect(await workspace.resolve("in")).toBe(join(root, "A.txt"));
    expect(await workspace.readIfPresent("nothing")).toBeUndefined();
  });

  it.each([
    ["..", "../outside.txt", /leads out/],
    ["a link", "out", /leads out/],
    ["an absolute path", "/etc/passwd", /leads out/],
    ["nothing", "nothing", /does not exist/],
    ["a folder", "a", /not a regular file/],
  ])("refuses %s", async (_, path, message) => {
    const workspace = await openWorkspace(root);
    await expect(workspace.read(path)).rejects.toThrow(message);
    await expect(workspace.read(path)).rejects.toBeInstanceOf(UsageError);
  });

  it("tells a file that is there and can't be read from one that is not there", async () => {
    await symlink("self", join(root, "self"));
    await symlink("nowhere", join(root, "dangling"));
    const workspace = await openWorkspace(root);
    await expect(workspace.read("self")).rejects.toThrow("The file self can't be read (ELOOP)");
    await expect(workspace.readIfPresent("self")).rejects.toBeInstanceOf(UsageError);
    await expect(workspace.readIfPresent("A.txt/x")).resolves.toBeUndefined();
    await expect(workspace.readIfPresent("dangling")).resolves.toBeUndefined();
    await expect(workspace.readIfPresent("out")).rejects.toThrow("leads out");
    await expect(workspace.readIfPresent("a")).rejects.toThrow("is not a regular file");
    await expect(workspace.readIfPresent("A.txt", 0)).rejects.toThrow("at most 0 are read");
    await expect(workspace.read("dangling")).rejects.toThrow("is a symbolic link to nothing");
    await rm(join(root, "self"));
    await rm(join(root, "dangling"));
  });

  it("refuses a file over the limit and a root that is not there", async () => {
    const workspace = await openWorkspace(root);
    await expect(workspace.read("A.txt", 4)).rejects.toThrow(/has 5 bytes; at most 4/);
    await expect(openWorkspace(join(root, "nowhere"))).rejects.toThrow(/does not exist/);
  });
});

describe("globMatcher", () => {
  it.each([
    [["**/*.ts"], "a/b.ts", true],
    [["**/*.ts"], ".github/x.ts", true],
    [["*.ts"], "a/b.ts", false],
    [["src/**", "!src/gen/**"], "src/gen/x", false],
    [["!x"], "y", false],
    [["{a,b}.txt"], "b.txt", true],
  ])("%j on %s", (patterns, path, expected) => {
    expect(globMatcher(patterns)(path)).toBe(expected);
  });
});

describe("nodeProcesses", () => {
  const { run, stream } = nodeProcesses();
  const node = (script: string, options = {}) => run(process.execPath, ["-e", script], options);

  it("gives exit code, bytes and stderr, and inherits nothing", async () => {
    const result = await node("console.error(Object.keys(process.env).length); process.exit(3)");
    expect(result).toMatchObject({ exitCode: 3, stderr: "0\n" });
    const echoed = await node("process.stdin.pipe(process.stdout)", { input: "hello" });
    expect(Buffer.from(echoed.stdout).toString()).toBe("hello");
  });

  it("stops a program that prints too much, takes too long, or is told to", async () => {
    const endless = "setInterval(() => process.stdout.write('x'.repeat(9999)))";
    await expect(node(endless, { maxBytes: 1000 })).rejects.toThrow(/more than 1000 bytes/);
    await expect(node("setInterval(() => {}, 99)", { timeoutMs: 50 })).rejects.toThrow(
      /within 50 ms/,
    );
    const signal = AbortSignal.timeout(50);
    await expect(node("setInterval(() => {}, 99)", { signal })).rejects.toBeInstanceOf(
      ExternalError,
    );
  });

  it("says who stopped a program: its time, the run, or somebody else", async () => {
    const killed = "process.kill(process.pid, 'SIGKILL'); setInterval(() => {}, 99)";
    await expect(node(killed, { timeoutMs: 60_000 })).rejects.toThrow(/was stopped by SIGKILL$/);
    const controller = new AbortController();
    const child = stream(process.execPath, ["-e", "console.log(1); setInterval(() => {}, 99)"], {
      signal: controller.signal,
    });
    for await (const _ of child.stdout) {
      controller.abort();
      break;
    }
    await expect(child.ended).rejects.toThrow(/was stopped with the run$/);
  });

  it("does not wait for what a stopped program left running", async () => {
    const script = `const { spawn } = require("child_process");
      const left = spawn(process.execPath, ["-e", "setTimeout(() => {}, 5e5)"], { stdio: "inherit" });
      console.log(left.pid);
      setInterval(() => {}, 99)`;
    const child = stream(process.execPath, ["-e", script], { timeoutMs: 2000 });
    let printed = "";
    const reading = (async () => {
      for await (const chunk of child.stdout) printed += Buffer.from(chunk).toString();
    })();
    await expect(reading).rejects.toThrow(/within 2000 ms/);
    await expect(child.ended).rejects.toBeInstanceOf(ExternalError);
    process.kill(Number(printed));
  });

  it("does not wait beyond its time for what a program left running when it ended", async () => {
    const script = `const { spawn } = require("child_process");
      spawn(process.execPath, ["-e", "setTimeout(() => {}, 4e3)"], { stdio: "inherit" });
      process.exit()`;
    await expect(run(process.execPath, ["-e", script], { timeoutMs: 1000 })).rejects.toThrow(
      /within 1000 ms/,
    );
  });

  it("tells what is missing and what may not be run", async () => {
    await expect(run("no-such-program", [])).rejects.toThrow(
      "The program no-such-program was not found",
    );
    const file = join(root, "a/z.txt");
    await chmod(file, 0o644);
    await expect(run(file, [])).rejects.toThrow(/could not be started/);
  });

  it("streams, and lets the reader stop early", async () => {
    const child = stream(process.execPath, ["-e", "setInterval(() => console.log('x'), 1)"]);
    for await (const chunk of child.stdout) {
      expect(chunk.length).toBeGreaterThan(0);
      break;
    }
    child.kill();
    await expect(child.ended).rejects.toBeInstanceOf(ExternalError);
  });
});

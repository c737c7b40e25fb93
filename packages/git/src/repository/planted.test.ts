import { execFileSync } from "node:child_process";
import { appendFileSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { RemoteAccess } from "@assay/core";
import { createLogger, ExternalError, UsageError } from "@assay/core";
import { nodeProcesses } from "@assay/core/host";
import { afterAll, expect, it } from "vitest";
import type { Repository } from "../index.ts";
import {
  absentFiles,
  changedFiles,
  countCommits,
  defaultBranch,
  filesAt,
  headCommit,
  listBlobs,
  mergeBase,
  openRepository,
  resolveRange,
  stagedDiff,
  streamBlobs,
  streamDiff,
  streamMessages,
  streamNetDiff,
  trackedFiles,
} from "../index.ts";
import { GITLEAKS_VIEW } from "../test/gitleaks-view.ts";
import { serveGit } from "../test/http-server.ts";
import { plantBare, plantedCommands, plantHooks, setting } from "../test/planted.ts";
import type { TestRepository } from "../test/repository.ts";
import { all, newFolder, removeTestRepositories, testRepository } from "../test/repository.ts";

afterAll(removeTestRepositories);
const logger = createLogger(() => {});
const PATH = process.env["PATH"];

let template: { readonly server: TestRepository; readonly clone: TestRepository } | undefined;

/** A checkout of depth 1, as a runner has it, with a file in the index, one in the work tree, and a submodule. */
function checkout(attributes: string) {
  template ??= script(attributes);
  return { server: template.server, clone: template.clone.copy() };
}

function script(attributes: string) {
  const server = testRepository();
  const first = server.commit("one", { ".gitattributes": attributes, a: "1\n", "app/b": "1\n" });
  server.git("update-index", "--add", "--cacheinfo", `160000,${first},module`);
  server.commit("two", { a: "2\n" });
  const clone = server.clone("--depth=1");
  clone.write("staged", "staged\n");
  clone.git("add", "staged");
  clone.write("a", "3\n");
  return { server, clone };
}

/** Everything that this package does, as far as it gets: what is planted may make any of it fail, and must not be run. */
async function everyOperation(root: string, remote: RemoteAccess | null): Promise<Repository> {
  const repo = await openRepository({ root, processes: nodeProcesses(), environment: { PATH } });
  const options = { remote, offline: false, environment: {}, logger };
  const head = (await headCommit(repo))?.sha;
  const pull_request = { base: { sha: "1".repeat(40) }, head: { sha: head } };
  const events = [
    null,
    { name: "schedule", payload: {} },
    { name: "push", payload: { before: "0".repeat(40), after: head }, ref: "refs/heads/main" },
    { name: "push", payload: { before: "1".repeat(40), after: head }, ref: "refs/heads/main" },
    { name: "pull_request", payload: { pull_request } },
  ];
  for (const event of events) await known(resolveRange(repo, { ...options, event }));
  const range = { kind: "all", description: "" } as const;
  const from = head ?? "HEAD";
  await known(all(streamDiff(repo, range)));
  await known(all(streamDiff(repo, range, { view: GITLEAKS_VIEW })));
  await known(all(streamNetDiff(repo, undefined, from)));
  await known(all(stagedDiff(repo)));
  await known(all(streamMessages(repo, range)));
  await known(all(streamBlobs(repo, "all")));
  await known(listBlobs(repo, range));
  await known(changedFiles(repo, undefined, from));
  await known(filesAt(repo, from));
  await known(trackedFiles(repo));
  await known(absentFiles(repo));
  await known(mergeBase(repo, from, from));
  await known(countCommits(repo, range));
  await known(defaultBranch(repo, null));
  return repo;
}

async function known(operation: Promise<unknown>): Promise<void> {
  await operation.catch((cause: unknown) => {
    if (!(cause instanceof ExternalError || cause instanceof UsageError)) throw cause;
  });
}

type Route = (clone: TestRepository, config: string, program: string) => string;

const configOf = (folder: string) => join(folder, ".git/config");
const inTree = (clone: TestRepository, config: string): string => {
  clone.write("app/evil.config", config);
  return join(clone.folder, "app/evil.config");
};

/** How a hostile configuration gets to git. Each answers which folder is then opened. */
const ROUTES: Readonly<Record<string, Route>> = {
  "the repository's configuration"({ folder }, config, program) {
    appendFileSync(configOf(folder), config);
    plantHooks(join(folder, ".git/hooks"), program);
    return folder;
  },
  "an included file"(clone, config) {
    appendFileSync(configOf(clone.folder), setting("include", "path", inTree(clone, config)));
    return clone.folder;
  },
  "a file included on a condition"(clone, config) {
    const path = inTree(clone, config);
    for (const condition of ["gitdir:/**", "onbranch:**", "hasconfig:remote.*.url:**"]) {
      appendFileSync(configOf(clone.folder), setting(`includeIf.${condition}`, "path", path));
    }
    return clone.folder;
  },
  "the configuration of a work tree"({ folder, git }, config) {
    git("config", "extensions.worktreeConfig", "true");
    writeFileSync(join(folder, ".git/config.worktree"), config);
    return folder;
  },
  "a linked work tree"({ folder, git }, config) {
    const linked = join(newFolder(), "linked");
    git("worktree", "add", "--quiet", "--detach", linked);
    appendFileSync(configOf(folder), config);
    return linked;
  },
  "a .git file that names a folder elsewhere"({ folder }, config) {
    const elsewhere = join(newFolder(), "elsewhere");
    appendFileSync(configOf(folder), config);
    renameSync(join(folder, ".git"), elsewhere);
    writeFileSync(join(folder, ".git"), `gitdir: ${elsewhere}\n`);
    return folder;
  },
  "a submodule"({ folder }, config) {
    const own = join(folder, ".git/modules/module");
    const module = testRepository();
    module.commit("one", { a: "1\n" });
    mkdirSync(join(folder, ".git/modules"));
    renameSync(join(module.folder, ".git"), own);
    appendFileSync(join(own, "config"), config);
    mkdirSync(join(folder, "module"), { recursive: true });
    writeFileSync(join(folder, "module/.git"), "gitdir: ../.git/modules/module\n");
    return join(folder, "module");
  },
  "a bare repository among the files"({ folder }, config) {
    const alternate = join(folder, ".git/objects");
    plantBare(join(folder, "app"), config, { shallow: false, alternate });
    return join(folder, "app");
  },
  "a shallow bare repository among the files"({ folder }, config) {
    const alternate = join(folder, ".git/objects");
    plantBare(join(folder, "app"), config, { shallow: true, alternate });
    return join(folder, "app");
  },
  "the repository that objects are borrowed from"({ folder }, config) {
    const lender = testRepository();
    lender.commit("lent", { lent: "1\n" });
    appendFileSync(configOf(lender.folder), config);
    const alternates = join(folder, ".git/objects/info/alternates");
    writeFileSync(alternates, `${join(lender.folder, ".git/objects")}\n`);
    return folder;
  },
  "an origin among the files"(clone, config) {
    const alternate = join(clone.folder, ".git/objects");
    plantBare(join(clone.folder, "app"), config, { shallow: true, alternate });
    clone.git("remote", "set-url", "origin", join(clone.folder, "app"));
    return clone.folder;
  },
};

it.each(Object.keys(ROUTES))("nothing is run by way of %s", async (name) => {
  const planted = plantedCommands();
  const server = await serveGit(checkout(planted.attributes).server.folder);
  const wrong = await serveGit();
  const leading = [
    setting("http", "proxy", wrong.address),
    setting(`http.${server.address}/`, "proxy", wrong.address),
    setting(`url.${wrong.address}/`, "insteadOf", `${server.address}/`),
    setting("remote.origin", "proxy", wrong.address),
  ].join("");
  const remote = { serverUrl: server.address, repository: "o/r", token: "t".repeat(20) };
  for (const [config, access] of [
    [planted.commands, null],
    [planted.commands, remote],
    [planted.commands + planted.detours, remote],
    [planted.commands + leading, remote],
    [planted.everything, remote],
  ] as const) {
    const { clone } = checkout(planted.attributes);
    clone.write(".git/info/attributes", planted.attributes);
    const root = ROUTES[name]?.(clone, config, planted.program) ?? "";
    const { variables } = await everyOperation(root, access);
    // What another program would start: the wrapped gitleaks starts `git log`.
    execFileSync("git", ["log", "-p", "--all"], { cwd: newFolder(), env: { ...variables } });
  }
  for (const { close } of [server, wrong]) close();
  expect(planted.ran()).toBe("");
  expect(wrong.requests).toEqual([]);
  expect(server.requests).not.toEqual([]);
});

it("what is planted would be run by a git that believes it", () => {
  const planted = plantedCommands();
  const { clone } = checkout(planted.attributes);
  appendFileSync(configOf(clone.folder), planted.commands);
  try {
    clone.git("log", "-p", "--ext-diff");
    clone.git("status");
  } catch {
    // It may fail for it.
  }
  expect(planted.ran()).not.toBe("");
  expect(planted.everything.split("[").length).toBeGreaterThan(500);
});

import { execFileSync } from "node:child_process";
import { utimesSync } from "node:fs";
import { fixedClock } from "@assay/core";
import { nodeProcesses } from "@assay/core/host";
import { afterAll, describe, expect, it } from "vitest";
import { removeTestRepositories, type TestRepository, testRepository } from "../test/repository.ts";
import type { Entry } from "./entry-line.ts";
import { introducedDates, withFirstSeen } from "./introduced.ts";

afterAll(removeTestRepositories);

const NOW = "2030-01-01T00:00:00Z";

function contextOf({ folder }: Pick<TestRepository, "folder">, now = NOW) {
  const warnings: string[] = [];
  const processes = nodeProcesses();
  let blames = 0;
  const context = {
    root: folder,
    processes: {
      ...processes,
      stream: (...args: Parameters<typeof processes.stream>) => {
        if (args[1].includes("blame")) blames++;
        return processes.stream(...args);
      },
    },
    environment: { PATH: process.env["PATH"] },
    signal: new AbortController().signal,
    clock: fixedClock(now),
    logger: { warning: (text: string) => void warnings.push(text) },
  };
  return { context, warnings, blames: () => blames };
}

/** A package-lock.json in which every package has a line for its key and one for its version. */
function lock(packages: Readonly<Record<string, string>>): string {
  const entries = Object.entries(packages).map(
    ([name, version]) =>
      `    "node_modules/${name}": {\n      "version": "${version}",\n      "license": "MIT"\n    }`,
  );
  return `{\n  "packages": {\n${entries.join(",\n")}\n  }\n}\n`;
}

/** Entries in the order of the lockfile above. */
function entriesOf(packages: Readonly<Record<string, string>>, path = "package-lock.json") {
  return Object.entries(packages).map(([name, version], index) => ({
    ...{ path, name, version, line: 3 + index * 4 },
  }));
}

async function datesOf(repo: TestRepository, entries: readonly Entry[], now = NOW) {
  const { context, warnings, blames } = contextOf(repo, now);
  const dates = await introducedDates(context, entries);
  const found = entries.map((entry) => {
    const date = dates.get(entry);
    return date && [date.commit, date.source];
  });
  return { dates, found, warnings, blames: blames() };
}

const commitDate = (repo: TestRepository, commit: string) =>
  new Date(Number(repo.git("log", "-1", "--format=%ct", commit)) * 1000).toISOString();

describe("introducedDates", () => {
  it("dates each entry by the commit that brought its version, with one process for a file", async () => {
    const repo = testRepository();
    const first = repo.commit("a", { "package-lock.json": lock({ ant: "1.0.0", cat: "1.0.0" }) });
    const second = repo.commit("b", {
      "package-lock.json": lock({ ant: "1.0.0", bee: "2.0.0", cat: "1.0.0" }),
    });
    const third = repo.commit("c", {
      "package-lock.json": lock({ ant: "1.1.0", bee: "2.0.0", cat: "1.0.0" }),
    });
    repo.commit("d", { "README.md": "x" });
    const entries = entriesOf({ ant: "1.1.0", bee: "2.0.0", cat: "1.0.0" });
    const { found, dates, blames } = await datesOf(repo, entries);
    expect(found).toEqual([
      [third, "introduced"],
      [second, "introduced"],
      [first, "introduced"],
    ]);
    expect(blames).toBe(1);
    const [ant] = entries;
    expect(ant && dates.get(ant)?.at).toBe(commitDate(repo, third));
  });

  it("follows first parents: what a merge brings is dated by the merge", async () => {
    const repo = testRepository();
    repo.commit("a", { "package-lock.json": lock({ ant: "1.0.0" }) });
    repo.git("checkout", "-q", "-b", "side");
    repo.commit("b", { "package-lock.json": lock({ ant: "1.0.0", bee: "2.0.0" }) });
    repo.git("checkout", "-q", "main");
    repo.commit("c", { other: "x" });
    repo.git("merge", "-q", "--no-ff", "-m", "merge", "side");
    const merge = repo.git("rev-parse", "HEAD");
    const entries = entriesOf({ ant: "1.0.0", bee: "2.0.0" });
    expect((await datesOf(repo, entries)).found[1]).toEqual([merge, "introduced"]);
  });

  it("is not made later by white space, and tells of another commit than HEAD", async () => {
    const repo = testRepository();
    const text = lock({ ant: "1.0.0" });
    const first = repo.commit("a", { "package-lock.json": text });
    repo.commit("b", { "package-lock.json": text.replaceAll("  ", "\t").replaceAll("\n", "\r\n") });
    const entries = entriesOf({ ant: "1.0.0" });
    expect((await datesOf(repo, entries)).found).toEqual([[first, "introduced"]]);
    repo.commit("c", { "package-lock.json": lock({ ant: "2.0.0" }) });
    const { context } = contextOf(repo);
    expect([...(await introducedDates(context, entries)).values()]).toEqual([]);
    const dates = await introducedDates(context, entries, first);
    expect([...dates.values()].map(({ commit }) => commit)).toEqual([first]);
  });

  it("follows a renamed lockfile, in a folder too", async () => {
    const repo = testRepository();
    const packages = { ant: "1.0.0", bee: "2.0.0", cat: "3.0.0" };
    const first = repo.commit("a", { "old-lock.json": lock(packages) });
    repo.git("mv", "old-lock.json", "package-lock.json");
    repo.commit("b");
    expect((await datesOf(repo, entriesOf(packages))).found[0]).toEqual([first, "introduced"]);
    const second = repo.commit("c", { "web/package-lock.json": lock({ dog: "4.0.0" }) });
    const inFolder = contextOf({ folder: `${repo.folder}/web` });
    const [dog] = entriesOf({ dog: "4.0.0" });
    const dates = await introducedDates(inFolder.context, dog === undefined ? [] : [dog]);
    expect(dog && dates.get(dog)?.commit).toBe(second);
  });

  it("is never later than now", async () => {
    const repo = testRepository();
    repo.commit("a", { "package-lock.json": lock({ ant: "1.0.0" }) });
    const entries = entriesOf({ ant: "1.0.0" });
    const { dates } = await datesOf(repo, entries, "2020-01-01T00:00:00Z");
    expect([...dates.values()].map(({ at }) => at)).toEqual(["2020-01-01T00:00:00.000Z"]);
  });

  it("says that a shallow clone cuts the history", async () => {
    const repo = testRepository();
    repo.commit("a", { "package-lock.json": lock({ ant: "1.0.0" }) });
    repo.commit("b", { other: "x" });
    const last = repo.commit("c", { "package-lock.json": lock({ ant: "1.0.0", bee: "2.0.0" }) });
    const entries = entriesOf({ ant: "1.0.0", bee: "2.0.0" });
    const two = repo.clone("--depth=2");
    expect((await datesOf(two, entries)).found).toEqual([
      [repo.git("rev-parse", "HEAD~1"), "shallow"],
      [last, "introduced"],
    ]);
    const one = repo.clone("--depth=1");
    expect((await datesOf(one, entries)).found).toEqual([
      [last, "shallow"],
      [last, "shallow"],
    ]);
  });

  it("has no date for what is not committed, and finds by name what moved since", async () => {
    const repo = testRepository();
    const first = repo.commit("a", { "package-lock.json": lock({ bee: "2.0.0" }) });
    repo.write("package-lock.json", lock({ ant: "1.0.0", bee: "2.0.0" }));
    const entries = entriesOf({ ant: "1.0.0", bee: "2.0.0" });
    expect((await datesOf(repo, entries)).found).toEqual([undefined, [first, "introduced"]]);
    const absent = [{ path: "none.lock", line: 1, name: "a", version: "1" }];
    expect((await datesOf(repo, absent)).found).toEqual([undefined]);
  });

  it("has no dates without a repository or a commit, and says why where one is broken", async () => {
    const empty = testRepository();
    const entries = entriesOf({ ant: "1.0.0" });
    expect((await datesOf(empty, entries)).found).toEqual([undefined]);
    const broken = testRepository();
    broken.commit("a", { "package-lock.json": lock({ ant: "1.0.0" }) });
    const tree = broken.git("rev-parse", "HEAD^{tree}");
    execFileSync("rm", [
      "-f",
      `${broken.folder}/.git/objects/${tree.slice(0, 2)}/${tree.slice(2)}`,
    ]);
    const { found, warnings } = await datesOf(broken, entries);
    expect(found).toEqual([undefined]);
    expect(warnings[0]).toMatch(/^The history of lockfiles could not be read: /);
  });

  it("takes no attribute, filter or ignore list of the repository along", async () => {
    const repo = testRepository();
    const first = repo.commit("a", {
      "package-lock.json": lock({ ant: "1.0.0" }),
      ".gitattributes": "* diff=evil filter=evil -text",
    });
    repo.git("config", "diff.evil.textconv", "touch pwned; echo x #");
    repo.git("config", "blame.ignoreRevsFile", ".ignored");
    repo.write(".ignored", `${first}\n`);
    utimesSync(`${repo.folder}/package-lock.json`, 0, 0);
    const { found } = await datesOf(repo, entriesOf({ ant: "1.0.0" }));
    expect(found).toEqual([[first, "introduced"]]);
    expect(repo.git("status", "--porcelain")).not.toContain("pwned");
  });
});

describe("withFirstSeen", () => {
  it("dates findings about entries, and leaves alone what has a date or is new", async () => {
    const repo = testRepository();
    const first = repo.commit("a", { "package-lock.json": lock({ ant: "1.0.0" }) });
    const plain = { ruleId: "a.b", severity: "high", message: "m", fingerprint: "f" } as const;
    const location = { path: "package-lock.json", startLine: 3 };
    const subject = { name: "ant", version: "1.0.0" };
    const findings = [
      { ...plain, location, subject },
      { ...plain, location, subject, firstSeen: "2020-01-01T00:00:00Z" },
      { ...plain, location, subject, change: "new" as const },
      plain,
    ];
    const { context } = contextOf(repo);
    expect(await withFirstSeen(context, findings)).toEqual([
      {
        ...plain,
        location,
        subject,
        firstSeen: commitDate(repo, first),
        clockSource: "introduced",
      },
      ...findings.slice(1),
    ]);
  });
});

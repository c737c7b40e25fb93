import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fixedClock } from "@assay/core";
import { cleanUp, temporaryFolder } from "@assay/testkit";
import { afterAll, describe, expect, test } from "vitest";
import type { AdvisoryPackage } from "../data.ts";
import { memoryData } from "../groups/memory.ts";
import type { AdvisoryRecord } from "../record.ts";
import { NOW } from "../test/context.ts";
import { advisory, range } from "../test/records.ts";
import { writeStoreFile } from "./file.ts";
import { openStoreFile } from "./read.ts";

afterAll(cleanUp);

const run = { clock: fixedClock(NOW), signal: new AbortController().signal };
const npm = (name: string): AdvisoryPackage => ({ ecosystem: "npm", name });
const record = (id: string, name: string, aliases: readonly string[] = [], more = {}) =>
  advisory(id, ["npm", name], [range("introduced 0", "fixed 2")], { aliases, ...more });

const HIGH = [{ type: "CVSS_V3", score: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H" }];
/** Groups in every way: by an alias that is no record, of a record that names none itself, in a circle, and with withdrawn ones. */
const RECORDS: readonly AdvisoryRecord[] = [
  record("GHSA-1", "left", ["CVE-1"], { severity: HIGH }),
  record("PYSEC-1", "right", ["CVE-1"]),
  record("MAL-2", "left"),
  record("GHSA-2", "other", ["MAL-2"]),
  record("A-1", "round", ["A-3", "A-1"]),
  record("A-2", "round", ["A-1"]),
  record("A-3", "round", ["A-2"], { withdrawn: "2026-01-01T00:00:00Z", severity: HIGH }),
  record("MAL-3", "__proto__"),
  record("MAL-4", "constructor"),
  record("MAL-5", "an 'odd'\t\"name\"\n\u2028é"),
  advisory("GHSA-6", ["npm", "many"], [{ versions: ["1".repeat(200)] }, range("introduced 1")]),
  advisory("GHSA-7", ["Debian:12", "deb"], [range("introduced 0")]),
];
const NAMES = [...new Set(RECORDS.flatMap(({ affected }) => affected[0]?.name ?? []))];

async function built(records: Iterable<AdvisoryRecord>, path?: string) {
  const target = path ?? join(await temporaryFolder(), "npm.advisories");
  await writeStoreFile(
    target,
    [{ ecosystem: "npm", records, takenAt: "2026-11-01T00:00:00Z" }],
    run,
  );
  return target;
}

function found(path: string, names: readonly string[]) {
  const file = openStoreFile(path);
  const all = new Map();
  file.find(names.map(npm), all);
  file.close();
  return all;
}

describe("a store", () => {
  test("says of every package what the records say, with the groups that they make together", async () => {
    const inMemory = await memoryData(RECORDS).lookup(NAMES.map(npm));
    const sorted = new Map(
      [...inMemory].map(([key, all]) => [
        key,
        [...all].sort((a, b) => (a.record.id < b.record.id ? -1 : 1)),
      ]),
    );
    const stored = found(await built(RECORDS), NAMES);
    expect(stored).toEqual(sorted);
    expect(stored.get("npm\0left")?.map(({ group }: { group: object }) => group)).toMatchObject([
      { ids: ["CVE-1", "GHSA-1", "PYSEC-1"], vectors: [{ from: "GHSA-1" }] },
      { ids: ["GHSA-2", "MAL-2"], malware: true },
    ]);
    expect(found(await built(RECORDS), ["none", "toString", ""]).size).toBe(0);
  });

  test("is the same bytes whatever the order of the records, and with a record twice", async () => {
    const one = await readFile(await built(RECORDS));
    expect((await readFile(await built([...RECORDS].reverse()))).equals(one)).toBe(true);
    expect((await readFile(await built([...RECORDS, ...RECORDS]))).equals(one)).toBe(true);
  });

  test("that is made of another's parts and what changed is the one that is made of all", async () => {
    const folder = await temporaryFolder();
    const old = openStoreFile(await built(RECORDS));
    const changed = record("MAL-2", "left", [], { withdrawn: "2026-11-02T00:00:00Z" });
    function* merged() {
      for (const [name, advisories] of old.all("npm"))
        for (const each of advisories) if (each.record.id !== changed.id) yield { name, ...each };
      yield changed;
    }
    const target = join(folder, "npm.advisories");
    const source = { ecosystem: "npm", takenAt: "2026-11-01T00:00:00Z" };
    await writeStoreFile(target, [{ ...source, records: merged() }], run);
    old.close();
    const whole = RECORDS.map((each) => (each.id === changed.id ? changed : each));
    // A record of another ecosystem is in no part: it is not counted either.
    const expected = await built(whole.filter(({ id }) => id !== "GHSA-7"));
    expect((await readFile(target)).equals(await readFile(expected))).toBe(true);
  });

  test("with ten thousand versions of a package and ten thousand packages gives each of them", async () => {
    const versions = Array.from({ length: 10_000 }, (_, index) => `1.0.${index}`);
    const many = advisory("MAL-0", ["npm", "many"], [{ versions }]);
    const others = Array.from({ length: 10_000 }, (_, index) =>
      record(`MAL-${index + 1}`, `p${index}`),
    );
    const path = await built([many, ...others]);
    const all = found(path, ["many", "p0", "p9999", "p10000"]);
    expect([...all.keys()]).toEqual(expect.arrayContaining(["npm\0many", "npm\0p0", "npm\0p9999"]));
    expect(all.size).toBe(3);
    expect(all.get("npm\0many")[0].record).toEqual(many);
  });

  test("of a package with more than any package has is refused while it is read, and leaves nothing behind", async () => {
    const folder = await temporaryFolder();
    let taken = 0;
    const versions = Array.from({ length: 1000 }, (_, at) => `${at}.${"1".repeat(200)}`);
    function* records() {
      for (; taken < 100; taken++) yield advisory(`GHSA-${taken}`, ["npm", "huge"], [{ versions }]);
    }
    const part = { ecosystem: "npm", records: records(), maxBytes: 2 ** 20 };
    await expect(writeStoreFile(join(folder, "npm.advisories"), [part], run)).rejects.toMatchObject(
      {
        kind: "external",
        message: 'The advisories of npm are refused: those of "huge" have more than 1 MiB',
        hint: "No package has so many. Take them from their source once more.",
      },
    );
    expect(taken).toBe(5);
    expect(await readdir(folder)).toEqual([]);
  });

  test("with a changed byte anywhere is refused, and never answers otherwise", async () => {
    const path = await built(RECORDS);
    const [bytes, expected] = [await readFile(path), found(path, NAMES)];
    for (let at = 0; at < bytes.length; at += 7) {
      const copy = Buffer.from(bytes);
      copy[at] = (copy[at] ?? 0) ^ 1;
      await writeFile(path, copy);
      let answer: unknown = "refused";
      try {
        answer = found(path, NAMES);
      } catch (error) {
        expect(error).toMatchObject({ kind: "external" });
      }
      expect(["refused", expected]).toContainEqual(answer);
    }
    for (const size of [0, 1, 79, 80, bytes.length / 2, bytes.length - 1]) {
      await writeFile(path, bytes.subarray(0, size));
      expect(() => found(path, NAMES)).toThrow("is damaged");
    }
  });
});

describe("the file of a store", () => {
  const READY = "ready\n";
  /** A process that builds a store at `path` and stops in the middle until it is killed. */
  const building = (path: string) => `
    import { writeSync } from "node:fs";
    import { writeStoreFile } from ${JSON.stringify(new URL("./file.ts", import.meta.url).href)};
    import { readRecord } from ${JSON.stringify(new URL("../record/read.ts", import.meta.url).href)};
    function* records() {
      for (let index = 0; index < 50000; index++)
        yield readRecord({ id: "MAL-" + index, summary: "x".repeat(400), affected: [{ package: { ecosystem: "npm", name: "p" + index } }] });
      writeSync(1, ${JSON.stringify(READY)});
      if (process.argv[1] !== "end") Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    }
    await writeStoreFile(${JSON.stringify(path)}, [{ ecosystem: "npm", records: records() }], { clock: { wall: () => new Date(0) }, signal: new AbortController().signal });
  `;
  const node = (path: string, ...args: readonly string[]) =>
    ["--input-type=module", "--eval", building(path), ...args] as const;

  test("is the old one where the process is killed in the middle", async () => {
    const path = await built(RECORDS);
    const child = spawn(process.execPath, node(path), { stdio: ["ignore", "pipe", "inherit"] });
    const [text] = await once(child.stdout, "data");
    expect(String(text)).toBe(READY);
    child.kill("SIGKILL");
    await once(child, "close");
    expect(found(path, ["left"]).size).toBe(1);
    await built([record("NEW-1", "left")], path);
    expect(found(path, ["left"]).get("npm\0left")[0].record.id).toBe("NEW-1");
  });

  test("is the old one where the disk is full, and nothing else is left", async () => {
    const path = await built(RECORDS);
    // A limit of the size of files stands for the disk's end: 1 MiB.
    const limited = ["-c", 'ulimit -f 1024; exec "$@"', "bash", process.execPath];
    const child = spawn("bash", [...limited, ...node(path, "end")], { stdio: "pipe" });
    const text: Buffer[] = [];
    child.stderr.on("data", (chunk: Buffer) => text.push(chunk));
    const [code] = await once(child, "close");
    expect(code).not.toBe(0);
    expect(Buffer.concat(text).toString()).toContain("npm.advisories can't be written (EFBIG)");
    expect(await readdir(join(path, ".."))).toEqual(["npm.advisories"]);
    expect(found(path, ["left"]).size).toBe(1);
  });

  test("is whole while several jobs write it", async () => {
    const path = await built(RECORDS);
    const before = [...RECORDS];
    const jobs = Array.from({ length: 5 }, (_, index) =>
      built([...before, record(`NEW-${index}`, "new")], path),
    );
    expect(found(path, ["left"]).size).toBe(1);
    await Promise.all(jobs);
    const [one] = found(path, ["new"]).get("npm\0new");
    expect(one.record.id).toMatch(/^NEW-[0-4]$/);
    expect(await readdir(join(path, ".."))).toEqual(["npm.advisories"]);
  });

  test("that can't be written is an error that says what to do", async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "store"), "a file where the folder belongs");
    await expect(built(RECORDS, join(folder, "store", "npm.advisories"))).rejects.toMatchObject({
      kind: "external",
      message: expect.stringContaining("can't be written (E"),
      hint: expect.stringContaining("advisory-store"),
    });
  });
});

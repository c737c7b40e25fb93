import { chmod, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { cleanUp, temporaryFolder, writeFiles } from "@assay/testkit";
import { afterAll, expect, test } from "vitest";
import { prints, report, row, runCheck } from "../test/fixture.ts";
import { REQUIREMENTS } from "./requirements.ts";

afterAll(cleanUp);

/** A Python that makes environments with itself as their interpreter, and whose pip and bandit are these scripts. */
async function fakePython(pip: string) {
  const [folder, cache, root] = [
    await temporaryFolder(),
    await temporaryFolder(),
    await temporaryFolder(),
  ];
  await writeFiles(root, { "a.py": "call(x)\n", "r.txt": "bandit==1.7.5 --hash=sha256:00\n" });
  const path = join(folder, "python3");
  const text = `#!/bin/sh
echo "$*" >> '${join(folder, "log")}'
case "$*" in
  --version) echo Python 3.12.1;;
  "-I -m venv "*) mkdir -p "$4/bin"; cp '${path}' "$4/bin/python";;
  *" pip install "*) for last; do :; done; cp "$last" '${join(folder, "lock")}'; ${pip};;
  *"-m bandit --version") echo bandit 1.9.4;;
  *) ${prints(report([row()]), 1)};;
esac
`.replace("\nexit 1;;", "\nexit 1;;");
  await writeFile(path, text);
  await chmod(path, 0o755);
  const environment = { PATH: `${folder}:${process.env["PATH"]}`, RUNNER_TOOL_CACHE: cache };
  const run = (offline: boolean, requirements?: string) =>
    runCheck(
      root,
      { tools: ["bandit"], provision: true, ...(requirements !== undefined && { requirements }) },
      { environment, offline },
    );
  const log = async () => (await readFile(join(folder, "log"), "utf8")).trim().split("\n");
  const lock = () => readFile(join(folder, "lock"), "utf8");
  return { run, log, lock, cache: join(cache, "assay", "python") };
}

test("wheels with hashes alone, once; afterwards no network is needed", async () => {
  const { run, log, lock, cache } = await fakePython("exit 0");
  const { result, versions } = await run(false);
  expect(versions).toEqual({ bandit: "1.9.4" });
  expect(result.findings).toHaveLength(1);
  const install = (await log()).find((line) => line.includes("pip install"));
  expect(install).toMatch(
    /^-I -m pip install --require-hashes --no-deps --only-binary :all: --no-input /,
  );
  expect(await lock()).toBe(REQUIREMENTS);
  expect((await run(true)).result.findings).toHaveLength(1);
  expect((await log()).filter((line) => line.includes("pip install"))).toHaveLength(1);
  expect(await readdir(cache)).toHaveLength(1);
});

test("a requirements file of the user is another environment", async () => {
  const { run, lock, cache } = await fakePython("exit 0");
  await run(false, "r.txt");
  expect(await lock()).toBe("bandit==1.7.5 --hash=sha256:00\n");
  await run(false);
  expect(await readdir(cache)).toHaveLength(2);
  await expect(run(false, "gone.txt")).rejects.toMatchObject({ kind: "usage" });
});

test("what pip refuses is an external error, and nothing is left of it", async () => {
  const { run, cache } = await fakePython(
    "echo 'ERROR: THESE PACKAGES DO NOT MATCH THE HASHES' >&2; exit 1",
  );
  await expect(run(false)).rejects.toMatchObject({
    kind: "external",
    message: expect.stringContaining("DO NOT MATCH THE HASHES"),
  });
  expect(await readdir(cache)).toEqual([]);
});

test("offline it says what to keep", async () => {
  const { run, cache } = await fakePython("exit 0");
  await expect(run(true)).rejects.toMatchObject({
    kind: "external",
    hint: expect.stringContaining(cache),
  });
});

test("every package of the lock is pinned and has a hash", () => {
  const lines = REQUIREMENTS.trim().split("\n");
  expect(lines.length).toBeGreaterThan(5);
  for (const line of lines)
    expect(line).toMatch(
      /^[a-z0-9-]+==\S+( ; sys_platform == "win32")?( --hash=sha256:[0-9a-f]{64})+$/,
    );
});

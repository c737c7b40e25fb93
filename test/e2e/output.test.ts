import { spawnSync } from "node:child_process";
import { closeSync, openSync, statSync } from "node:fs";
import { join } from "node:path";
import { cleanUp, temporaryFolder } from "@assay/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeNpmProject } from "../bench/npm-project.ts";
import { CLI } from "./entries.ts";

afterAll(cleanUp);

const DOCUMENT = ["sbom", "project", "--format", "cyclonedx-1.6"];
let folder = "";

beforeAll(async () => {
  folder = await temporaryFolder();
  writeNpmProject(join(folder, "project"), 300, false);
});

/** Runs a line of the shell with `$NODE` and `$CLI` in it. */
function shell(line: string) {
  const { PATH = "" } = process.env;
  const env = { PATH, NODE: process.execPath, CLI };
  return spawnSync("bash", ["--norc", "-c", line], { cwd: folder, env, encoding: "utf8" });
}

const assay = (args: readonly string[]) => `"$NODE" "$CLI" ${args.join(" ")}`;

describe("a document or report that can't be written whole never passes", () => {
  it("a full disk, as /dev/full tells it", () => {
    for (const args of [
      DOCUMENT,
      ["sbom", "project"],
      ["check", "project", "--offline", "--format", "json"],
    ]) {
      const full = openSync("/dev/full", "w");
      const { status, stderr } = spawnSync(process.execPath, [CLI, ...args], {
        cwd: folder,
        env: { PATH: process.env["PATH"] ?? "" },
        stdio: ["ignore", full, "pipe"],
        encoding: "utf8",
      });
      closeSync(full);
      expect(status).toBe(3);
      expect(stderr).toContain("error: stdout could not be written: ENOSPC");
    }
  });

  it("a disk that takes a part and no more", () => {
    // A limit on the size of files, in KiB, cuts a write short where a full disk would.
    const { status, stderr } = shell(`ulimit -f 64; exec ${assay(DOCUMENT)} > part.json`);
    expect(status).toBe(3);
    expect(stderr).toContain("error: stdout could not be written: EFBIG");
    expect(statSync(join(folder, "part.json")).size).toBe(64 * 1024);
  });

  it("a reader that goes away", () => {
    const { stdout } = shell(
      `{ ${assay(DOCUMENT)} 2>errors; echo $? >&2; } 2>code | head -c 9; cat code errors`,
    );
    expect(stdout).toContain("3\nerror: stdout was closed before everything was written");
  });

  it("and one that is written whole does", () => {
    const { status, stderr } = shell(
      `${assay(DOCUMENT)} > whole.json && "$NODE" -p 'JSON.parse(fs.readFileSync("whole.json")).bomFormat'`,
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });
});

import { type Command, commonPositional } from "@assay/core";
import { expect, test } from "vitest";
import { readPositionals } from "./positionals.ts";

const COMMAND = {
  name: "demo",
  inputs: { workspace: { type: "path", description: "A member." } },
  positional: {
    ...commonPositional,
    resolve: async (word: string, cwd: string) =>
      word === "." && cwd === "/repo/a"
        ? { "working-directory": "/repo", workspace: "a" }
        : undefined,
  },
} as unknown as Command;

const read = async (cwd: string, explicit: Record<string, string>, ...positionals: string[]) =>
  (await readPositionals(COMMAND, { explicit, positionals, problems: [] } as never, cwd)).explicit;

test("no word means the folder that the run starts in, as `.` does", async () => {
  const member = { "working-directory": "/repo", workspace: "a" };
  expect(await read("/repo/a", {}, ".")).toEqual(member);
  expect(await read("/repo/a", { scope: "runtime" })).toEqual(member);
  expect(await read("/repo", {})).toEqual({});
});

test("what is given by name is not replaced, and paths that begin here still do", async () => {
  expect(await read("/repo/a", { workspace: "b" })).toEqual({});
  expect(await read("/repo/a", { "working-directory": "." })).toEqual({});
  expect(await read("/repo/a", { lockfile: "package-lock.json" })).toEqual({});
});

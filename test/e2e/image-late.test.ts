import { cp, mkdir, readdir, readFile, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { cleanUp, runBuiltAction, temporaryFolder } from "@assay/testkit";
import { afterAll, afterEach, expect, test } from "vitest";
import { actionFolder } from "./entries.ts";

const DIST = fileURLToPath(new URL("../../dist/shared", import.meta.url));

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});
afterAll(cleanUp);

const isLate = (name: string) => name.startsWith("cli-");

/** The archive as a runner unpacks it, and a server that has the whole of the commit. */
async function runner(change: (name: string, text: string) => string | undefined = (_, t) => t) {
  const unpacked = join(await temporaryFolder(), "_actions", "acme", "assay", "v1");
  await mkdir(unpacked, { recursive: true });
  await cp(join(actionFolder("image"), "../.."), unpacked, { recursive: true });
  const shared = join(unpacked, "dist", "shared");
  for (const name of (await readdir(shared)).filter(isLate)) await rm(join(shared, name));
  const asked: string[] = [];
  const server = createServer(async ({ url = "", headers }, response) => {
    const [, name = ""] =
      /^\/repos\/acme\/assay\/contents\/dist\/shared\/([\w.-]+)\?ref=v1$/.exec(url) ?? [];
    asked.push(`${name} ${headers.authorization ?? ""}`);
    const text = name === "" ? undefined : change(name, await readFile(join(DIST, name), "utf8"));
    response.statusCode = text === undefined ? 404 : 200;
    response.end(text ?? "");
  });
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  const run = (inputs: Readonly<Record<string, string>>) =>
    runBuiltAction({
      actionFolder: join(unpacked, "actions", "image"),
      inputs,
      token: "t0ken",
      env: { GITHUB_API_URL: `http://127.0.0.1:${port}` },
    });
  return { unpacked, asked, run };
}

test("an action's late part is fetched from the commit that runs, by hash, once", async () => {
  const { unpacked, asked, run } = await runner();
  const shared = join(unpacked, "dist", "shared");
  expect((await readdir(shared)).filter(isLate)).toEqual([]);
  const first = await run({ operation: "nothing" });
  expect(first.exitCode).toBe(2);
  expect(first.log).toContain('`operation` is "nothing"');
  expect(asked[0]).toBe("cli-image.json Bearer t0ken");
  const fetched = (await readdir(shared)).filter(isLate);
  expect(fetched).toContain("cli-image.js");
  expect(asked).toHaveLength(fetched.length);
  await run({ operation: "nothing" });
  expect(asked).toHaveLength(fetched.length);
});

test.each([
  ["the list", (name: string, text: string) => (name.endsWith(".json") ? `${text} ` : text)],
  ["the code", (name: string, text: string) => (name === "cli-image.js" ? `${text}//` : text)],
])("another content of %s is never run", async (_, change) => {
  const { unpacked, run } = await runner(change);
  const { exitCode, log, outputs } = await run({ operation: "nothing" });
  expect(exitCode).toBe(3);
  expect(log).toMatch(/is a part of this action, and is not to be had.*other content/);
  expect(outputs).toEqual({});
  expect(await readdir(join(unpacked, "dist", "shared"))).not.toContain("cli-image.js");
});

test.each(["true", "Yes", " TRUE"])(
  "without a network (offline: %s) it says where the code is to be had",
  async (offline) => {
    const { asked, run } = await runner();
    const { exitCode, log } = await run({ operation: "nothing", offline });
    expect(exitCode).not.toBe(0);
    expect(log).toContain("Check out the action's repository at the same commit");
    expect(asked).toEqual([]);
  },
);

test("a step's reports name the image, and no name of one leads out of the step's folder", async () => {
  const { exitCode, outputs, summary } = await runBuiltAction({
    actionFolder: actionFolder("image"),
    inputs: { operation: "inspect", image: "oci:../../../out:1" },
  });
  expect(exitCode).toBe(2);
  expect(outputs["report-directory"]).toMatch(/\/assay\/[\w-]+$/);
  expect(summary).toContain("Assay image inspect oci&#58;../../../out&#58;1: Error");
});

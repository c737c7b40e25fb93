import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  cleanUp,
  type MiniRegistry,
  type MiniRegistryOptions,
  runNode,
  startMiniRegistry,
  temporaryFolder,
  writeFiles,
} from "@assay/testkit";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { CLI } from "./entries.ts";

/** The built command line at registries that send elsewhere, refuse and answer wrongly. */

afterAll(cleanUp);
const started: MiniRegistry[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((registry) => registry.close()));
});

const USER = { name: "robot", password: "kR7-pw-of-the-robot" };
const BASIC = Buffer.from(`${USER.name}:${USER.password}`).toString("base64");

async function start(options: MiniRegistryOptions = {}) {
  const registry = await startMiniRegistry({ user: USER, ...options });
  started.push(registry);
  registry.putImage("team/app", { tag: "1", layers: ["layer"] });
  const root = await temporaryFolder();
  const auths = { [registry.host]: { auth: BASIC } };
  await writeFiles(root, { ".docker/config.json": JSON.stringify({ auths }) });
  const inspect = async (...args: readonly string[]) => {
    const run = await runNode(
      [
        CLI,
        "image",
        "inspect",
        `${registry.host}/team/app:1`,
        "-v",
        "--report-directory",
        "out",
        ...args,
      ],
      { cwd: root, env: { PATH: process.env["PATH"] ?? "", HOME: root } },
    );
    const names = await readdir(join(root, "out"), { recursive: true, withFileTypes: true });
    const files = await Promise.all(
      names
        .filter((entry) => entry.isFile())
        .map((entry) => readFile(join(entry.parentPath, entry.name), "utf8")),
    );
    return { ...run, everything: [run.stdout, run.stderr, ...files].join("\n") };
  };
  return { registry, root, inspect };
}

/** No message is longer than a line of the terminal by itself. */
const flat = (text: string) => text.replace(/\s+/g, " ");

describe("credentials of a registry", () => {
  it("go to its own origin alone, and into no log, report or document", async () => {
    const { registry, inspect } = await start({ auth: "bearer", storage: true, tokenPort: true });
    const { exitCode, everything } = await inspect();
    expect(exitCode).toBe(0);
    const sent = registry.journal.map(({ port, authorization }) => [
      port,
      authorization?.split(" ")[0],
    ]);
    expect(sent).toContainEqual(["token", "Basic"]);
    expect(sent).toContainEqual(["registry", "Bearer"]);
    expect(sent.filter(([port]) => port === "storage").length).toBeGreaterThan(0);
    expect(sent).not.toContainEqual(["storage", expect.anything()]);
    expect(sent).not.toContainEqual(["registry", "Basic"]);
    const tokens = registry.journal.flatMap(
      ({ authorization = "" }) => /^Bearer (.+)/.exec(authorization)?.[1] ?? [],
    );
    for (const secret of [USER.password, BASIC, "storage-secret", ...tokens]) {
      expect(everything).not.toContain(secret);
    }
  });

  it("are not sent to a token service elsewhere, unless it is named", async () => {
    const evil = await startMiniRegistry({ auth: "bearer", user: USER });
    started.push(evil);
    const realm = `${evil.url}/token`;
    const { inspect } = await start({ auth: "bearer", hostname: "localhost", realm });
    const refused = await inspect();
    expect(refused.exitCode).toBe(3);
    expect(flat(refused.stdout)).toMatch(
      `sends to a token service on another host, ${evil.host}, which would get the credentials`,
    );
    expect(evil.journal).toEqual([]);
    await inspect("--trusted-realm", evil.host);
    expect(evil.journal[0]?.authorization).toBe(`Basic ${BASIC}`);
  });
});

describe("a registry that can't say what is there", () => {
  it.each([
    [{ status: 403 }, "does not allow it (403)"],
    [
      { status: 429, headers: { "retry-after": "600" } },
      "limits the rate of requests (429); it may be asked again in 600 s",
    ],
    [
      { status: 200, body: '{"schemaVersion":2,"schemaVersion":2}' },
      'has the field "schemaVersion" twice',
    ],
    [
      { status: 200, body: Buffer.alloc(9_000_000, " ") },
      "has more than the 8388608 bytes that are read",
    ],
    [
      { status: 307, headers: { location: "http://169.254.169.254/latest/" } },
      "led to http://169.254.169.254, which is not by https",
    ],
  ])("fails with its own message: %j", async (fault, message) => {
    const { registry, inspect } = await start({ hostname: "localhost" });
    registry.faults.push({ path: /manifests/, ...fault });
    const { exitCode, stdout } = await inspect();
    expect(exitCode).toBe(3);
    expect(flat(stdout)).toMatch(message);
    expect(stdout).not.toMatch("no image");
  });
});

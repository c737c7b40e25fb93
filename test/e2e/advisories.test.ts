import { generateKeyPairSync } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import {
  cleanUp,
  gitRepository,
  MINI_IDENTITY,
  runNode,
  startMiniSigstore,
  temporaryFolder,
  writeFiles,
} from "@assay/testkit";
import { advisory, advisoryFolder, type Written, zip } from "@assay/testkit/advisories";
import { afterAll, describe, it } from "vitest";
import { CLI } from "./entries.ts";

/** From OSV's bucket or a snapshot to the gate, through the built CLI; the bucket is a server of this machine. */

const servers: { close(): void }[] = [];
afterAll(async () => {
  for (const server of servers) server.close();
  await cleanUp();
});

type Answer = (response: ServerResponse) => void;
const bytes =
  (body: Buffer | string, status = 200, headers: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(status, headers).end(body);

/** Each path's answers in turn, the last of them for ever. */
async function bucket(answers: Readonly<Record<string, readonly Answer[]>>) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    const all = answers[path] ?? [bytes("", 404)];
    const times = asked.filter((one) => one === path).length;
    asked.push(path);
    (all[times] ?? all.at(-1))?.(response);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  servers.push(server);
  const address = server.address();
  const port = typeof address === "object" ? address?.port : "";
  return { asked, url: `http://127.0.0.1:${port}/` };
}

const left = advisory("GHSA-aaaa-bbbb-cccc", "left");
const LOCK = JSON.stringify({
  name: "shop",
  lockfileVersion: 3,
  packages: {
    "": { name: "shop", version: "1.0.0", dependencies: { left: "1" } },
    "node_modules/left": {
      version: "1.0.0",
      resolved: "https://registry.npmjs.org/left/-/left-1.0.0.tgz",
    },
  },
});

/** Some days later, for the whole process. */
const later = (days: number) =>
  `data:text/javascript,${encodeURIComponent(
    `const Real = Date, now = () => Real.now() + ${days} * 864e5;
    globalThis.Date = class extends Real { constructor(...args) { args.length ? super(...args) : super(now()); } static now() { return now(); } };`,
  )}`;

/** A repository with a lockfile, and the CLI in it; the store lies outside. */
async function place() {
  const repository = await gitRepository({ "package-lock.json": LOCK });
  const folder = await temporaryFolder();
  const cli = async (
    args: readonly string[],
    { days = 0, env = {} }: { days?: number; env?: Record<string, string> } = {},
  ) => {
    const [command = "", ...rest] = args;
    const all = ["--import", later(days), CLI, command, ...rest];
    const run = await runNode(all, {
      cwd: repository.root,
      env: { PATH: process.env["PATH"] ?? "", HOME: folder, ...env },
    });
    return { ...run, text: (run.stdout + run.stderr).replaceAll(/\s+/g, " ") };
  };
  const store = ["--advisory-store", join(folder, "store")];
  return { root: repository.root, folder, cli, store };
}

const archiveOf = (...records: readonly Pick<Written, "id">[]) =>
  Buffer.from(zip(records.map((each) => [`${each.id}.json`, JSON.stringify(each)])));

describe.concurrent("the store", () => {
  it("is fetched once, described, used offline, and too old to pass after a week", async ({
    expect,
  }) => {
    const { url, asked } = await bucket({ "/npm/all.zip": [bytes(archiveOf(left))] });
    const { cli, store } = await place();
    const fetched = await cli(["advisories", "fetch", "--advisory-url", url, ...store]);
    expect(fetched.text).toContain("1 advisory of 1 ecosystem");
    expect(fetched.exitCode).toBe(0);
    expect(asked).toEqual(["/npm/modified_id.csv", "/npm/all.zip"]);
    const info = await cli(["advisories", "info", "--format", "json", ...store]);
    expect(JSON.parse(info.stdout).acts[0].records).toMatchObject([
      { act: "read", subject: { name: "npm" } },
    ]);
    const offline = ["dependencies", "--offline", ...store];
    const found = await cli(offline);
    expect([found.exitCode, found.text]).toEqual([
      1,
      expect.stringContaining("GHSA-aaaa-bbbb-cccc"),
    ]);
    const stale = await cli(offline, { days: 8 });
    expect([stale.exitCode, stale.text]).toEqual([
      3,
      expect.stringContaining("The advisories for npm are 8 days old, and `max-age` is 7d"),
    ]);
    expect((await cli([...offline, "--max-age", "9d"], { days: 8 })).exitCode).toBe(1);
    expect(
      (await cli(["advisories", "info", "--max-age", "7d", ...store], { days: 8 })).exitCode,
    ).toBe(1);
    expect(asked).toHaveLength(2);
  });

  it("is used as it is where an update fails, and every report says so", async ({ expect }) => {
    const { cli, folder, store } = await place();
    const first = await bucket({ "/npm/all.zip": [bytes(archiveOf())] });
    const good = await bucket({ "/npm/all.zip": [bytes(archiveOf(left))] });
    const args = (url: string) => ["dependencies", "--advisory-url", url, ...store];
    expect((await cli(args(first.url))).text).toContain("has no advisory of npm");
    expect((await cli(args(good.url))).exitCode).toBe(1);
    const broken = await bucket({ "/npm/all.zip": [bytes("<html>")] });
    const run = await cli([...args(broken.url), "--report-directory", folder], { days: 2 });
    expect(run.exitCode).toBe(1);
    const report = JSON.stringify(JSON.parse(await readFile(join(folder, "report.json"), "utf8")));
    expect(report).toContain("Advisories of npm are used as the store has them, 2 days old: ");
    const fetched = await cli(["advisories", "fetch", "--advisory-url", broken.url, ...store]);
    expect([fetched.exitCode, fetched.text]).toEqual([
      3,
      expect.stringContaining("what is no zip"),
    ]);
  });

  it.for<readonly [string, readonly Answer[], string]>([
    ["404", [bytes("", 404)], "answered with status 404"],
    ["405", [bytes("", 405)], "answered with status 405"],
    [
      "a portal's page with status 200",
      [bytes("<html>", 200, { "content-type": "text/html" })],
      "what is no zip (text/html)",
    ],
    ["half an archive", [bytes("PK\x03\x04 and no more")], "it is truncated, or no zip"],
  ])("with %s from the bucket there is no pass", async ([, answers, message], { expect }) => {
    const { url } = await bucket({ "/npm/all.zip": answers });
    const { cli, store } = await place();
    for (const command of [["advisories", "fetch"], ["dependencies"]]) {
      const run = await cli([...command, "--advisory-url", url, ...store]);
      expect([run.exitCode, run.text]).toEqual([3, expect.stringContaining(message)]);
    }
  });

  it("comes through a bucket that is busy, fails once, drips and packs without saying so", async ({
    expect,
  }) => {
    const packed = gzipSync(archiveOf(left));
    const drip: Answer = (response) => {
      response.writeHead(200);
      let at = 0;
      const next = () => {
        if (at >= packed.length) return void response.end();
        response.write(packed.subarray(at, at + 50));
        at += 50;
        setTimeout(next, 20);
      };
      next();
    };
    const { url, asked } = await bucket({
      "/npm/all.zip": [bytes("", 429, { "retry-after": "1" }), bytes("", 500), drip],
    });
    const { cli, store } = await place();
    const run = await cli(["advisories", "fetch", "--advisory-url", url, ...store]);
    expect(run.exitCode, run.text).toBe(0);
    expect(asked.filter((path) => path === "/npm/all.zip")).toHaveLength(3);
  });
});

describe.concurrent("a snapshot", () => {
  const key = () => {
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    return {
      KEY: privateKey.export({ format: "pem", type: "pkcs8" }).toString(),
      PUBLIC: publicKey.export({ format: "pem", type: "spki" }).toString(),
    };
  };

  it("is built, signed and required; nothing else than it is used", async ({ expect }) => {
    const { cli, root, store } = await place();
    const folder = await advisoryFolder(left);
    const env = key();
    const build = (name: string, takenAt: number) =>
      cli([
        "advisories",
        "build",
        folder,
        "--output",
        name,
        "--taken-at",
        new Date(takenAt).toISOString(),
        ...store,
      ]);
    const sign = async (name: string, by = env) =>
      expect((await cli(["sign", name, "--key", "env://KEY"], { env: by })).exitCode).toBe(0);
    const now = Date.now();
    expect((await build("a.advisories", now - 1000)).exitCode).toBe(0);
    expect((await build("twin.advisories", now - 1000)).exitCode).toBe(0);
    const [one, twin] = await Promise.all(
      ["a", "twin"].map((name) => readFile(join(root, `${name}.advisories`))),
    );
    expect(one?.equals(twin ?? Buffer.alloc(0))).toBe(true);
    expect(await readFile(join(root, "a.advisories.NOTICE.txt"), "utf8")).toContain("CC-BY-4.0");

    const gate = (name: string, ...more: readonly string[]) =>
      cli(
        [
          "dependencies",
          "--snapshot",
          name,
          "--require-signed-snapshot",
          "--snapshot-key",
          "env://PUBLIC",
          ...store,
          ...more,
        ],
        { env },
      );
    const refused = async (name: string, why: string) => {
      const run = await gate(name);
      expect([run.exitCode, run.text]).toEqual([3, expect.stringContaining(why)]);
    };
    await refused("a.advisories", "is not signed");
    await sign("twin.advisories", key());
    await refused("twin.advisories", "is refused");
    await sign("a.advisories");
    const run = await gate("a.advisories", "--format", "json");
    expect(run.exitCode, run.text).toBe(1);
    expect(run.stdout).toContain("signed by env://PUBLIC");
    const verify = [
      "advisories",
      "verify",
      "a.advisories",
      "--snapshot-key",
      "env://PUBLIC",
      ...store,
    ];
    expect((await cli(verify, { env })).exitCode).toBe(0);

    expect((await build("old.advisories", now - 86_400_000)).exitCode).toBe(0);
    await sign("old.advisories");
    await refused("old.advisories", "which was used before");

    const content = one ?? Buffer.alloc(0);
    const bundle = await readFile(join(root, "a.advisories.sigstore.json"));
    const changed = Buffer.from(content);
    changed[20] = (changed[20] ?? 0) ^ 1;
    for (const [name, part] of [
      ["changed", changed],
      ["half", content.subarray(0, 100)],
    ] as const) {
      await writeFiles(root, {
        [`${name}.advisories`]: part,
        [`${name}.advisories.sigstore.json`]: bundle,
      });
      await refused(`${name}.advisories`, name === "half" ? "is damaged" : "is refused");
    }
    await rename(join(root, "old.advisories"), join(root, "a.advisories"));
    await refused("a.advisories", "is refused");
    await writeFile(join(root, "a.advisories"), content);
    expect((await gate("a.advisories")).exitCode).toBe(1);
  });

  it("that a workflow has signed is used for its identity alone", async ({ expect }) => {
    const mini = await startMiniSigstore();
    const { cli, root, store } = await place();
    const folder = await advisoryFolder(left);
    await writeFiles(root, { "root.json": mini.trustedRoot });
    const taken = ["--taken-at", new Date().toISOString()];
    await cli(["advisories", "build", folder, "--output", "a.advisories", ...taken, ...store]);
    const services = ["--fulcio-url", mini.fulcioUrl, "--rekor-url", mini.rekorV1Url];
    const signed = await cli(
      ["sign", "a.advisories", ...services, "--trusted-root", "root.json", "--allow-public-log"],
      {
        env: {
          ACTIONS_ID_TOKEN_REQUEST_URL: mini.tokenUrl,
          ACTIONS_ID_TOKEN_REQUEST_TOKEN: "mini",
        },
      },
    );
    expect(signed.exitCode, signed.text).toBe(0);
    const issuer = `${mini.url}/oidc`;
    const gate = (identity: string, from = issuer) =>
      cli([
        "dependencies",
        "--offline",
        "--snapshot",
        "a.advisories",
        "--snapshot-identity",
        identity,
        "--snapshot-oidc-issuer",
        from,
        "--snapshot-trusted-root",
        "root.json",
        ...store,
      ]);
    const run = await gate(MINI_IDENTITY);
    expect(run.exitCode, run.text).toBe(1);
    for (const other of [await gate(`${MINI_IDENTITY}x`), await gate(MINI_IDENTITY, `${issuer}/x`)])
      expect([other.exitCode, other.text]).toEqual([3, expect.stringContaining("is refused")]);
    await mini.close();
  });

  it("of records without a time is too old, and the error says how to give one", async ({
    expect,
  }) => {
    const { cli, store } = await place();
    const { modified: _, ...timeless } = left;
    const folder = await temporaryFolder();
    await writeFiles(folder, { "npm/all.zip": archiveOf(timeless) });
    const run = await cli(["dependencies", "--snapshot", folder, ...store]);
    expect([run.exitCode, run.text]).toEqual([
      3,
      expect.stringContaining("npm are of unknown age"),
    ]);
    expect(run.text).toContain("`assay advisories build --taken-at`");
    const build = ["advisories", "build", folder, "--output", "a.advisories", ...store];
    await cli([...build, "--taken-at", new Date().toISOString()]);
    expect((await cli(["dependencies", "--snapshot", "a.advisories", ...store])).exitCode).toBe(1);
  });
});

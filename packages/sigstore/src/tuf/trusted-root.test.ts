import { writeFileSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ExternalError, type HttpClient, silentLogger } from "@assay/core";
import {
  type MiniSigstore,
  tufMetadata as metadata,
  publishTuf as publish,
  type TufRoles as Roles,
  tufRoot as rootSigned,
  startMiniSigstore,
  tufKey,
} from "@assay/testkit";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { LastGood } from "./last-good.ts";
import { tufTrustedRoot } from "./trusted-root.ts";
import { urlTrustedRoot } from "./url-root.ts";

const URL = "https://tuf.test/";
let mini: MiniSigstore;
let folder: string;
let files: Map<string, Uint8Array>;
let roles: Roles;
let root: Buffer;

beforeAll(async () => {
  mini = await startMiniSigstore();
});
afterAll(() => mini.close());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "assay-tuf-"));
  roles = { root: [tufKey()], timestamp: [tufKey()], snapshot: [tufKey()], targets: [tufKey()] };
  root = metadata(rootSigned(1, roles), roles.root);
  files = new Map();
  publish(files, { version: 5, roles, target: mini.trustedRoot });
  return () => rm(folder, { recursive: true, force: true });
});

interface Asked {
  readonly day?: string;
  readonly offline?: boolean;
  /** What every request is answered with. */
  readonly status?: number;
  readonly unreachable?: boolean;
  readonly builtIn?: LastGood;
  readonly maxAge?: number;
  /** The trusted root itself stands there, and no repository. */
  readonly at?: string;
}

async function asked(given: Asked = {}) {
  const { day = "2027-01-01", offline = false, status, unreachable, builtIn, maxAge, at } = given;
  const requests: string[] = [];
  const notices: string[] = [];
  const http: HttpClient = {
    async request({ url }) {
      const path = url.slice(URL.length);
      requests.push(path);
      if (unreachable === true) throw new ExternalError("nobody answers");
      const body = files.get(path) ?? new Uint8Array();
      return {
        status: status ?? (files.has(path) ? 200 : 404),
        headers: {},
        body,
        text: () => "",
        json: () => undefined,
      };
    },
  };
  const now = () => new Date(`${day}T12:00:00Z`);
  const run = {
    http,
    offline,
    environment: { XDG_CACHE_HOME: folder },
    clock: { now, wall: now },
    logger: { ...silentLogger, notice: (message: string) => void notices.push(message) },
  };
  const asking =
    at === undefined
      ? tufTrustedRoot(run, { url: URL, root, builtIn }, maxAge)
      : urlTrustedRoot(run, at, maxAge);
  const result = await asking.then(
    (trusted) => (trusted.logs.length === 2 ? "trusted root" : "another"),
    (error: Error) => error.message,
  );
  return { result, requests, notices };
}

const cacheFile = async () => {
  const at = join(folder, "assay", "tuf");
  const names = await readdir(at).catch(() => []);
  expect(names.filter((name) => name.endsWith(".tmp"))).toEqual([]);
  return join(at, names[0] ?? "none");
};

describe("a trusted root by TUF", () => {
  test("is asked for once a day", async () => {
    const first = await asked();
    expect([first.result, first.requests.length]).toEqual(["trusted root", 5]);
    expect(await asked()).toEqual({ result: "trusted root", requests: [], notices: [] });
    const next = await asked({ day: "2027-01-03" });
    expect(next).toEqual({
      result: "trusted root",
      requests: ["2.root.json", "timestamp.json"],
      notices: [],
    });
  });

  test("is what was last good where the repository fails, and its age is told", async () => {
    await asked();
    for (const failure of [{ status: 503 }, { unreachable: true }]) {
      const { result, notices } = await asked({ day: "2027-01-03", ...failure });
      expect(result).toBe("trusted root");
      expect(notices).toEqual([
        expect.stringContaining("the trusted root of 2027-01-01T12:00:00.000Z is used, 2 days old"),
      ]);
    }
  });

  test("is what was last good where the repository was rolled back, and that is told", async () => {
    await asked();
    publish(files, { version: 4, roles, target: mini.trustedRoot });
    const { result, notices } = await asked({ day: "2027-01-03" });
    expect([result, notices]).toEqual(["trusted root", [expect.stringContaining("rolled back")]]);
  });

  test("that has expired is used offline alone, and that is told", async () => {
    await asked();
    const late = { day: "2030-01-11" };
    expect((await asked({ ...late, unreachable: true })).result).toBe("nobody answers");
    expect((await asked(late)).result).toMatch(/expired/);
    expect(await asked({ ...late, offline: true })).toEqual({
      result: "trusted root",
      requests: [],
      notices: [
        "Offline: the trusted root of 2027-01-01T12:00:00.000Z is used, 1106 days old and 10 days past its expiry.",
      ],
    });
  });

  test("that nobody has fetched is an error, online and offline", async () => {
    expect((await asked({ offline: true })).result).toMatch(/No trusted root is kept/);
    expect((await asked({ unreachable: true })).result).toBe("nobody answers");
    expect((await asked({ status: 500 })).result).toMatch(/answers with status 500/);
  });

  test("that is no trusted root is not kept", async () => {
    publish(files, { version: 6, roles, target: "{}" });
    expect((await asked()).result).toMatch(/trusted_root.json/);
    await expect(readFile(await cacheFile())).rejects.toThrow();
  });
});

describe("what is kept", () => {
  test("and was changed by somebody is not used", async () => {
    await asked();
    const path = await cacheFile();
    const kept = JSON.parse(await readFile(path, "utf8"));
    for (const part of ["root", "timestamp", "snapshot", "targets", "target"]) {
      const text = Buffer.from(kept[part], "base64").toString().replace(/\d{4}/, "1234");
      await writeFile(
        path,
        JSON.stringify({ ...kept, [part]: Buffer.from(text).toString("base64") }),
      );
      expect((await asked({ offline: true })).result).toMatch(/No trusted root is kept/);
      expect((await asked()).result).toBe("trusted root");
    }
    for (const text of ["", "{}", "[]", '{"root":1}']) {
      await writeFile(path, text);
      expect((await asked()).result).toBe("trusted root");
    }
  });

  test("of a new root stays, with what its keys make forgotten, where the rest fails", async () => {
    publish(files, { version: 1000, roles, target: mini.trustedRoot });
    await asked();
    const next = { ...roles, timestamp: [tufKey()] };
    files.set("2.root.json", metadata(rootSigned(2, next), roles.root));
    publish(files, {
      version: 9,
      roles: { ...next, targets: [tufKey()] },
      target: mini.trustedRoot,
    });
    expect((await asked({ day: "2027-01-03" })).notices).toEqual([
      expect.stringContaining("targets.json of version 9 is signed by 0"),
    ]);
    publish(files, { version: 9, roles: next, target: mini.trustedRoot });
    expect(await asked({ day: "2027-01-03" })).toMatchObject({
      result: "trusted root",
      notices: [],
    });
  });

  test("by another process meanwhile is not replaced by something older", async () => {
    await asked();
    const before = await readFile(await cacheFile(), "utf8");
    publish(files, { version: 7, roles, target: mini.trustedRoot });
    await asked({ day: "2027-01-03" });
    const after = await readFile(await cacheFile(), "utf8");
    // This one began with 5 and is served 6, and another one has written 7 before it ends.
    await writeFile(await cacheFile(), before);
    publish(files, { version: 6, roles, target: mini.trustedRoot });
    const path = await cacheFile();
    const late = files.get("6.targets.json") ?? Buffer.alloc(0);
    files.get = (name) => {
      if (name === "6.targets.json") writeFileSync(path, after);
      return name === "6.targets.json" ? late : Map.prototype.get.call(files, name);
    };
    expect((await asked({ day: "2027-01-03" })).result).toBe("trusted root");
    expect(await readFile(path, "utf8")).toBe(after);
  });

  test("of another first root is another's", async () => {
    await asked();
    root = metadata(rootSigned(1, { ...roles, root: [tufKey()] }), []);
    expect((await asked({ offline: true })).result).toMatch(/No trusted root is kept/);
  });
});

describe("the greatest age that is allowed", () => {
  test("is no matter where the repository answers, and an error where it does not", async () => {
    await asked();
    expect((await asked({ day: "2027-01-09", maxAge: 7 })).result).toBe("trusted root");
    const late = { day: "2027-01-17", maxAge: 7 };
    const message =
      /^TUF: the trusted root of 2027-01-09T12:00:00.000Z is 8 days old, and `trust-max-age` allows 7 \((Offline|nobody answers)\)$/;
    expect((await asked({ ...late, offline: true })).result).toMatch(message);
    expect((await asked({ ...late, unreachable: true })).result).toMatch(message);
    expect((await asked({ ...late, maxAge: 8, offline: true })).result).toBe("trusted root");
    expect((await asked(late)).result).toBe("trusted root");
  });

  test("of 0 days asks each time", async () => {
    await asked();
    expect((await asked({ maxAge: 0 })).requests).toEqual(["2.root.json", "timestamp.json"]);
    expect((await asked({ maxAge: 0, offline: true })).result).toBe("trusted root");
  });
});

describe("a trusted root that is built in", () => {
  const builtInOf = (day: string): LastGood => ({
    target: Buffer.from(mini.trustedRoot),
    checked: new Date(`${day}T00:00:00Z`),
    expires: new Date("2027-06-01T00:00:00Z"),
  });

  test("is used offline alone, with its age told, and that allowed", async () => {
    const builtIn = builtInOf("2026-12-01");
    expect(await asked({ builtIn, offline: true })).toEqual({
      result: "trusted root",
      requests: [],
      notices: [
        "Offline: the built-in trusted root of 2026-12-01T00:00:00.000Z is used, 31 days old.",
      ],
    });
    expect((await asked({ builtIn, offline: true, day: "2027-06-11" })).notices).toEqual([
      expect.stringContaining("192 days old and 10 days past its expiry"),
    ]);
    expect((await asked({ builtIn, offline: true, maxAge: 30 })).result).toMatch(
      /the built-in trusted root of .* is 31 days old, and `trust-max-age` allows 30/,
    );
    expect((await asked({ builtIn, unreachable: true })).result).toBe("nobody answers");
  });

  test("gives way to what is kept, unless it is newer", async () => {
    await asked();
    const offline = { day: "2027-01-03", offline: true };
    expect((await asked({ ...offline, builtIn: builtInOf("2026-12-01") })).notices).toEqual([
      "Offline: the trusted root of 2027-01-01T12:00:00.000Z is used, 2 days old.",
    ]);
    expect((await asked({ ...offline, builtIn: builtInOf("2027-01-02") })).notices).toEqual([
      "Offline: the built-in trusted root of 2027-01-02T00:00:00.000Z is used, 1 day old.",
    ]);
  });
});

describe("a trusted root at a URL", () => {
  const at = `${URL}root.json`;

  test("is asked for once a day, kept, and used where it fails", async () => {
    files.set("root.json", Buffer.from(mini.trustedRoot));
    expect((await asked({ at })).requests).toEqual(["root.json"]);
    expect(await asked({ at })).toEqual({ result: "trusted root", requests: [], notices: [] });
    files.set("root.json", Buffer.from("{}"));
    expect((await asked({ at, day: "2027-01-03" })).notices).toEqual([
      expect.stringContaining("the trusted root of 2027-01-01T12:00:00.000Z is used, 2 days old."),
    ]);
    expect((await asked({ at, day: "2027-01-09" })).result).toMatch(/mediaType is missing/);
    expect((await asked({ at, day: "2027-01-09", offline: true })).result).toBe("trusted root");
    expect((await asked({ at, day: "2027-01-09", offline: true, maxAge: 7 })).result).toMatch(
      /8 days old, and `trust-max-age` allows 7/,
    );
  });

  test("that is not there, is too large, or comes without TLS, is an error", async () => {
    expect((await asked({ at })).result).toBe(`TUF: there is nothing at ${at}`);
    expect((await asked({ at, status: 500 })).result).toMatch(/answers with status 500/);
    files.set("root.json", Buffer.alloc(9 * 1024 * 1024));
    expect((await asked({ at })).result).toMatch(/has more than 8388608 bytes/);
    expect((await asked({ at: "http://tuf.test/root.json" })).result).toMatch(/needs https/);
  });
});

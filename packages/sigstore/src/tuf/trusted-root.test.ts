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
import { tufTrustedRoot } from "./trusted-root.ts";

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
}

async function asked({ day = "2027-01-01", offline = false, status, unreachable }: Asked = {}) {
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
  const result = await tufTrustedRoot(run, { url: URL, root }).then(
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
        expect.stringContaining("the trusted root of 2027-01-01T12:00:00.000Z is used"),
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
        "Offline: the trusted root of 2027-01-01T12:00:00.000Z is used, 10 days past its expiry.",
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

  test("of another first root is another's", async () => {
    await asked();
    root = metadata(rootSigned(1, { ...roles, root: [tufKey()] }), []);
    expect((await asked({ offline: true })).result).toMatch(/No trusted root is kept/);
  });
});

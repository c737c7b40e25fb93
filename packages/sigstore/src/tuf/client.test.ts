import {
  TUF_LATER as LATER,
  tufMetadata as metadata,
  type TufPublished as Published,
  publishTuf as publish,
  type TufRoles as Roles,
  tufRoot as rootSigned,
  type TufSigner,
  tufKey,
} from "@assay/testkit";
import { describe, expect, test } from "vitest";
import { type TufState, updateTuf } from "./client.ts";

const NOW = new Date("2027-01-01T00:00:00Z");
const EARLIER = "2026-12-31T23:59:59Z";

function rolesOf(change: Partial<Roles> = {}): Roles {
  return {
    root: [tufKey()],
    timestamp: [tufKey()],
    snapshot: [tufKey()],
    targets: [tufKey()],
    ...change,
  };
}

interface Repository {
  readonly files: Map<string, Uint8Array>;
  readonly roles: Roles;
  readonly first: Buffer;
}

function repository(roles = rolesOf(), threshold = 1): Repository {
  const files = new Map<string, Uint8Array>();
  publish(files, { version: 5, roles });
  return { files, roles, first: metadata(rootSigned(1, roles, threshold), roles.root) };
}

async function update(
  files: ReadonlyMap<string, Uint8Array>,
  state: TufState,
  now = NOW,
  target = "trusted_root.json",
) {
  const asked: string[] = [];
  const roots: Uint8Array[] = [];
  const result = await updateTuf(state, {
    now,
    target,
    onRoot: async (root) => void roots.push(root),
    async fetch(path, maxBytes) {
      asked.push(path);
      const found = files.get(path);
      if (found !== undefined && found.length > maxBytes)
        throw new Error(`${path} is larger than ${maxBytes}`);
      return found;
    },
  });
  return { result, asked, roots, text: Buffer.from(result.target).toString() };
}

const refused = async (files: ReadonlyMap<string, Uint8Array>, state: TufState, now = NOW) =>
  await update(files, state, now).then(
    () => "accepted",
    (error: Error) => error.message,
  );

describe("5.2 and 5.3: the root", () => {
  test("that is given counts although it has expired, where a newer one has not", async () => {
    const { files, roles } = repository();
    const first = metadata(rootSigned(1, roles, 1, { expires: EARLIER }), roles.root);
    files.set("2.root.json", metadata(rootSigned(2, roles), roles.root));
    expect((await update(files, { root: first })).text).toBe("target");
    files.delete("2.root.json");
    // 5.3.10
    expect(await refused(files, { root: first })).toMatch(/root.json of version 1 expired/);
  });

  test("5.3.4: a new one is signed by the keys of the old and by its own", async () => {
    const { files, roles, first } = repository();
    const next = rolesOf({
      timestamp: roles.timestamp,
      snapshot: roles.snapshot,
      targets: roles.targets,
    });
    const signed = rootSigned(2, next);
    files.set("2.root.json", metadata(signed, [...roles.root, ...next.root]));
    const { roots, asked } = await update(files, { root: first });
    expect([roots.length, asked.slice(0, 3)]).toEqual([
      1,
      ["2.root.json", "3.root.json", "timestamp.json"],
    ]);
    for (const signers of [roles.root, next.root, []]) {
      files.set("2.root.json", metadata(signed, signers));
      expect(await refused(files, { root: first })).toMatch(
        /root.json of version 2 is signed by 0 of the keys/,
      );
    }
  });

  test("by as many as the threshold says, of old and new", async () => {
    const keys = [tufKey(), tufKey("ecdsa"), tufKey("rsa")];
    const { files, roles, first } = repository(rolesOf({ root: keys }), 2);
    const signed = rootSigned(2, roles, 2);
    files.set("2.root.json", metadata(signed, keys.slice(1)));
    expect((await update(files, { root: first })).text).toBe("target");
    files.set("2.root.json", metadata(signed, keys.slice(2)));
    expect(await refused(files, { root: first })).toMatch(
      /signed by 1 of the keys of root 1, and 2 are needed/,
    );
  });

  test("one key under two ids counts once", async () => {
    const key = tufKey();
    const twin: TufSigner = { ...key, id: "twin" };
    const { files, first } = repository(rolesOf({ root: [key, twin] }), 2);
    expect(await refused(files, { root: first })).toMatch(
      /signed by 1 of the keys of its own, and 2 are needed/,
    );
  });

  test("two signatures of one key id, and one that is empty", async () => {
    const { files, roles } = repository();
    const [key] = roles.root;
    if (key === undefined) throw new Error("no key");
    const doubled = metadata(rootSigned(1, roles), [key, key]);
    expect(await refused(files, { root: doubled })).toMatch(/two signatures of one key id/);
    const empty: TufSigner = { ...tufKey(), sign: () => "" };
    const first = metadata(rootSigned(1, roles), [key, empty]);
    expect((await update(files, { root: first })).text).toBe("target");
  });

  test("5.3.5: its version is the next one, no other", async () => {
    const { files, roles, first } = repository();
    for (const version of [1, 3]) {
      files.set("2.root.json", metadata(rootSigned(version, roles), roles.root));
      expect(await refused(files, { root: first })).toBe(
        `TUF: 2.root.json is of version ${version}`,
      );
    }
  });

  test("5.3.3: rotates 256 times at most", async () => {
    const { files, roles, first } = repository();
    for (let version = 2; version <= 257; version++)
      files.set(`${version}.root.json`, metadata(rootSigned(version, roles), roles.root));
    expect((await update(files, { root: first })).roots).toHaveLength(256);
    files.set("258.root.json", metadata(rootSigned(258, roles), roles.root));
    expect(await refused(files, { root: first })).toMatch(/more than 256 new roots/);
  });

  test.each(["timestamp", "snapshot"] as const)(
    "5.3.11: a new %s key makes what was put far ahead with the old one forgotten",
    async (role) => {
      const { files, roles, first } = repository();
      publish(files, { version: 1000, roles });
      const { result } = await update(files, { root: first });
      const next = { ...roles, [role]: [tufKey()] };
      publish(files, { version: 9, roles: next });
      files.set("2.root.json", metadata(rootSigned(2, next), roles.root));
      expect((await update(files, result)).text).toBe("target");
      const same = { ...roles };
      publish(files, { version: 9, roles: same });
      files.set("2.root.json", metadata(rootSigned(2, same), roles.root));
      expect(await refused(files, result)).toMatch(/rolled back/);
    },
  );

  test("without consistent snapshots files have no version in their names", async () => {
    const { files, roles } = repository();
    for (const name of ["snapshot", "targets"])
      files.set(`${name}.json`, files.get(`5.${name}.json`) ?? Buffer.alloc(0));
    files.set("targets/trusted_root.json", Buffer.from("target"));
    const first = metadata(rootSigned(1, roles, 1, { consistent_snapshot: false }), roles.root);
    const { asked } = await update(files, { root: first });
    expect(asked).toEqual([
      "2.root.json",
      "timestamp.json",
      "snapshot.json",
      "targets.json",
      "targets/trusted_root.json",
    ]);
  });
});

describe("5.4: the timestamp", () => {
  test("is asked for each time, and what is kept is not asked for again", async () => {
    const { files, first } = repository();
    const { result } = await update(files, { root: first });
    expect((await update(files, result)).asked).toEqual(["2.root.json", "timestamp.json"]);
  });

  test("5.4.3.1: an older one is refused, one of the same version changes nothing", async () => {
    const { files, roles, first } = repository();
    const { result } = await update(files, { root: first });
    publish(files, { version: 4, roles });
    expect(await refused(files, result)).toMatch(
      /timestamp.json has version 4, and 5 was seen before/,
    );
    publish(files, { version: 5, roles, target: "another" });
    expect((await update(files, result)).text).toBe("target");
  });

  test("5.4.3.2: the snapshot's version in it never falls", async () => {
    const { files, roles, first } = repository();
    const { result } = await update(files, { root: first });
    publish(files, {
      version: 6,
      roles,
      change: { timestamp: { meta: { "snapshot.json": { version: 4 } } } },
    });
    expect(await refused(files, result)).toMatch(
      /snapshot.json has version 4, and 5 was seen before/,
    );
  });
});

describe("5.5 and 5.6: snapshot and targets", () => {
  test("5.5.5: no targets file falls in version or vanishes", async () => {
    const { files, roles, first } = repository();
    publish(files, {
      version: 5,
      roles,
      change: { snapshot: { meta: { "targets.json": { version: 5 }, "x.json": { version: 2 } } } },
    });
    const { result } = await update(files, { root: first });
    const next = (meta: object) => {
      publish(files, { version: 6, roles });
      publish(files, { version: 6, roles, change: { snapshot: { meta } } });
    };
    next({ "targets.json": { version: 6 } });
    expect(await refused(files, result)).toMatch(/does not name x.json any more/);
    next({ "targets.json": { version: 6 }, "x.json": { version: 1 } });
    expect(await refused(files, result)).toMatch(/x.json has version 1, and 2 was seen before/);
    next({ "targets.json": { version: 6 }, "x.json": { version: 2 } });
    expect((await update(files, result)).text).toBe("target");
  });

  test.each<[string, Published["change"], RegExp]>([
    [
      "5.5.2: a snapshot of other bytes",
      { timestamp: { meta: { "snapshot.json": { version: 5, hashes: { sha256: "00" } } } } },
      /5.snapshot.json has another sha256/,
    ],
    [
      "5.5.4: a snapshot of another version",
      { snapshot: { version: 6 } },
      /5.snapshot.json is of version 6, and 5 is meant/,
    ],
    [
      "5.6.2: targets of other bytes",
      { snapshot: { meta: { "targets.json": { version: 5, hashes: { sha512: "00" } } } } },
      /5.targets.json has another sha512/,
    ],
    [
      "5.6.4: targets of another version",
      { targets: { version: 4 } },
      /5.targets.json is of version 4, and 5 is meant/,
    ],
    ["a snapshot that nobody names", { timestamp: { meta: {} } }, /does not name snapshot.json/],
    ["targets that nobody names", { snapshot: { meta: {} } }, /does not name targets.json/],
    [
      "targets that are not there",
      { snapshot: { meta: { "targets.json": { version: 7 } } } },
      /there is no 7.targets.json/,
    ],
    [
      "5.7: a target that is not named",
      { targets: { targets: {} } },
      /neither targets.json nor who it delegates to names trusted_root.json/,
    ],
    [
      "a target without hashes",
      { targets: { targets: { "trusted_root.json": { length: 6, hashes: {} } } } },
      /no length or no hash/,
    ],
    [
      "a target of another length",
      {
        targets: {
          targets: {
            "trusted_root.json": {
              length: 7,
              hashes: {
                sha256: "34a04005bcaf206eec990bd9637d9fdb6725e0a0c0d4aebf003f17f4c956eb5c",
              },
            },
          },
        },
      },
      /has not 7 bytes/,
    ],
  ])("%s", async (_, change, message) => {
    const { files, roles, first } = repository();
    publish(files, { version: 5, roles, ...(change === undefined ? {} : { change }) });
    expect(await refused(files, { root: first })).toMatch(message);
  });

  test("5.7.3: a target of other bytes", async () => {
    const { files, first } = repository();
    for (const name of files.keys())
      if (name.startsWith("targets/")) files.set(name, Buffer.from("tarGet"));
    expect(await refused(files, { root: first })).toMatch(/trusted_root.json has another sha256/);
  });
});

describe.each(["timestamp", "snapshot", "targets"] as const)("%s", (role) => {
  test("signed by a stranger is refused", async () => {
    const { files, roles, first } = repository();
    publish(files, { version: 5, roles: { ...roles, [role]: [tufKey()] } });
    expect(await refused(files, { root: first })).toMatch(
      new RegExp(`${role}.json of version 5 is signed by 0`),
    );
  });

  test("signed by a stranger under the right id is refused", async () => {
    const { files, roles, first } = repository();
    publish(files, {
      version: 5,
      roles: { ...roles, [role]: [tufKey("ed25519", roles[role][0]?.id)] },
    });
    expect(await refused(files, { root: first })).toMatch(/is signed by 0/);
  });

  test("is over at its instant, by the time that the update began with", async () => {
    const { files, roles, first } = repository();
    publish(files, { version: 5, roles, change: { [role]: { expires: "2027-01-01T00:00:00Z" } } });
    expect(await refused(files, { root: first })).toMatch(
      new RegExp(`${role}.json of version 5 expired`),
    );
    expect((await update(files, { root: first }, new Date(NOW.getTime() - 1000))).text).toBe(
      "target",
    );
  });

  test.each<[object, RegExp]>([
    [{ _type: "root" }, /is of type "root"/],
    [{ spec_version: "2.0" }, /another version of TUF/],
    [{ version: "5" }, /no version/],
    [{ version: 0 }, /no version/],
    [{ version: 5.5 }, /number that nobody can sign|no version/],
    [{ expires: "never" }, /no instant/],
    [{ expires: "2030-01-01T00:00:00" }, /no instant/],
    [{ expires: "2030-13-01T00:00:00Z" }, /no instant/],
  ])("with %j is refused", async (change, message) => {
    const { files, roles, first } = repository();
    const said = await (async () => {
      publish(files, { version: 5, roles, change: { [role]: change } });
      return await refused(files, { root: first });
    })().catch((error: Error) => error.message);
    expect(said).toMatch(message);
  });

  test("that is not there is said", async () => {
    const { files, first } = repository();
    files.delete(role === "timestamp" ? "timestamp.json" : `5.${role}.json`);
    expect(await refused(files, { root: first })).toMatch(/there is no /);
  });
});

test("metadata is no JSON, or gives a field twice", async () => {
  const { files, first } = repository();
  files.set("timestamp.json", Buffer.from("<html>"));
  expect(await refused(files, { root: first })).toMatch(/timestamp.json is no JSON/);
  files.set("timestamp.json", Buffer.from('{"signed":{},"signed":{},"signatures":[]}'));
  expect(await refused(files, { root: first })).toMatch(/gives a field twice/);
});

test.each(["../x", "a//b", "/a", "a/", "a/../b", ".x", "", "a%2fb"])(
  "%j is no name of a target",
  async (target) => {
    const { files, first } = repository();
    await expect(update(files, { root: first }, NOW, target)).rejects.toThrow(
      /no name of a target/,
    );
  },
);

test("every bit of signed metadata is signed, unknown fields too", async () => {
  const { files, roles } = repository();
  const good = metadata(rootSigned(1, roles), roles.root).toString();
  for (const [from, to] of [
    ["x-unknown", "x-unknowm"],
    ['"quotes', '"quotex'],
    [LATER, "2031-01-01T00:00:00Z"],
    ['"threshold":1', '"threshold":2'],
  ] as const) {
    expect(
      await refused(files, {
        root: Buffer.from(
          good.replace(from.replace('"quotes', '\\"quotes'), to.replace('"quotex', '\\"quotex')),
        ),
      }),
    ).not.toBe("accepted");
  }
});

import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { silentLogger } from "@assay/core";
import {
  TUF_LATER as LATER,
  tufMetadata as metadata,
  publishTuf as publish,
  tufRoot as rootSigned,
  type TufSigner,
  tufKey,
} from "@assay/testkit";
import { describe, expect, test } from "vitest";
import { must } from "../test/must.ts";
import { EARLIER, NOW, refused, repository, rolesOf, update } from "../test/tuf-repository.ts";
import { cachePath, readCache, writeCache } from "./cache.ts";
import { tufTrustedRoot } from "./trusted-root.ts";

/* The TUF specification 1.0.34: what it says a client MUST do, but for delegations. */

const ROLES = ["timestamp", "snapshot", "targets"] as const;

describe("4.2 and 4.3: form", () => {
  must("4.2 a key id is unique in `signatures`", {
    async kept() {
      const { files, first } = repository();
      expect((await update(files, { root: first })).text).toBe("target");
    },
    async broken() {
      const { files, roles } = repository();
      const doubled = metadata(rootSigned(1, roles), [...roles.root, ...roles.root]);
      expect(await refused(files, { root: doubled })).toMatch(/two signatures of one key id/);
    },
  });

  must("4.2 RSA keys have 2048 bits at least", {
    async kept() {
      const { files, first } = repository(rolesOf({ timestamp: [tufKey("rsa")] }));
      expect((await update(files, { root: first })).text).toBe("target");
    },
    async broken() {
      const { files, first } = repository(rolesOf({ timestamp: [tufKey("short rsa")] }));
      expect(await refused(files, { root: first })).toMatch(
        /timestamp.json of version 5 is signed by 0 of the keys of timestamp, and 1 are needed/,
      );
    },
  });

  must("4.3 `spec_version` is of the version that the client knows", {
    async kept() {
      for (const spec_version of ["1.0", "1.0.31", "1.9.9"]) {
        const { files, roles } = repository();
        const root = metadata(rootSigned(1, roles, 1, { spec_version }), roles.root);
        expect((await update(files, { root })).text).toBe("target");
      }
    },
    async broken() {
      for (const spec_version of ["2.0.0", "0.9", "1", "", 1, "1.0.0.0"]) {
        const { files, roles } = repository();
        const root = metadata(rootSigned(1, roles, 1, { spec_version }), roles.root);
        expect(await refused(files, { root })).toMatch(/is of another version of TUF/);
      }
    },
  });

  must("4.3 a root names the keys of root, timestamp, snapshot and targets", {
    async kept() {
      const { files, roles, first } = repository();
      files.set("2.root.json", metadata(rootSigned(2, roles), roles.root));
      expect((await update(files, { root: first })).roots).toHaveLength(1);
    },
    async broken() {
      for (const name of ["root", ...ROLES]) {
        const { files, roles, first } = repository();
        const signed = rootSigned(2, roles) as { readonly roles: Record<string, object> };
        const { [name]: _, ...others } = signed.roles;
        files.set("2.root.json", metadata({ ...signed, roles: others }, roles.root));
        // Nothing of it is taken over: an honest root of the same version follows.
        expect(await refused(files, { root: first })).toBe(
          `TUF: root.json has no usable role ${name}`,
        );
        files.set("2.root.json", metadata(rootSigned(2, roles), roles.root));
        expect(await refused(files, { root: first })).toBe("accepted");
      }
    },
  });

  must("4.3 a key has one id: it counts once, whatever its ids say", {
    async kept() {
      // Real repositories have ids that are no hash of the key: an id is only a label here.
      const { files, first } = repository(rolesOf({ root: [tufKey("ed25519", "any name")] }));
      expect((await update(files, { root: first })).text).toBe("target");
    },
    async broken() {
      const key = tufKey();
      const twin: TufSigner = { ...key, id: "twin" };
      const { files, first } = repository(rolesOf({ root: [key, twin] }), 2);
      expect(await refused(files, { root: first })).toMatch(
        /signed by 1 of the keys of its own, and 2 are needed/,
      );
    },
  });

  must("4.4 where no length is given a limit of the client's own holds", {
    async kept() {
      const { files, first } = repository();
      const { limits } = await update(files, { root: first });
      expect([limits.get("2.root.json"), limits.get("timestamp.json")]).toEqual([512_000, 16_384]);
      expect(limits.get("5.targets.json")).toBe(5_000_000);
      expect(limits.get("5.snapshot.json")).toBe(files.get("5.snapshot.json")?.length);
    },
    async broken() {
      const { files, roles, first } = repository();
      publish(files, { version: 5, roles, change: { timestamp: { x: "x".repeat(16_384) } } });
      expect(await refused(files, { root: first })).toBe("timestamp.json is larger than 16384");
      // Nor is more asked for than that where somebody's key says so.
      const meta = { "snapshot.json": { version: 5, length: 2 ** 40 } };
      publish(files, { version: 5, roles, change: { timestamp: { meta } } });
      expect((await update(files, { root: first })).limits.get("5.snapshot.json")).toBe(2_000_000);
    },
  });

  must("4.6 the timestamp speaks of the snapshot", {
    async kept() {
      const { files, first } = repository();
      expect((await update(files, { root: first })).asked).toContain("5.snapshot.json");
    },
    async broken() {
      const meta = { "targets.json": { version: 5 } };
      const { files, first } = repository(rolesOf(), 1, { change: { timestamp: { meta } } });
      expect(await refused(files, { root: first })).toMatch(
        /timestamp.json does not name snapshot.json/,
      );
    },
  });
});

describe("5.1 to 5.3: start and root", () => {
  must("5.1 one time, that of the start, holds for the whole update", {
    async kept() {
      const { files, roles, first } = repository();
      const expires = new Date(NOW.getTime() + 1000).toISOString().replace(".000", "");
      publish(files, { version: 5, roles, change: { snapshot: { expires } } });
      expect(await refused(files, { root: first })).toBe("accepted");
    },
    async broken() {
      const { files, first } = repository();
      expect(await refused(files, { root: first }, { now: new Date(LATER) })).toMatch(/expired/);
    },
  });

  must("5.2 the root that is given counts although it has expired", {
    async kept() {
      const { files, roles } = repository();
      const first = metadata(rootSigned(1, roles, 1, { expires: EARLIER }), roles.root);
      files.set("2.root.json", metadata(rootSigned(2, roles), roles.root));
      expect((await update(files, { root: first })).text).toBe("target");
    },
    async broken() {
      const { files, roles } = repository();
      const strangers = metadata(rootSigned(1, roles), [tufKey()]);
      expect(await refused(files, { root: strangers })).toMatch(/is signed by 0 of the keys/);
    },
  });

  must("5.3.1 every root up to the latest is got", {
    async kept() {
      const { files, roles, first } = repository();
      for (const version of [2, 3, 4])
        files.set(`${version}.root.json`, metadata(rootSigned(version, roles), roles.root));
      const { asked } = await update(files, { root: first });
      expect(asked.slice(0, 5)).toEqual([
        "2.root.json",
        "3.root.json",
        "4.root.json",
        "5.root.json",
        "timestamp.json",
      ]);
    },
    async broken() {
      // A gap ends the chain: what lies behind it was signed by nobody who is known.
      const { files, roles, first } = repository();
      files.set("3.root.json", metadata(rootSigned(3, { ...roles, root: [tufKey()] }), roles.root));
      const { roots } = await update(files, { root: first });
      expect(roots).toEqual([]);
    },
  });

  must("5.3.3 no more roots than a limit says", {
    async kept() {
      const { files, roles, first } = repository();
      for (let version = 2; version <= 257; version++)
        files.set(`${version}.root.json`, metadata(rootSigned(version, roles), roles.root));
      expect((await update(files, { root: first })).roots).toHaveLength(256);
    },
    async broken() {
      const { files, roles, first } = repository();
      for (let version = 2; version <= 258; version++)
        files.set(`${version}.root.json`, metadata(rootSigned(version, roles), roles.root));
      expect(await refused(files, { root: first })).toMatch(/more than 256 new roots/);
    },
  });

  must("5.3.4 a root is signed by the keys of the one before and by its own", {
    async kept() {
      const { files, roles, first } = repository();
      const next = { ...roles, root: [tufKey()] };
      files.set("2.root.json", metadata(rootSigned(2, next), [...roles.root, ...next.root]));
      expect((await update(files, { root: first })).roots).toHaveLength(1);
    },
    async broken() {
      const { files, roles, first } = repository();
      const next = { ...roles, root: [tufKey()] };
      for (const signers of [roles.root, next.root, []]) {
        files.set("2.root.json", metadata(rootSigned(2, next), signers));
        expect(await refused(files, { root: first })).toMatch(
          /root.json of version 2 is signed by 0 of the keys/,
        );
      }
    },
  });

  must("5.3.4 as many keys as either threshold says", {
    async kept() {
      const keys = [tufKey(), tufKey("ecdsa"), tufKey("rsa")];
      const { files, roles, first } = repository(rolesOf({ root: keys }), 2);
      files.set("2.root.json", metadata(rootSigned(2, roles, 3), keys));
      expect((await update(files, { root: first })).roots).toHaveLength(1);
    },
    async broken() {
      const keys = [tufKey(), tufKey("ecdsa"), tufKey("rsa")];
      const { files, roles, first } = repository(rolesOf({ root: keys }), 2);
      files.set("2.root.json", metadata(rootSigned(2, roles, 2), keys.slice(2)));
      expect(await refused(files, { root: first })).toMatch(
        /signed by 1 of the keys of root 1, and 2 are needed/,
      );
      files.set("2.root.json", metadata(rootSigned(2, roles, 3), keys.slice(1)));
      expect(await refused(files, { root: first })).toMatch(
        /signed by 2 of the keys of its own, and 3 are needed/,
      );
    },
  });

  must("5.3.5 the version of a root is the next one, no other", {
    async kept() {
      const { files, roles, first } = repository();
      files.set("2.root.json", metadata(rootSigned(2, roles), roles.root));
      expect((await update(files, { root: first })).roots).toHaveLength(1);
    },
    async broken() {
      const { files, roles, first } = repository();
      for (const version of [1, 3]) {
        files.set("2.root.json", metadata(rootSigned(version, roles), roles.root));
        expect(await refused(files, { root: first })).toBe(
          `TUF: 2.root.json is of version ${version}`,
        );
      }
    },
  });

  must("5.3.8 each root is handed out to be kept, verified", {
    async kept() {
      const { files, roles, first } = repository();
      const roots = [2, 3].map((version) => metadata(rootSigned(version, roles), roles.root));
      for (const [at, root] of roots.entries()) files.set(`${at + 2}.root.json`, root);
      expect((await update(files, { root: first })).roots).toEqual(roots);
    },
    async broken() {
      const { files, roles, first } = repository();
      files.set("2.root.json", metadata(rootSigned(2, roles), [tufKey()]));
      const kept: Uint8Array[] = [];
      await expect(tufUpdate(files, first, async (root) => void kept.push(root))).rejects.toThrow();
      expect(kept).toEqual([]);
    },
  });

  must("5.3.10 the latest root expires after the start", {
    async kept() {
      const { files, roles, first } = repository();
      const old = rootSigned(2, roles, 1, { expires: EARLIER });
      files.set("2.root.json", metadata(old, roles.root));
      files.set("3.root.json", metadata(rootSigned(3, roles), roles.root));
      expect((await update(files, { root: first })).roots).toHaveLength(2);
    },
    async broken() {
      const { files, roles, first } = repository();
      for (const expires of [EARLIER, "2027-01-01T00:00:00Z"]) {
        const signed = rootSigned(2, roles, 1, { expires });
        files.set("2.root.json", metadata(signed, roles.root));
        expect(await refused(files, { root: first })).toMatch(/root.json of version 2 expired/);
      }
    },
  });

  must("5.3.11 with a new key of timestamp or snapshot both are forgotten", {
    async kept() {
      for (const role of ["timestamp", "snapshot"] as const) {
        const { files, roles, first } = repository();
        publish(files, { version: 1000, roles });
        const { result } = await update(files, { root: first });
        const next = { ...roles, [role]: [tufKey()] };
        publish(files, { version: 9, roles: next });
        files.set("2.root.json", metadata(rootSigned(2, next), roles.root));
        expect((await update(files, result)).text).toBe("target");
      }
    },
    async broken() {
      const { files, roles, first } = repository();
      publish(files, { version: 1000, roles });
      const { result } = await update(files, { root: first });
      publish(files, { version: 9, roles });
      files.set("2.root.json", metadata(rootSigned(2, roles), roles.root));
      expect(await refused(files, result)).toMatch(/rolled back/);
    },
  });

  must("5.3.12 files are called as the latest root says", {
    async kept() {
      const { files, first } = repository();
      const { asked } = await update(files, { root: first });
      expect(asked.slice(1, 4)).toEqual(["timestamp.json", "5.snapshot.json", "5.targets.json"]);
      expect(asked[4]).toMatch(/^targets\/[0-9a-f]{64}\.trusted_root\.json$/);
    },
    async broken() {
      const { files, roles } = repository();
      const signed = rootSigned(1, roles, 1, { consistent_snapshot: false });
      const first = metadata(signed, roles.root);
      expect(await refused(files, { root: first })).toBe("TUF: there is no snapshot.json");
      for (const name of ["snapshot", "targets"])
        files.set(`${name}.json`, files.get(`5.${name}.json`) ?? Buffer.alloc(0));
      files.set("targets/trusted_root.json", Buffer.from("target"));
      expect((await update(files, { root: first })).asked).toEqual([
        "2.root.json",
        "timestamp.json",
        "snapshot.json",
        "targets.json",
        "targets/trusted_root.json",
      ]);
    },
  });
});

describe.each([
  ["timestamp", "5.4.2", "5.4.4"],
  ["snapshot", "5.5.3", "5.5.6"],
  ["targets", "5.6.3", "5.6.5"],
] as const)("%s", (role, signatures, freeze) => {
  must(`${signatures} ${role} is signed by as many keys as the root's threshold says`, {
    async kept() {
      const { files, first } = withThreshold(role, 2, 2);
      expect((await update(files, { root: first })).text).toBe("target");
    },
    async broken() {
      const { files, first } = withThreshold(role, 2, 1);
      expect(await refused(files, { root: first })).toMatch(
        new RegExp(`${role}.json of version 5 is signed by 1 of the keys of ${role}, and 2`),
      );
    },
  });

  must(`${signatures} each key counts once for ${role}`, {
    async kept() {
      const { files, first } = repository(rolesOf({ [role]: [tufKey("ecdsa")] }));
      expect((await update(files, { root: first })).text).toBe("target");
    },
    async broken() {
      const key = tufKey();
      const twin: TufSigner = { ...key, id: "twin" };
      const { files, first } = withThreshold(role, 2, 2, [key, twin]);
      expect(await refused(files, { root: first })).toMatch(/is signed by 1 of the keys/);
      // A stranger's signature under the right id is none.
      const honest = repository();
      const [{ id } = key] = honest.roles[role];
      const forged = { ...honest.roles, [role]: [tufKey("ed25519", id)] };
      publish(honest.files, { version: 5, roles: forged });
      expect(await refused(honest.files, { root: honest.first })).toMatch(/is signed by 0/);
    },
  });

  must(`${freeze} ${role} expires after the start`, {
    async kept() {
      const { files, roles, first } = repository();
      const expires = "2027-01-01T00:00:01Z";
      publish(files, { version: 5, roles, change: { [role]: { expires } } });
      expect(await refused(files, { root: first })).toBe("accepted");
    },
    async broken() {
      const { files, roles, first } = repository();
      for (const expires of [EARLIER, "2027-01-01T00:00:00Z"]) {
        publish(files, { version: 5, roles, change: { [role]: { expires } } });
        expect(await refused(files, { root: first })).toMatch(
          new RegExp(`${role}.json of version 5 expired`),
        );
      }
    },
  });
});

describe("5.4 to 5.6: versions and hashes", () => {
  must("5.4.3.1 the timestamp's version never falls, and an equal one changes nothing", {
    async kept() {
      const { files, roles, first } = repository();
      const { result } = await update(files, { root: first });
      publish(files, { version: 5, roles, target: "another" });
      const same = await update(files, result);
      expect([same.text, same.asked]).toEqual(["target", ["2.root.json", "timestamp.json"]]);
      publish(files, { version: 6, roles, target: "another" });
      expect((await update(files, result)).text).toBe("another");
    },
    async broken() {
      const { files, roles, first } = repository();
      const { result } = await update(files, { root: first });
      publish(files, { version: 4, roles });
      expect(await refused(files, result)).toMatch(
        /timestamp.json has version 4, and 5 was seen before/,
      );
    },
  });

  must("5.4.3.2 the snapshot's version in the timestamp never falls", {
    async kept() {
      const { files, roles, first } = repository();
      const { result } = await update(files, { root: first });
      publish(files, { version: 6, roles, change: { snapshot: { version: 6 } } });
      expect(await refused(files, result)).toBe("accepted");
    },
    async broken() {
      const { files, roles, first } = repository();
      const { result } = await update(files, { root: first });
      const meta = { "snapshot.json": { version: 4 } };
      publish(files, { version: 6, roles, change: { timestamp: { meta } } });
      expect(await refused(files, result)).toMatch(
        /snapshot.json has version 4, and 5 was seen before/,
      );
    },
  });

  must("5.5.2 the snapshot has the hashes that the timestamp gives, if any", {
    async kept() {
      const { files, first } = repository();
      expect(await refused(files, { root: first })).toBe("accepted");
      const timestamp = { meta: { "snapshot.json": { version: 5 } } };
      const without = repository(rolesOf(), 1, { change: { timestamp } });
      expect(await refused(without.files, { root: without.first })).toBe("accepted");
    },
    async broken() {
      for (const hashes of [{ sha256: "00" }, { sha512: "00" }]) {
        const timestamp = { meta: { "snapshot.json": { version: 5, hashes } } };
        const { files, first } = repository(rolesOf(), 1, { change: { timestamp } });
        expect(await refused(files, { root: first })).toMatch(/5.snapshot.json has another sha/);
      }
    },
  });

  must("5.5.4 the snapshot has the version that the timestamp gives", {
    async kept() {
      const { files, first } = repository();
      expect(await refused(files, { root: first })).toBe("accepted");
    },
    async broken() {
      const { files, first } = repository(rolesOf(), 1, { change: { snapshot: { version: 6 } } });
      expect(await refused(files, { root: first })).toMatch(
        /5.snapshot.json is of version 6, and 5 is meant/,
      );
    },
  });

  const withX = (version: number, meta: object) => {
    const own = { "targets.json": { version } };
    return { version, change: { snapshot: { meta: { ...own, ...meta } } } };
  };

  must("5.5.5 the version of no targets file in the snapshot falls", {
    async kept() {
      const { files, roles, first } = repository(
        rolesOf(),
        1,
        withX(5, { "x.json": { version: 2 } }),
      );
      const { result } = await update(files, { root: first });
      publish(files, { roles, ...withX(6, { "x.json": { version: 2 } }) });
      expect(await refused(files, result)).toBe("accepted");
    },
    async broken() {
      const { files, roles, first } = repository(
        rolesOf(),
        1,
        withX(5, { "x.json": { version: 2 } }),
      );
      const { result } = await update(files, { root: first });
      publish(files, { roles, ...withX(6, { "x.json": { version: 1 } }) });
      expect(await refused(files, result)).toMatch(/x.json has version 1, and 2 was seen before/);
      publish(files, {
        version: 6,
        roles,
        change: { snapshot: { meta: { "targets.json": { version: 4 } } } },
      });
      expect(await refused(files, result)).toMatch(/x.json any more|targets.json has version 4/);
    },
  });

  must("5.5.5 each targets file that a snapshot listed stays listed", {
    async kept() {
      const { files, roles, first } = repository();
      const { result } = await update(files, { root: first });
      publish(files, { roles, ...withX(6, { "x.json": { version: 1 } }) });
      expect(await refused(files, result)).toBe("accepted");
    },
    async broken() {
      const { files, roles, first } = repository(
        rolesOf(),
        1,
        withX(5, { "x.json": { version: 2 } }),
      );
      const { result } = await update(files, { root: first });
      publish(files, { roles, ...withX(6, {}) });
      expect(await refused(files, result)).toMatch(/does not name x.json any more/);
    },
  });

  must("5.6.2 targets have the hashes that the snapshot gives, if any", {
    async kept() {
      const { files, first } = repository(rolesOf(), 1, withX(5, {}));
      expect(await refused(files, { root: first })).toBe("accepted");
    },
    async broken() {
      for (const hashes of [{ sha256: "00" }, { sha512: "00" }]) {
        const snapshot = { meta: { "targets.json": { version: 5, hashes } } };
        const { files, first } = repository(rolesOf(), 1, { change: { snapshot } });
        expect(await refused(files, { root: first })).toMatch(/5.targets.json has another sha/);
      }
    },
  });

  must("5.6.4 targets have the version that the snapshot gives", {
    async kept() {
      const { files, first } = repository();
      expect(await refused(files, { root: first })).toBe("accepted");
    },
    async broken() {
      const { files, first } = repository(rolesOf(), 1, { change: { targets: { version: 4 } } });
      expect(await refused(files, { root: first })).toMatch(
        /5.targets.json is of version 4, and 5 is meant/,
      );
      const gone = { snapshot: { meta: { "targets.json": { version: 7 } } } };
      const other = repository(rolesOf(), 1, { change: gone });
      expect(await refused(other.files, { root: other.first })).toMatch(/no 7.targets.json/);
    },
  });
});

describe("5.7: the target", () => {
  must("5.7.2 there is metadata about the target", {
    async kept() {
      const { files, first } = repository();
      expect((await update(files, { root: first })).text).toBe("target");
    },
    async broken() {
      const { files, first } = repository(rolesOf(), 1, { change: { targets: { targets: {} } } });
      expect(await refused(files, { root: first })).toBe(
        "TUF: neither targets.json nor who it delegates to names trusted_root.json",
      );
    },
  });

  const SHA256 = "34a04005bcaf206eec990bd9637d9fdb6725e0a0c0d4aebf003f17f4c956eb5c";
  const named = (entry: object) =>
    repository(rolesOf(), 1, { change: { targets: { targets: { "trusted_root.json": entry } } } });

  must("5.7.3 the target has the hashes and no more than the length of its metadata", {
    async kept() {
      const { files, first } = named({ length: 6, hashes: { sha256: SHA256 } });
      const { limits } = await update(files, { root: first });
      expect([...limits.entries()].at(-1)).toEqual([`targets/${SHA256}.trusted_root.json`, 6]);
    },
    async broken() {
      const { files, first } = repository();
      for (const name of files.keys())
        if (name.startsWith("targets/")) files.set(name, Buffer.from("tarGet"));
      expect(await refused(files, { root: first })).toMatch(/trusted_root.json has another sha256/);
      for (const [entry, message] of [
        [{ length: 7, hashes: { sha256: SHA256 } }, /has not 7 bytes/],
        [{ length: 5, hashes: { sha256: SHA256 } }, /larger than 5/],
        [{ length: 6, hashes: {} }, /no length or no hash/],
        [{ length: 6, hashes: { md5: "00" } }, /no length or no hash/],
        [{ hashes: { sha256: SHA256 } }, /no length or no hash/],
        [{ length: 5_000_001, hashes: { sha256: SHA256 } }, /at most 5000000 are read/],
      ] as const) {
        const wrong = named(entry);
        expect(await refused(wrong.files, { root: wrong.first })).toMatch(message);
      }
    },
  });
});

describe("what is written", () => {
  must("5.4.5, 5.5.7, 5.6.6 and 5.7.3 what was verified is kept, as a whole", {
    async kept() {
      await inFolder(async (folder) => {
        const { files, first } = repository();
        const { result } = await update(files, { root: first });
        const path = join(folder, "state.json");
        await writeCache(path, { state: result, checked: NOW });
        expect(await readCache(path)).toEqual({
          state: Object.fromEntries(
            Object.entries(result).map(([name, part]) => [
              name,
              part instanceof Uint8Array ? Buffer.from(part) : part,
            ]),
          ),
          checked: NOW,
        });
      });
    },
    async broken() {
      await inFolder(async (folder) => {
        // The target is none: neither it nor the metadata that led to it replaces anything.
        const { files, first } = repository();
        const environment = { XDG_CACHE_HOME: folder };
        const now = () => NOW;
        const run = {
          environment,
          offline: false,
          clock: { now, wall: now },
          logger: silentLogger,
          http: {
            request: async ({ url }: { url: string }) => {
              const body = files.get(url.slice("https://tuf.test/".length));
              const status = body === undefined ? 404 : 200;
              const none = { headers: {}, text: () => "", json: () => undefined };
              return { status, body: body ?? new Uint8Array(), ...none };
            },
          },
        };
        const source = { url: "https://tuf.test", root: first };
        await expect(tufTrustedRoot(run, source)).rejects.toThrow(/trusted_root.json/);
        const path = cachePath(environment, source.url, first);
        await expect(readFile(path)).rejects.toThrow(/ENOENT/);
      });
    },
  });

  test("a file of another form is as if there was none", async () => {
    await inFolder(async (folder) => {
      expect(await readCache(join(folder, "gone.json"))).toBeUndefined();
    });
  });
});

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "assay-tuf-"));
  await work(folder).finally(() => rm(folder, { recursive: true, force: true }));
}

async function tufUpdate(
  files: ReadonlyMap<string, Uint8Array>,
  root: Uint8Array,
  onRoot: (root: Uint8Array) => Promise<void>,
) {
  const { updateTuf } = await import("./client.ts");
  const fetch = async (path: string) => files.get(path);
  return await updateTuf({ root }, { now: NOW, target: "trusted_root.json", fetch, onRoot });
}

/** A root that asks for several keys of one role, `signing` of which signed. */
function withThreshold(
  role: (typeof ROLES)[number],
  threshold: number,
  signing: number,
  keys: readonly TufSigner[] = [tufKey(), tufKey("ecdsa")],
) {
  const roles = rolesOf({ [role]: keys });
  const { files } = repository({ ...roles, [role]: keys.slice(0, signing) });
  const signed = rootSigned(1, roles) as { readonly roles: Record<string, object> };
  const entry = { ...signed.roles[role], threshold };
  const first = metadata({ ...signed, roles: { ...signed.roles, [role]: entry } }, roles.root);
  return { files, first };
}

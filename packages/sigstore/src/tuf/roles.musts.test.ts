import {
  tufMetadata as metadata,
  publishTuf as publish,
  tufRoot as rootSigned,
  type TufSigner,
  tufKey,
} from "@assay/testkit";
import { describe, expect } from "vitest";
import { must } from "../test/must.ts";
import { EARLIER, refused, repository, rolesOf, update } from "../test/tuf-repository.ts";

/* The TUF specification 1.0.34: what it says a client MUST do. Sections 5.4 to 5.7: timestamp, snapshot, targets and target. */

const ROLES = ["timestamp", "snapshot", "targets"] as const;

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

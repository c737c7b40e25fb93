import {
  TUF_LATER as LATER,
  tufMetadata as metadata,
  publishTuf as publish,
  tufRoot as rootSigned,
  tufKey,
} from "@assay/testkit";
import { describe, expect } from "vitest";
import { must } from "../test/must.ts";
import { EARLIER, NOW, refused, repository, rolesOf, update } from "../test/tuf-repository.ts";

/* The TUF specification 1.0.34: what it says a client MUST do. Sections 5.1 to 5.3: start and root. */

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

async function tufUpdate(
  files: ReadonlyMap<string, Uint8Array>,
  root: Uint8Array,
  onRoot: (root: Uint8Array) => Promise<void>,
) {
  const { updateTuf } = await import("./client.ts");
  const fetch = async (path: string) => files.get(path);
  return await updateTuf({ root }, { now: NOW, target: "trusted_root.json", fetch, onRoot });
}

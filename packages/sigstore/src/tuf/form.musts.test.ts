import {
  tufMetadata as metadata,
  publishTuf as publish,
  tufRoot as rootSigned,
  type TufSigner,
  tufKey,
} from "@assay/testkit";
import { describe, expect } from "vitest";
import { must } from "../test/must.ts";
import { refused, repository, rolesOf, update } from "../test/tuf-repository.ts";

/* The TUF specification 1.0.34: what it says a client MUST do. Sections 4: forms. */

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

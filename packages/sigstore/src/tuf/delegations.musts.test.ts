import { createHash } from "node:crypto";
import { TUF_LATER as LATER, tufKey } from "@assay/testkit";
import { describe, expect, test } from "vitest";
import { must } from "../test/must.ts";
import {
  type DelegatedRole,
  delegating,
  EARLIER,
  NOW,
  refused,
  update,
} from "../test/tuf-repository.ts";

/* The TUF specification 1.0.34: delegated targets. */

const TARGET = "a/b.json";
const hash = createHash("sha256").update(TARGET).digest("hex");
const said = async (roles: readonly DelegatedRole[], target = TARGET) => {
  const { files, first } = delegating(roles);
  return await update(files, { root: first }, { target }).then(
    ({ text }) => text,
    (error: Error) => error.message,
  );
};
const NOBODY = `TUF: neither targets.json nor who it delegates to names ${TARGET}`;
const names = (text: string) => ({ targets: { [TARGET]: text } });

describe("delegated targets", () => {
  must("4.5 a role is delegated to once", {
    async kept() {
      const roles = [
        { name: "x", paths: ["a/*"] },
        { name: "y", paths: ["a/*"], ...names("of y") },
      ];
      expect(await said(roles)).toBe("of y");
    },
    async broken() {
      const role = { name: "x", paths: ["a/*"], ...names("of x") };
      expect(await said([role, role])).toBe("TUF: targets.json delegates to x twice");
    },
  });

  must("4.5 a role speaks for its paths alone", {
    async kept() {
      for (const paths of [["a/*"], ["a/b.json"], ["a/?.json"], ["x", "*/*"], ["a/*.json"]])
        expect(await said([{ name: "x", paths, ...names("of x") }])).toBe("of x");
    },
    async broken() {
      for (const paths of [
        [],
        ["*"],
        ["a/"],
        ["a/*/*"],
        ["b/*"],
        ["a/b.jso?n"],
        ["A/*"],
        ["a/*.js"],
      ])
        expect(await said([{ name: "x", paths, ...names("of x") }])).toBe(NOBODY);
    },
  });

  must("4.5 every role of a chain of delegations is trusted with the target", {
    async kept() {
      const inner = { name: "y", paths: ["a/b.*"], ...names("of y") };
      expect(await said([{ name: "x", paths: ["a/*"], roles: [inner] }])).toBe("of y");
    },
    async broken() {
      const inner = { name: "y", paths: ["*/*"], ...names("of y") };
      expect(await said([{ name: "x", paths: ["other/*"], roles: [inner] }])).toBe(NOBODY);
      const narrow = { ...inner, paths: ["other/*"] };
      expect(await said([{ name: "x", paths: ["a/*"], roles: [narrow] }])).toBe(NOBODY);
    },
  });

  must("4.5 a role with hash prefixes speaks for paths with such a hash alone", {
    async kept() {
      for (const prefixes of [[hash.slice(0, 2)], ["00", hash], [hash.slice(0, 1)], [""]])
        expect(await said([{ name: "x", prefixes, ...names("of x") }])).toBe("of x");
    },
    async broken() {
      const other = hash.startsWith("0") ? "1" : "0";
      for (const prefixes of [[], [other], [`${hash}0`], [hash.toUpperCase()]])
        expect(await said([{ name: "x", prefixes, ...names("of x") }])).toBe(NOBODY);
    },
  });

  must("4.5 paths and hash prefixes are not given together", {
    async kept() {
      expect(await said([{ name: "x", paths: ["a/*"], ...names("of x") }])).toBe("of x");
    },
    async broken() {
      const both = { name: "x", paths: ["a/*"], prefixes: [hash], ...names("of x") };
      expect(await said([both])).toMatch(/delegates to x by paths and by hashes of them/);
      expect(await said([{ name: "x", ...names("of x") }])).toBe(NOBODY);
    },
  });

  must("5.6.3 delegated metadata is signed by the keys of who delegates", {
    async kept() {
      const roles = [{ name: "x", paths: ["a/*"], key: tufKey("ecdsa"), ...names("of x") }];
      expect(await said(roles)).toBe("of x");
    },
    async broken() {
      const signer = tufKey();
      expect(await said([{ name: "x", paths: ["a/*"], signer, ...names("of x") }])).toMatch(
        /x.json of version 5 is signed by 0 of the keys of x, and 1 are needed/,
      );
    },
  });

  must("5.6.4 delegated metadata has the version that the snapshot gives", {
    async kept() {
      const roles = [{ name: "x", paths: ["a/*"], change: { version: 5 }, ...names("of x") }];
      expect(await said(roles)).toBe("of x");
    },
    async broken() {
      const roles = [{ name: "x", paths: ["a/*"], change: { version: 4 }, ...names("of x") }];
      expect(await said(roles)).toMatch(/5.x.json is of version 4, and 5 is meant/);
    },
  });

  must("5.6.5 delegated metadata expires after the start", {
    async kept() {
      const roles = [{ name: "x", paths: ["a/*"], change: { expires: LATER }, ...names("of x") }];
      expect(await said(roles)).toBe("of x");
    },
    async broken() {
      const change = { expires: EARLIER };
      const roles = [{ name: "x", paths: ["a/*"], change, ...names("of x") }];
      expect(await said(roles)).toMatch(/x.json of version 5 expired/);
    },
  });

  must("5.6.7 metadata that can't be got or verified ends the search", {
    async kept() {
      const roles = [
        { name: "x", paths: ["a/*"] },
        { name: "y", paths: ["a/*"], ...names("of y") },
      ];
      expect(await said(roles)).toBe("of y");
    },
    async broken() {
      const roles = [
        { name: "x", paths: ["a/*"] },
        { name: "y", paths: ["a/*"], ...names("of y") },
      ];
      const { files, first } = delegating(roles);
      files.delete("5.x.json");
      expect(await refused(files, { root: first }, { target: TARGET })).toBe(
        "TUF: there is no 5.x.json",
      );
    },
  });

  must("5.6.7 the search is in pre-order: a role, what it delegates to, then the next one", {
    async kept() {
      const inner = { name: "inner", paths: ["a/*"], ...names("of inner") };
      const roles = [
        { name: "x", paths: ["a/*"], roles: [inner] },
        { name: "y", paths: ["a/*"], ...names("of y") },
      ];
      expect(await said(roles)).toBe("of inner");
    },
    async broken() {
      const { files, first } = delegating([{ name: "x", paths: ["a/*"], ...names("of x") }], {
        more: { targets: { [TARGET]: { length: 3, hashes: { sha256: "00" } } } },
      });
      // Whoever delegates comes first: what it says itself is not made good by others.
      expect(await refused(files, { root: first }, { target: TARGET })).toMatch(
        /there is no target/,
      );
    },
  });

  must("5.6.7.1 a role is visited once", {
    async kept() {
      const loop = { name: "x", paths: ["a/*"] };
      const roles = [
        { name: "x", paths: ["a/*"], roles: [{ name: "y", paths: ["a/*"], roles: [loop] }] },
        { name: "z", paths: ["a/*"], ...names("of z") },
      ];
      expect(await said(roles)).toBe("of z");
    },
    async broken() {
      const loop = { name: "x", paths: ["a/*"] };
      const { files, first } = delegating([{ name: "x", paths: ["a/*"], roles: [loop] }]);
      const asked: string[] = [];
      const counted = new Map(files);
      counted.get = (name) => {
        asked.push(name);
        return files.get(name);
      };
      expect(await refused(counted, { root: first }, { target: TARGET })).toBe(NOBODY);
      expect(asked.filter((name) => name === "5.x.json")).toHaveLength(1);
    },
  });

  must("5.6.7.1 no more roles are visited than a limit says", {
    async kept() {
      const roles = Array.from({ length: 32 }, (_, at) => ({ name: `r${at}`, paths: ["a/*"] }));
      const last = { name: "r31", paths: ["a/*"], ...names("of the last") };
      expect(await said([...roles.slice(0, 31), last])).toBe("of the last");
    },
    async broken() {
      const roles = Array.from({ length: 32 }, (_, at) => ({ name: `r${at}`, paths: ["a/*"] }));
      const last = { name: "r32", paths: ["a/*"], ...names("of the last") };
      expect(await said([...roles, last])).toBe(NOBODY);
    },
  });

  must("5.6.7.2 behind a terminating role nobody is asked", {
    async kept() {
      const inner = { name: "inner", paths: ["a/*"], ...names("of inner") };
      const roles = [
        { name: "x", paths: ["a/*"], terminating: true, roles: [inner] },
        { name: "y", paths: ["a/*"], ...names("of y") },
      ];
      expect(await said(roles)).toBe("of inner");
      // One that is not for the target terminates nothing.
      const other = { name: "x", paths: ["b/*"], terminating: true };
      expect(await said([other, { name: "y", paths: ["a/*"], ...names("of y") }])).toBe("of y");
    },
    async broken() {
      const roles = [
        { name: "x", paths: ["a/*"], terminating: true },
        { name: "y", paths: ["a/*"], ...names("of y") },
      ];
      expect(await said(roles)).toBe(NOBODY);
      const inner = { name: "inner", paths: ["a/*"], terminating: true };
      const nested = [
        { name: "x", paths: ["a/*"], roles: [inner] },
        { name: "y", paths: ["a/*"], ...names("of y") },
      ];
      expect(await said(nested)).toBe(NOBODY);
      // Also where it was asked before.
      const again = { name: "w", paths: ["a/*"], roles: [{ ...inner, name: "x" }] };
      expect(await said([{ name: "x", paths: ["a/*"] }, again, ...nested.slice(1)])).toBe(NOBODY);
    },
  });
});

test("delegated metadata is kept and not asked for again", async () => {
  const { files, first } = delegating([{ name: "x", paths: ["a/*"], ...names("of x") }]);
  const { result, asked } = await update(files, { root: first }, { target: TARGET });
  expect(asked).toContain("5.x.json");
  expect([...(result.delegated ?? [])].map(([name]) => name)).toEqual(["x"]);
  expect((await update(files, result, { target: TARGET })).asked).toEqual([
    "2.root.json",
    "timestamp.json",
  ]);
});

test("a role's name is one segment of a path, whatever stands in it", async () => {
  const { files, first } = delegating([{ name: "../x y", paths: ["a/*"], ...names("of x") }]);
  const { asked } = await update(files, { root: first }, { target: TARGET });
  expect(asked.filter((name) => name.includes("x"))).toEqual(["5...%2Fx%20y.json"]);
});

test("a hostile pattern costs no time", async () => {
  const paths = [`${"*a".repeat(2000)}*b`];
  const target = "a".repeat(200);
  const { files, first } = delegating([{ name: "x", paths }]);
  expect(await refused(files, { root: first }, { target, now: NOW })).toMatch(/neither/);
});

test.each<[object, RegExp]>([
  [{ delegations: [] }, /delegations of another form/],
  [{ delegations: { keys: {} } }, /delegations of another form/],
  [{ delegations: { roles: [{}] } }, /a role without a name/],
  [{ delegations: { roles: [{ name: "x", paths: [1] }] } }, /by paths of another form/],
  [{ delegations: { roles: [{ name: "x", paths: ["a/*"] }] } }, /does not name x.json|no usable/],
])("%j is refused", async (more, message) => {
  const { files, first } = delegating([], { more });
  expect(await refused(files, { root: first }, { target: TARGET })).toMatch(message);
});

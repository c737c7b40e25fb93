import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { publishTuf as publish, type TufRoles, tufKey, tufMetadata, tufRoot } from "@assay/testkit";
import {
  type DelegatedRole,
  delegating,
  type Repository,
  repository,
  update,
} from "../../../packages/sigstore/src/test/tuf-repository.ts";
import type { TufState } from "../../../packages/sigstore/src/tuf/client.ts";
import type { InteropCase, InteropSuite } from "../suite.ts";
import { pythonTuf } from "./python-tuf.ts";

/* Ours and python-tuf (sigstore-python's client) over the same repositories. */

const TARGET = "a/b.json";
const OVER = { expires: "2020-01-01T00:00:00Z" };
const hash = createHash("sha256").update(TARGET).digest("hex");
const says = (text: string) => ({ targets: { [TARGET]: text } });
const all = { name: "x", paths: ["a/*"] };
const y = { name: "y", paths: ["a/*"], ...says("of y") };
const inner = { name: "inner", paths: ["a/*"], ...says("of inner") };
const many = (count: number): readonly DelegatedRole[] => [
  ...Array.from({ length: count }, (_, at) => ({ name: `r${at}`, paths: ["a/*"] })),
  { name: "last", paths: ["a/*"], ...says("of the last") },
];

const DELEGATIONS: Readonly<Record<string, readonly DelegatedRole[]>> = {
  "a path": [{ name: "x", paths: [TARGET], ...says("x") }],
  "a question mark": [{ name: "x", paths: ["a/?.json"], ...says("x") }],
  "a star and no slash": [{ name: "x", paths: ["*"], ...says("x") }],
  "two stars": [{ name: "x", paths: ["*/*"], ...says("x") }],
  "a folder more": [{ name: "x", paths: ["a/*/*"], ...says("x") }],
  "a hash prefix": [{ name: "x", prefixes: [hash.slice(0, 2)], ...says("x") }],
  "a whole hash": [{ name: "x", prefixes: [hash], ...says("x") }],
  "an empty prefix": [{ name: "x", prefixes: [""], ...says("x") }],
  "another prefix": [{ name: "x", prefixes: [hash.startsWith("0") ? "1" : "0"], ...says("x") }],
  "a chain": [{ ...all, roles: [inner] }],
  "a chain that leaves its paths": [{ name: "x", paths: ["b/*"], roles: [inner] }],
  "the first of two": [{ ...all, ...says("x") }, y],
  "what is below before what is behind": [{ ...all, roles: [inner] }, y],
  "a terminating one": [{ ...all, terminating: true }, y],
  "a terminating one with others below": [{ ...all, terminating: true, roles: [inner] }, y],
  "a terminating one for other paths": [{ name: "x", paths: ["b/*"], terminating: true }, y],
  "a terminating one below": [{ ...all, roles: [{ ...inner, targets: {}, terminating: true }] }, y],
  "a terminating one that was asked before": [
    all,
    { name: "w", paths: ["a/*"], roles: [{ ...all, terminating: true }] },
    y,
  ],
  "a cycle": [{ ...all, roles: [{ ...inner, targets: {}, roles: [all] }] }, y],
  "a stranger's signature": [{ ...all, signer: tufKey(), ...says("x") }],
  "another version": [{ ...all, change: { version: 4 }, ...says("x") }],
  "one that is over": [{ ...all, change: OVER, ...says("x") }],
  "31 roles before": many(31),
  "32 roles before": many(32),
  "a name with slashes": [{ ...all, name: "../x y", ...says("x") }],
};

type Next = (of: Repository) => void;
const next =
  (version: number, change: object = {}): Next =>
  ({ files, roles }) =>
    publish(files, { version, roles, target: `of ${version}`, change });
const root2 =
  (change: object = {}, signers?: TufRoles["root"], version = 2): Next =>
  ({ files, roles }) =>
    void files.set(
      "2.root.json",
      tufMetadata(tufRoot(version, roles, 1, change), signers ?? roles.root),
    );

/** What becomes of a repository of version 5 that was seen before. */
const STATES: Readonly<Record<string, Next>> = {
  "the same": () => {},
  "a newer one": next(6),
  "an older one": next(4),
  "another of the same version": ({ files, roles }) =>
    publish(files, { version: 5, roles, target: "another" }),
  "a new root": root2(),
  "a root of a stranger": root2({}, [tufKey()]),
  "a root of another version": root2({}, undefined, 3),
  "a root that is over": root2(OVER),
  "a timestamp that is over": next(6, { timestamp: OVER }),
  "a snapshot that is over": next(6, { snapshot: OVER }),
  "targets that are over": next(6, { targets: OVER }),
  "a snapshot of other bytes": next(6, {
    timestamp: { meta: { "snapshot.json": { version: 6, hashes: { sha256: "00" } } } },
  }),
  "a snapshot of another version": next(6, { snapshot: { version: 7 } }),
  "targets that nobody names": next(6, { snapshot: { meta: {} } }),
  "targets that fall in version": next(6, {
    snapshot: { meta: { "targets.json": { version: 4 } } },
  }),
  "a fast-forward and new keys": ({ files, roles }) => {
    const keys = { ...roles, timestamp: [tufKey()], snapshot: [tufKey()] };
    publish(files, { version: 3, roles: keys, target: "recovered" });
    files.set("2.root.json", tufMetadata(tufRoot(2, keys), roles.root));
  },
};

async function ours(
  states: readonly ReadonlyMap<string, Uint8Array>[],
  root: Uint8Array,
  target: string,
): Promise<readonly string[]> {
  let state: TufState = { root };
  const said: string[] = [];
  for (const files of states) {
    try {
      const { result, text } = await update(files, state, { now: new Date(), target });
      state = result;
      said.push(text);
    } catch (error) {
      said.push(/neither targets.json/.test(String(error)) ? "none" : "refused");
    }
  }
  return said;
}

async function compare(
  states: readonly ReadonlyMap<string, Uint8Array>[],
  root: Uint8Array,
  target: string,
): Promise<void> {
  const theirs = await pythonTuf(states, root, target);
  const plain = theirs.map((line) => line.replace(/^refused .*/, "refused"));
  assert.deepEqual(await ours(states, root, target), plain);
}

const cases: readonly InteropCase[] = [
  ...Object.entries(DELEGATIONS).map(([name, roles]) => ({
    name: `delegations: ${name}`,
    run: async () => {
      const { files, first } = delegating(roles);
      await compare([files], first, TARGET);
    },
  })),
  ...Object.entries(STATES).map(([name, change]) => ({
    name: `states: ${name}`,
    run: async () => {
      const made = repository();
      const before = new Map(made.files);
      change(made);
      await compare([before, made.files], made.first, "trusted_root.json");
    },
  })),
  {
    // 5.3.11 says "and / or": python-tuf forgets what was signed by the one key alone, and stays broken.
    name: "a fast-forward and a new timestamp key: ours recovers, python-tuf does not",
    run: async () => {
      const made = repository();
      const before = new Map(made.files);
      const keys = { ...made.roles, timestamp: [tufKey()] };
      publish(made.files, { version: 3, roles: keys, target: "recovered" });
      made.files.set("2.root.json", tufMetadata(tufRoot(2, keys), made.roles.root));
      const states = [before, made.files];
      const theirs = await pythonTuf(states, made.first, "trusted_root.json");
      assert.match(theirs[1] ?? "", /^refused/);
      const mine = await ours(states, made.first, "trusted_root.json");
      assert.deepEqual(mine, ["target", "recovered"]);
    },
  },
];

export const tufSuite: InteropSuite = { name: "tuf", cases };

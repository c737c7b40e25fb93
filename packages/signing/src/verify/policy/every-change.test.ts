import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { UsageError } from "@assay/core";
import { changed, cleanUp, type Path, temporaryFolder } from "@assay/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testContext } from "../../test/run.ts";
import { readPolicy } from "./read.ts";

/* A policy with every field, and each of them changed: what is no policy is refused by name, and never read as a weaker one. */

let root: string;

beforeAll(async () => {
  root = await temporaryFolder();
});
afterAll(cleanUp);

const HEX = "0123456789abcdef".repeat(4);
const POLICY = {
  version: 1,
  expires: "2030-01-01",
  trust: { root: "root.json" },
  signers: {
    key: { key: "a.pub", from: "2026-01-01", until: "2027-01-01" },
    person: { issuer: "https://issuer.test", identity: "dev@acme.test", repository: "acme/app" },
    workflow: { issuer: "https://issuer.test", pattern: "https://acme.test/*" },
  },
  revoked: [{ "key-sha256": HEX }, { "bundle-sha256": HEX }],
  rules: [
    {
      match: { path: "dist/**", release: "acme/app@v*" },
      require: [
        { signature: { of: ["key", "person"], "at-least": 2 } },
        {
          attestation: "provenance",
          ...{ of: ["workflow"], "at-least": 1, source: "acme/app", tag: "v1", builder: "b" },
          ...{ "build-type": "t", inputs: { mode: "release" } },
        },
        { attestation: ["test-result", "https://acme.test/v1"], of: ["key"], result: "PASSED" },
        {
          vsa: {
            ...{ of: ["key"], "at-least": 1, verifier: "https://v.test", resource: "r" },
            ...{ levels: ["SLSA_BUILD_LEVEL_3"], "max-age": 30, "policy-sha256": HEX },
          },
        },
      ],
      logs: 1,
      timestamps: 1,
    },
    { match: { path: "*.md" }, "allow-unsigned": true },
  ],
};

/** The problems of a policy, or `read`. */
async function read(text: string): Promise<string> {
  await writeFile(join(root, "policy.yml"), text);
  try {
    await readPolicy(testContext({ root }), "policy.yml");
    return "read";
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return [error.message, ...error.problems].join("\n");
  }
}

function pathsOf(value: unknown, path: Path = []): readonly Path[] {
  const inner =
    typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([name, entry]) =>
          pathsOf(entry, [...path, Array.isArray(value) ? Number(name) : name]),
        )
      : [];
  return path.length === 0 ? inner : [path, ...inner];
}

const VALUES: readonly (readonly [string, unknown])[] = [
  ["null", null],
  ["an empty text", ""],
  ["zero", 0],
  ["minus one", -1],
  ["a fraction", 1.5],
  ["a number as a text", "1"],
  ["far too large", 1e9],
  ["true", true],
  ["false", false],
  ["an empty list", []],
  ["an empty object", {}],
  ["a list of lists", [[]]],
  ["a text with a NUL", "a\u0000"],
  ["prototype", { __proto__: null, constructor: "x" }],
];

/** What may be said in a field: any text that is not empty, or one of two booleans. */
const FREE =
  /^(trust\.root|signers\.\w+\.(key|issuer|identity|pattern|repository)|rules\.\d\.match\.\w+|rules\.0\.require\.\d\.(source|tag|builder|build-type|inputs\.mode)|rules\.0\.require\.3\.vsa\.(verifier|resource|levels\.0))$/;

describe("of a policy with every field", () => {
  it("all of it is read", async () => {
    expect(await read(JSON.stringify(POLICY))).toBe("read");
  });

  it("each field with a value that it can't have is refused, at its place", async () => {
    const accepted: string[] = [];
    for (const path of pathsOf(POLICY)) {
      for (const [what, value] of VALUES) {
        const said = await read(JSON.stringify(changed(POLICY, path, () => value)));
        if (said === "read") accepted.push(`${path.join(".")}: ${what}`);
        else expect(said).toMatch(/is no policy\n(.|\n)*policy\.yml:\d+:\d+: .{10}/);
      }
    }
    const unexpected = accepted.filter((entry) => {
      const [path = "", what = ""] = entry.split(": ");
      return !(FREE.test(path) && /^(a number as a text|a text with a NUL)$/.test(what));
    });
    expect(unexpected.filter((entry) => !ALLOWED.includes(entry))).toEqual([]);
  });

  it("each field that is called otherwise is refused, and so is one that stands there twice", async () => {
    for (const path of pathsOf(POLICY)) {
      const name = path.at(-1);
      if (typeof name !== "string" || isName(path)) continue;
      const holder = path.slice(0, -1);
      const renamed = (to: string) => {
        const rename = (value: object) =>
          Object.fromEntries(
            Object.entries(value).map(([key, of]) => [key === name ? to : key, of]),
          );
        return holder.length === 0
          ? rename(POLICY)
          : changed(POLICY, holder, rename as (value: never) => unknown);
      };
      for (const other of [
        `${name}s`,
        name.toUpperCase(),
        `${name} `,
        name.replace("-", "_"),
        `x-${name}`,
      ]) {
        if (other === name) continue;
        const said = await read(JSON.stringify(renamed(other)));
        expect([other, said]).toEqual([
          other,
          expect.stringMatching(/is no known key|is missing|must|needs/),
        ]);
      }
      const twice = JSON.stringify(renamed("TWICE")).replace(
        /"TWICE":/,
        `"${name}":null,"${name}":`,
      );
      expect(await read(twice)).toMatch(/is no policy/);
    }
  });

  it("what a rule can't do without is missed", async () => {
    for (const path of [
      ["version"],
      ["signers"],
      ["rules"],
      ["trust", "root"],
      ["signers", "key", "key"],
      ["signers", "person", "issuer"],
      ["signers", "person", "identity"],
      ["signers", "workflow", "pattern"],
      ["rules", 0, "match"],
      ["rules", 0, "require"],
      ["rules", 0, "require", 0, "signature", "of"],
      ["rules", 0, "require", 1, "of"],
      ["rules", 0, "require", 1, "attestation"],
      ["rules", 0, "require", 3, "vsa", "of"],
      ["rules", 0, "require", 3, "vsa", "verifier"],
      ["rules", 0, "require", 3, "vsa", "resource"],
      ["rules", 1, "match"],
      ["rules", 1, "match", "path"],
      ["rules", 1, "allow-unsigned"],
      ["revoked", 0, "key-sha256"],
    ] satisfies readonly Path[]) {
      const without = changed(POLICY, path, () => undefined);
      expect([path, await read(JSON.stringify(without))]).toEqual([
        path,
        expect.stringMatching(/is no policy/),
      ]);
    }
  });
});

/** Names that the policy's writer chooses. */
function isName(path: Path): boolean {
  const [first, ...rest] = path;
  return (first === "signers" && rest.length === 1) || path.at(-2) === "inputs";
}

/** Values that a field may have. */
const ALLOWED: readonly string[] = [
  "revoked: an empty list",
  // Names and values that the policy's writer chooses.
  "rules.0.require.1.inputs: an empty object",
  "rules.0.require.1.inputs: prototype",
  // It says so itself: signatures of keys may go without a log.
  "rules.0.logs: zero",
  // As it was.
  "rules.1.allow-unsigned: true",
];

it("each kind of mistake has its own message", async () => {
  const mistakes: Readonly<Record<string, string>> = {
    "no YAML": "{",
    "a list": "[]",
    "a wrong version": JSON.stringify({ ...POLICY, version: 2 }),
    "an unknown key": JSON.stringify({ ...POLICY, extra: 1 }),
    "a key twice": JSON.stringify(POLICY).replace('"version":1', '"version":1,"version":1'),
    "no date": JSON.stringify({ ...POLICY, expires: "2030-13-01" }),
    "an unknown signer": JSON.stringify({ ...POLICY, signers: {} }),
    "two forms of a signer": JSON.stringify(
      changed(POLICY, ["signers", "key", "identity"], () => "x"),
    ),
    "a key with an issuer": JSON.stringify(
      changed(POLICY, ["signers", "key", "issuer"], () => "x"),
    ),
    "an identity without an issuer": JSON.stringify(
      changed(POLICY, ["signers", "person", "issuer"], () => undefined),
    ),
    "from after until": JSON.stringify(
      changed(POLICY, ["signers", "key", "from"], () => "2028-01-01"),
    ),
    "no SHA-256": JSON.stringify(changed(POLICY, ["revoked", 0, "key-sha256"], () => "AB")),
    "no predicate": JSON.stringify(
      changed(POLICY, ["rules", 0, "require", 1, "attestation"], () => "x"),
    ),
    "no rule": JSON.stringify({ ...POLICY, rules: [] }),
    "nothing to match": JSON.stringify(changed(POLICY, ["rules", 1, "match"], () => ({}))),
    "neither require nor allow-unsigned": JSON.stringify(
      changed(POLICY, ["rules", 0, "require"], () => undefined),
    ),
    "a failed level": JSON.stringify(
      changed(POLICY, ["rules", 0, "require", 3, "vsa", "levels"], () => ["FAILED"]),
    ),
    "too many": JSON.stringify(changed(POLICY, ["rules", 0, "logs"], () => 33)),
  };
  const messages = new Map<string, string>();
  for (const [what, text] of Object.entries(mistakes)) {
    const said = await read(text);
    const bare = said
      .split("\n")
      .slice(1, 2)
      .join("")
      .replace(/^policy\.yml:\d+:\d+: /, "");
    expect([what, bare]).toEqual([what, expect.stringMatching(/.{10}/)]);
    messages.set(bare, what);
  }
  expect([...messages.values()]).toEqual(Object.keys(mistakes));
});

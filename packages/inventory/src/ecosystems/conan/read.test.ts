import { describe, expect, test } from "vitest";
import { edgesOf, fieldOf, gapsOf, graphOf, skippedOf } from "../../assemble/test/graphs.ts";
import { expectNothingSilent } from "../../assemble/test/mutations.ts";

const RREV = "f52e03ae3d251dec704634230cd806a2";
const lockOf = (json: object) => `${JSON.stringify(json, undefined, 4)}\n`;

const LISTS = lockOf({
  version: "0.5",
  requires: [
    `zlib/1.3.1#${RREV}%1712584843.618`,
    `fmt/11.0.2#${RREV}%1`,
    `fmt/10.2.1#${RREV}%1`,
    [`own/1.0@acme/stable#${RREV}%1`, { abc: "def" }],
    "cci/cci.20230920",
    `gtest/1.14.0#${RREV}`,
  ],
  build_requires: [`cmake/3.31.8#${RREV}%1`, `zlib/1.3.1#${RREV}%1712584843.618`],
  python_requires: [`pyreq/1.0#${RREV}`],
  overrides: { "zlib/1.2.11": [`zlib/1.3.1#${RREV}`, null] },
  config_requires: ["conf/1.0"],
});
const CONANFILE = `[requires]
zlib/1.2.11 # overridden
fmt/[>=10 <11]
own/1.0@acme/stable
[options]
fmt/*:shared=True
[tool_requires]
cmake/[~3.31]
[test_requires]
gtest/1.14.0
`;

describe("Conan 2", () => {
  test("the lists say what is needed to run and to build, and a conanfile.txt what is asked for", async () => {
    const graph = await graphOf({ "conan.lock": LISTS, "conanfile.txt": CONANFILE });
    expect(graph.edgeCompleteness).toBe("direct");
    expect(graph.covers).toEqual(["conanfile.py", "conanfile.txt"]);
    expect(edgesOf(graph)).toEqual([
      `. > cmake/3.31.8#${RREV} build`,
      `. > fmt/10.2.1#${RREV} runtime`,
      `. > gtest/1.14.0#${RREV} test`,
      `. > own/1.0@acme/stable#${RREV} runtime`,
      `. > zlib/1.3.1#${RREV} runtime`,
    ]);
    expect(gapsOf(graph)).toEqual([]);
    expect(fieldOf(graph, "scope")).toEqual({
      ".": "runtime",
      [`cmake/3.31.8#${RREV}`]: "development",
      "cci/cci.20230920": "runtime",
      "conf/1.0": "development",
      [`fmt/10.2.1#${RREV}`]: "runtime",
      [`fmt/11.0.2#${RREV}`]: "runtime",
      [`gtest/1.14.0#${RREV}`]: "development",
      [`own/1.0@acme/stable#${RREV}`]: "runtime",
      [`pyreq/1.0#${RREV}`]: "development",
      [`zlib/1.3.1#${RREV}`]: "runtime",
    });
    expect(fieldOf(graph, "purl")).toMatchObject({
      [`own/1.0@acme/stable#${RREV}`]: `pkg:conan/own@1.0?channel=stable&rrev=${RREV}&user=acme`,
      "cci/cci.20230920": "pkg:conan/cci@cci.20230920",
    });
    expect(graph.components.find(({ name }) => name === "cci")?.location.startLine).toBe(13);
    expect(graph.gaps.map(({ reason }) => reason)).toEqual([
      "2 of 9 packages that are downloaded have no checksum",
    ]);
  });

  test("beside code nobody says what is asked for", async () => {
    const files = { "conan.lock": LISTS, "conanfile.txt": CONANFILE, "conanfile.py": "x = 1" };
    const graph = await graphOf(files);
    expect(graph.edgeCompleteness).toBe("unknown");
    expect(graph.edges).toEqual([]);
    expect(graph.components.some((each) => "direct" in each)).toBe(false);
  });

  test.each([
    ["fmt/9.1.0", "fmt is locked as 11.0.2"],
    ["fmt/[>=12]", "fmt is locked as 11.0.2"],
    ["boost/1.85.0", "boost is not locked"],
    ["own/1.0", "own is not locked"],
  ])("a conanfile.txt that asks for %s", async (line, difference) => {
    const files = { "conan.lock": LISTS, "conanfile.txt": `[requires]\n${line}\n` };
    expect(gapsOf(await graphOf(files))).toEqual([
      `stale conanfile.txt: it asks for other packages: ${difference}`,
    ]);
  });

  test.each([
    ['"cci/cci.20230920"', '"cci"', "entry requires[4]: it is no reference of a recipe"],
    ['"cci/cci.20230920"', "1", "entry requires[4]: it is no reference of a recipe"],
    ['"conf/1.0"', '"conf/1.0", "conf/1.0"', "entry conf/1.0: it stands in the file twice"],
    ['"python_requires": [', '"python_require": [', "entry python_require: it was not understood"],
    [
      '"python_requires": [',
      '"requires": [], "python_requires": [',
      "entry requires: it stands in the file twice",
    ],
    [
      '"config_requires": [',
      '"config_requires": {}, "build_requires": [',
      "entry config_requires: it is no list",
    ],
  ])("%s for %s", async (before, after, gap) => {
    expect(LISTS).toContain(before);
    const graph = await graphOf({ "conan.lock": LISTS.replace(before, after) });
    expect(gapsOf(graph)).toContain(gap);
  });

  test("nothing that is done to it passes unreported, but that a line is taken out", async () => {
    await expectNothingSilent("conan.lock", { "conan.lock": LISTS }, 500, (text) => {
      return (
        1 +
        [...text.matchAll(/"(?:zlib|fmt|own|cci|gtest|cmake|pyreq|conf)\/[^"]*"(?!:)/g)].length -
        3
      );
    });
  });
});

const NODES = lockOf({
  graph_lock: {
    nodes: {
      0: { ref: "app/2.0", requires: ["1", "2"], build_requires: ["4"], path: "conanfile.py" },
      1: { ref: `openssl/1.1.1k#${RREV}`, prev: "aa", requires: ["3"], context: "host" },
      2: {
        ref: "own/0.1@acme/stable#0",
        prev: "0",
        requires: ["3"],
        python_requires: ["pyreq/1.0#0"],
      },
      3: { ref: "zlib/1.2.11#0", options: "shared=False", context: "host" },
      4: {
        ref: "cmake/3.20.0#0",
        requires: ["5"],
        python_requires: ["pyreq/1.0#0"],
        context: "build",
      },
      5: { ref: "zlib/1.2.11#0", options: "shared=True", context: "build" },
    },
    revisions_enabled: false,
  },
  version: "0.4",
  profile_host: "[settings]\nos=Linux\n[env]\nTOKEN=secret\n",
});

describe("Conan 1", () => {
  test("nodes have their edges", async () => {
    const graph = await graphOf({ "conan.lock": NODES });
    expect(edgesOf(graph)).toEqual([
      ". > cmake/3.20.0 build",
      `. > openssl/1.1.1k#${RREV} runtime`,
      ". > own/0.1@acme/stable runtime",
      "cmake/3.20.0 > pyreq/1.0 (python_requires) build",
      "cmake/3.20.0 > zlib/1.2.11 (5) runtime",
      `openssl/1.1.1k#${RREV} > zlib/1.2.11 runtime`,
      "own/0.1@acme/stable > pyreq/1.0 (python_requires) build",
      "own/0.1@acme/stable > zlib/1.2.11 runtime",
    ]);
    expect(gapsOf(graph)).toEqual([]);
    expect(fieldOf(graph, "scope")).toMatchObject({
      "zlib/1.2.11": "runtime",
      "zlib/1.2.11 (5)": "development",
      "pyreq/1.0 (python_requires)": "development",
    });
    expect(graph.components.find(({ name }) => name === "app")).toMatchObject({
      version: "2.0",
      firstParty: true,
      location: { startLine: 4 },
    });
    expect(fieldOf(graph, "purl")[`openssl/1.1.1k#${RREV}`]).toBe(
      `pkg:conan/openssl@1.1.1k?prev=aa&rrev=${RREV}`,
    );
    expect(JSON.stringify(graph)).not.toContain("secret");
  });

  test("the first versions wrote references with binaries, and requirements with references", async () => {
    const graph = await graphOf({
      "conan.lock": lockOf({
        profile: "[settings]",
        graph_lock: {
          nodes: {
            "8e-1": { pref: "zlib/1.2.11@conan/stable#0:d50a#0", options: "fPIC=True" },
            "8e-2": { pref: null, requires: { "zlib/1.2.11@conan/stable#0": "8e-1" } },
          },
        },
        version: "0.1",
      }),
    });
    expect(edgesOf(graph)).toEqual([". > zlib/1.2.11@conan/stable runtime"]);
    expect(gapsOf(graph)).toEqual([]);
  });

  test.each([
    [
      '"3"',
      '"9"',
      `entry openssl/1.1.1k#${RREV}: it needs the node 9, which is not in the lockfile`,
    ],
    [
      '"python_requires"',
      '"python_require"',
      "entry own/0.1@acme/stable: `python_require` was not understood",
    ],
    ['"zlib/1.2.11#0"', '"zlib"', "entry 3: its `ref` is no reference of a recipe"],
    [
      '"pyreq/1.0#0"',
      "1",
      "entry own/0.1@acme/stable: `python_requires` names something that is no recipe",
    ],
  ])("%s for %s", async (before, after, gap) => {
    expect(NODES).toContain(before);
    const graph = await graphOf({ "conan.lock": NODES.replace(before, after) });
    expect(gapsOf(graph)).toContain(gap);
  });

  test("nothing that is done to it passes unreported", async () => {
    await expectNothingSilent("conan.lock", { "conan.lock": NODES }, 500);
  });
});

test("what is no lockfile of a known version is skipped; CRLF and a byte order mark are nothing", async () => {
  const reasons = async (text: string) => (await skippedOf({ "conan.lock": text })).join();
  expect(await reasons(LISTS.slice(0, 99))).toBe("unreadable conan.lock: conan.lock is no JSON");
  expect(await reasons('{"version": "0.4"}')).toContain("is no lockfile of Conan");
  expect(await reasons('{"version": "0.6", "requires": []}')).toContain('of the version "0.6"');
  const odd = `\uFEFF${LISTS.replaceAll("\n", "\r\n").replaceAll("    ", "\t")}`;
  expect(await graphOf({ "conan.lock": odd })).toEqual(await graphOf({ "conan.lock": LISTS }));
});

test("manifests without a lockfile", async () => {
  const reason = "it asks for packages, and no lockfile says which versions those are";
  expect(
    await skippedOf({
      "a/conanfile.txt": CONANFILE,
      "b/conanfile.txt": "[generators]\nCMakeDeps\n",
      "c/conanfile.py":
        'from conan import ConanFile\nclass A(ConanFile):\n  requires = "zlib/1.3"\n',
      "d/conanfile.py":
        "from conan import ConanFile\nclass A(ConanFile):\n  def requirements(self):\n    self.requires(self.tested_reference_str)\n",
    }),
  ).toEqual([`unlocked a/conanfile.txt: ${reason}`, `unlocked c/conanfile.py: ${reason}`]);
});

test("a list of many versions and a long line stay in proportion", async () => {
  const many = Array.from({ length: 5000 }, (_, n) => `a/${n}`);
  const long = `${"b".repeat(5_000_000)}/1`;
  const graph = await graphOf({
    "conan.lock": lockOf({
      version: "0.5",
      requires: [...many, long],
      build_requires: ["__proto__/1"],
    }),
    "conanfile.txt": `[requires]\n${"a/[>=1]\n".repeat(5000)}`,
  });
  expect(graph.components).toHaveLength(5002);
  expect(gapsOf(graph)).toContain("entry requires[5000]: it is no reference of a recipe");
});

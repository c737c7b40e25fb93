import { describe, expect, test } from "vitest";
import { edges, readWith, said } from "../../test/read.ts";
import { npmInstalled } from "../npm/reader.ts";
import { joinLocked } from "./join.ts";
import { lockfiles } from "./reader.ts";

const json = (value: object) => JSON.stringify(value);
const LOCK = json({
  name: "shop",
  version: "1.0.0",
  lockfileVersion: 3,
  packages: {
    "": {
      name: "shop",
      version: "1.0.0",
      dependencies: { a: "^1", b: "1" },
      devDependencies: { tool: "*" },
    },
    "node_modules/a": {
      version: "1.2.0",
      resolved: "https://npm.example.org/a/-/a-1.2.0.tgz",
      integrity: `sha512-${Buffer.alloc(64, 1).toString("base64")}`,
      license: "MIT",
    },
    "node_modules/b": { version: "1.0.0", optionalDependencies: { c: "1" } },
    "node_modules/c": { version: "1.0.0", optional: true },
    "node_modules/tool": { version: "3.0.0", dev: true },
  },
});
const read = (files: Record<string, string>) => readWith(lockfiles, { files });

test("lockfiles of applications, and none of what is installed or of the system", async () => {
  const reading = await read({
    "app/package-lock.json": LOCK,
    "app/node_modules/a/package-lock.json": LOCK,
    "usr/lib/x/package-lock.json": LOCK,
    "usr/share/doc/x/package-lock.json": LOCK,
    "usr/local/lib/python3.12/site-packages/x/requirements.txt": "a==1\n",
    "usr/src/app/requirements.txt": "Flask==3.0.0\nloose>=1\n",
    "srv/go.mod": "module example.org/x\n\ngo 1.22\n\nrequire example.org/y v1.2.3\n",
    "srv/go.sum": "example.org/y v1.2.3 h1:x\n",
    "old/Gopkg.lock": "[[projects]]\n",
    "etc/package.json": json({ name: "asks", dependencies: { x: "1" } }),
    "broken/yarn.lock": "<<<<<<< HEAD\nx\n=======\ny\n>>>>>>> main\n",
  });
  expect(said(reading)).toEqual([
    "pkg:generic/shop@1.0.0#app lockfile own",
    "pkg:npm/a@1.2.0?repository_url=https:%2F%2Fnpm.example.org lockfile",
    "pkg:npm/b@1.0.0 lockfile",
    "pkg:npm/c@1.0.0 lockfile optional",
    "pkg:npm/tool@3.0.0 lockfile development",
    "pkg:generic/example.org/x#srv lockfile own",
    "pkg:golang/example.org/y@v1.2.3 lockfile",
    "pkg:pypi/flask@3.0.0 lockfile",
  ]);
  expect(edges(reading)).toContain("shop 1.0.0 > a 1.2.0 runtime ^1");
  expect(reading.components[1]?.places).toEqual([
    { path: "app/package-lock.json", layer: 0, since: 0, evidence: "lockfile" },
  ]);
  expect(reading.skipped?.map(({ item, kind, reason }) => `${kind} ${item}: ${reason}`)).toEqual([
    "unreadable broken/yarn.lock: broken/yarn.lock holds the markers of a merge conflict",
    "unreadable old/Gopkg.lock: dep lockfiles are not read by this version",
  ]);
});

describe("locked and installed", () => {
  const files = {
    "app/package-lock.json": LOCK,
    "app/node_modules/a/package.json": json({ name: "a", version: "1.2.0" }),
    "app/node_modules/b/package.json": json({ name: "b", version: "1.0.1" }),
  };
  const joined = async () => {
    const readings = new Map([
      ["npm", await readWith(npmInstalled, { files })],
      ["lockfiles", await read(files)],
    ]);
    return joinLocked(readings);
  };

  test("one purl for both; another version is not dropped; what is not needed to run and not there is", async () => {
    const readings = await joined();
    const npm = readings.get("npm");
    expect(npm && said(npm)).toEqual([
      "pkg:npm/a@1.2.0?repository_url=https:%2F%2Fnpm.example.org",
      "pkg:npm/b@1.0.1",
      "pkg:generic/shop@1.0.0#app lockfile own",
      "pkg:npm/a@1.2.0?repository_url=https:%2F%2Fnpm.example.org lockfile",
      "pkg:npm/b@1.0.0 lockfile",
    ]);
    expect(npm && edges(npm)).toEqual([
      "shop 1.0.0 > a 1.2.0 runtime ^1",
      "shop 1.0.0 > b 1.0.0 runtime 1",
    ]);
    const rest = readings.get("lockfiles");
    expect(rest?.components).toEqual([]);
    expect(rest?.notices).toEqual([
      "/app/package-lock.json locks 2 packages for development or optional use that are not installed: left out.",
    ]);
  });

  test("variants of a gem in a lockfile are the one that is installed", () => {
    const gem = (id: string, purl: string, evidence: "installed" | "lockfile") => ({
      component: {
        id,
        name: "nokogiri",
        version: "1.16.0",
        kind: "library" as const,
        ecosystem: "gem",
        purl,
        firstParty: false,
        scope: "runtime" as const,
        artifacts: [],
        location: { path: id },
        aliases: [],
        flags: [],
      },
      places: [{ path: id, layer: 0, since: 0, evidence }],
    });
    const linux = "pkg:gem/nokogiri@1.16.0?platform=x86_64-linux";
    const readings = joinLocked(
      new Map([
        ["gem", { components: [gem("a", linux, "installed")] }],
        [
          "lockfiles",
          {
            components: [
              gem("b", "pkg:gem/nokogiri@1.16.0", "lockfile"),
              gem("c", linux, "lockfile"),
              gem("d", "pkg:gem/nokogiri@1.16.0?platform=java", "lockfile"),
            ],
          },
        ],
      ]),
    );
    expect(readings.get("gem")?.components.map(({ component }) => component.purl)).toEqual([
      linux,
      linux,
      linux,
      linux,
    ]);
  });
});

test("a large lockfile is kept small, and read whole", async () => {
  const many = Array.from({ length: 3000 }, (_, index) => `package${index}==1.0.${index}`);
  const text = `${many.join("\n")}\n`;
  const kept = await lockfiles.extract({
    path: "app/requirements.txt",
    mode: 0,
    layer: 0,
    content: {
      size: text.length,
      sha256: "",
      bytes: async () => Buffer.from(text),
      read: async () => Buffer.from(text),
    },
  });
  expect((kept as { readonly bytes: Uint8Array }).bytes.length).toBeLessThan(text.length / 2);
  const reading = await read({ "app/requirements.txt": text });
  expect(reading.components.length).toBe(3000);
});

test("every name of a lockfile or a manifest that the inventory knows is wanted", () => {
  const wanted = (path: string) =>
    lockfiles.wants({ path, size: 10, mode: 0o644, head: new Uint8Array() });
  const names = [
    "Gemfile.lock",
    "build.gradle.kts",
    "gradle/libs.versions.toml",
    "lib/lib.gradle",
    "requirements/base.txt",
    "requirements-dev.txt",
    "x.csproj",
    "maven_install.json",
    "Package.resolved",
    "environment.yml",
    "main.tf",
    "x.py.lock",
  ];
  expect(names.filter((name) => !wanted(`app/${name}`))).toEqual([]);
  expect(
    ["readme.txt", "a.json", "a/b.gradle", "x.lock.txt"].filter((name) => wanted(`app/${name}`)),
  ).toEqual([]);
});

import { fixedClock, silentLogger, silentProgress } from "@assay/core";
import { nodeProcesses } from "@assay/core/host";
import { executeCommand } from "@assay/runtime";
import {
  cleanUp,
  type LayoutImage,
  temporaryFolder,
  writeFiles,
  writeImageLayout,
} from "@assay/testkit";
import { advisory, advisoryFolder } from "@assay/testkit/advisories";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { elf } from "../../../../inventory/src/image/binaries/test/elf.ts";
import { goBlob } from "../../../../inventory/src/image/binaries/test/go-blobs.ts";
import { loadSections } from "../../sections.ts";
import { imageCheckCommand } from "./check-command.ts";

afterAll(cleanUp);

/** No scanner sees it in this file. */
const token = (letter: string) => `pscale${"_tkn_"}${letter.repeat(3)}${"q7Zx".repeat(9)}`;
const entry = (name: string, version: string, architecture: string, more = "") =>
  `Package: ${name}\nStatus: install ok installed\nArchitecture: ${architecture}\nVersion: ${version}\n${more}\n`;
const packageJson = (name: string, license: string) =>
  JSON.stringify({ name, version: "1.0.0", license });

/** A Debian with a C library, on which somebody puts a package of Debian and two of npm, and a secret that is deleted again. */
function image(
  platform: string,
  more: Readonly<Record<string, string | Uint8Array>> = {},
): LayoutImage {
  const [, architecture = ""] = platform.split("/");
  const base = entry("libc6", "2.36-9", architecture, "Source: glibc\n");
  const added = entry("openssl", "3.0.11-1", architecture, "Depends: libc6\n");
  return {
    platform,
    layers: [
      {
        "etc/os-release": 'ID=debian\nVERSION_ID="12"\n',
        "var/lib/dpkg/status": base,
        "usr/share/doc/libc6/key.pem": token("D"),
      },
      {
        "var/lib/dpkg/status": base + added,
        "app/.env": `TOKEN=${token("A")}\n`,
        "app/node_modules/left/package.json": packageJson("left", "MIT"),
        "app/node_modules/right/package.json": packageJson("right", "GPL-3.0-only"),
        ...more,
      },
      { "app/.wh..env": "", "app/server.js": "console.log(1);" },
    ],
    config: { Env: [`API_TOKEN=${token("B")}`], Cmd: ["node"] },
    history: [
      { created_by: "ADD rootfs" },
      { created_by: 'CMD ["bash"]', empty_layer: true },
      { created_by: "COPY app" },
      { created_by: "RUN rm" },
      { created_by: 'CMD ["node"]', empty_layer: true },
    ],
  };
}

const debian = (id: string, name: string) => ({
  ...advisory(id, name),
  affected: [
    {
      package: { ecosystem: "Debian:12", name },
      ranges: [{ type: "ECOSYSTEM", events: [{ introduced: "0" }, { fixed: "9:1" }] }],
    },
  ],
});

/** There is data for Go. */
const GO = {
  ...advisory("GO-1", "example.com/none"),
  affected: [{ package: { ecosystem: "Go", name: "example.com/none" }, versions: ["1.0.0"] }],
};

/** Its exceptions are for what the repository needs: that the image lacks it is no news. */
const CONFIG = `licenses:
  allow: [MIT]
  exceptions:
    - {package: local, license: GPL-2.0-only, reason: r, owner: o, expires: 2027-05-01}
dependencies:
  ignores:
    - {id: GHSA-xxxx-yyyy-zzzz, package: "pkg:npm/local", reason: r, owner: o, expires: 2026-12-01}
advisories:
  max-age: none
`;

let root: string;
let snapshot: string;
beforeAll(async () => {
  root = await temporaryFolder();
  snapshot = await advisoryFolder(
    debian("DEBIAN-CVE-1", "glibc"),
    debian("DEBIAN-CVE-2", "openssl"),
    advisory("GHSA-aaaa-bbbb-cccc", "left"),
    advisory("GHSA-xxxx-yyyy-zzzz", "local"),
    GO,
  );
  // What lies in the working directory is not the image's: a lockfile with a vulnerability, an installed package, a secret.
  await writeFiles(root, {
    "assay.yml": CONFIG,
    "package-lock.json": JSON.stringify({
      lockfileVersion: 3,
      packages: { "": {}, "node_modules/local": { version: "1.0.0", license: "GPL-2.0-only" } },
    }),
    "node_modules/right/package.json": packageJson("right", "MIT"),
    "deploy.env": token("C"),
  });
});

async function check(images: readonly LayoutImage[], explicit: Record<string, unknown> = {}) {
  const place = `image-${Math.random()}`;
  await writeImageLayout(`${root}/${place}`, images);
  const { report, exitCode, artifacts } = await executeCommand({
    command: imageCheckCommand,
    explicit: { image: `oci:${place}`, offline: "true", ...explicit } as Record<string, string>,
    environment: { PATH: process.env["PATH"], ASSAY_ADVISORY_SNAPSHOT: snapshot },
    host: "cli",
    cwd: root,
    event: null,
    remote: null,
    logger: silentLogger,
    progress: silentProgress,
    processes: nodeProcesses(),
    clock: fixedClock("2026-11-22T00:00:00Z"),
    loadSections,
    version: "0.0.0",
    signal: new AbortController().signal,
  });
  const findings = report.findings
    .map(({ ruleId, message, location }) => [ruleId, location?.path ?? "", message] as const)
    .sort((a, b) => (`${a}` < `${b}` ? -1 : 1));
  return { report, exitCode, artifacts, findings };
}

const both = ["linux/amd64", "linux/arm64"].map((platform) => image(platform));

describe("an image of two platforms", () => {
  it("is judged by advisories, licences and its texts in one report, each thing once", async () => {
    const { findings, exitCode, report, artifacts } = await check(both);
    expect(findings.map(([rule, path, message]) => [rule, path, message.split(" ")[0]])).toEqual([
      ["dependencies.vulnerable", "base-image/var/lib/dpkg/status", "libc6@2.36-9"],
      ["dependencies.vulnerable", "image/app/node_modules/left/package.json", "left@1.0.0"],
      ["dependencies.vulnerable", "image/var/lib/dpkg/status", "openssl@3.0.11-1"],
      ["licenses.denied", "image/app/node_modules/right/package.json", "right@1.0.0"],
      ["licenses.unknown", "image/var/lib/dpkg/status", "openssl@3.0.11-1"],
      ["secrets.planetscale-api-token", "app/.env", "PlanetScale"],
      ["secrets.planetscale-api-token", "image config: env", "PlanetScale"],
    ]);
    expect(exitCode).toBe(1);
    expect(
      report.findings
        .filter(({ ruleId }) => ruleId === "dependencies.vulnerable")
        .map(({ remediation }) => remediation)
        .sort(),
    ).toEqual([
      "Build on a newer base image, one that has libc6 9:1; until there is one, upgrade libc6 to 9:1 in a layer of your own.",
      "Upgrade left to 2.0.0 in what the image is built from, and build it again.",
      "Upgrade openssl to 9:1 in what the image is built from, and build it again.",
    ]);
    expect(artifacts.map(({ name }) => name)).toEqual([
      "sbom.index.cdx.json",
      "sbom.index.spdx.json",
      ...["amd64", "arm64"].flatMap((name) => [
        `sbom.linux-${name}.cdx.json`,
        `sbom.linux-${name}.spdx.json`,
      ]),
      "licenses.json",
    ]);
    expect(report.checks.map(({ check: name }) => name).sort()).toEqual([
      "dependencies",
      "inventory",
      "licenses",
      "sbom",
      "secrets",
    ]);
  });

  it("says where a secret lies that no container sees, and what is counted and not judged", async () => {
    const { findings, report } = await check(both);
    const [hidden] = findings.filter(([, path]) => path === "app/.env");
    expect(hidden?.[2]).toMatch(/which a later layer deletes or replaces/);
    const found = report.findings.find(({ location }) => location?.path === "app/.env");
    const layers = (found?.evidence ?? []).filter(({ label }) => label === "Layer");
    expect(layers.map(({ value }) => value.replace(/sha256:[0-9a-f]{64}/, "DIGEST"))).toEqual(
      ["arm64", "amd64"].map(
        (name) => `linux/${name}, layer 2 of 3, DIGEST, hidden by a later layer`,
      ),
    );
    expect(found).not.toHaveProperty("relatedLocations");
    expect(report.checks.flatMap(({ notices = [] }) => notices)).toEqual([
      "The licences of 1 package that the base image brings, or the distribution where nobody knows the base, are not judged: `--licenses-of all` does it, and the bills of materials list them. They name nothing (1).",
      "image/var/lib/dpkg/status names no licences.",
    ]);
  });

  it("names the platform of what only one has", async () => {
    const [amd64, arm64] = [
      image("linux/amd64", {
        "app/node_modules/only/package.json": packageJson("only", "EPL-2.0"),
      }),
      image("linux/arm64"),
    ];
    const { findings } = await check([amd64, arm64], { checks: "licenses" });
    expect(findings.map(([rule, path]) => [rule, path])).toEqual([
      ["licenses.denied", "image/app/node_modules/right/package.json"],
      ["licenses.denied", "image/linux-amd64/app/node_modules/only/package.json"],
      ["licenses.unknown", "image/var/lib/dpkg/status"],
    ]);
  });
});

describe("licences", () => {
  const denied = async (images: readonly LayoutImage[], of: string) => {
    const { findings } = await check(images, { checks: "licenses", "licenses-of": of });
    return findings.map(([, , message]) => message.split(" ")[0]);
  };

  it("of all packages are judged where that is asked for", async () => {
    expect(await denied([image("linux/amd64")], "all")).toEqual([
      "right@1.0.0",
      "libc6@2.36-9",
      "openssl@3.0.11-1",
    ]);
  });

  it("are judged of packages of languages where the history alone says that they are the base's", async () => {
    const given = image("linux/amd64");
    const [base = {}, ...layers] = given.layers;
    const path = "usr/lib/node_modules/old/package.json";
    const old = { ...base, [path]: packageJson("old", "GPL-3.0-only") };
    expect(await denied([{ ...given, layers: [old, ...layers] }], "added")).toEqual([
      "old@1.0.0",
      "right@1.0.0",
      "openssl@3.0.11-1",
    ]);
  });

  it("that nobody names come with advice that fits an image", async () => {
    const unnamed = JSON.stringify({ name: "none", version: "1.0.0" });
    const { report } = await check(
      [
        image("linux/amd64", {
          "app/node_modules/none/package.json": unnamed,
          "app/node_modules/strange/package.json": packageJson("strange", "MIT / X"),
        }),
      ],
      { checks: "licenses,dependencies" },
    );
    const of = (rule: string, name: string) =>
      report.findings
        .filter(({ ruleId, subject }) => ruleId === rule && subject?.name === name)
        .map(({ message, remediation, evidence = [] }) => [
          message,
          remediation,
          evidence.map(({ label }) => label).filter((label) => label.endsWith("to paste")),
        ]);
    expect(of("licenses.unknown", "none")).toEqual([
      [
        "none@1.0.0 names no licence",
        "Look up its licence where it is published, and accept the package for a time under `licenses.exceptions`, with `NOASSERTION` as its licence.",
        [],
      ],
    ]);
    expect(of("licenses.invalid-expression", "strange")).toEqual([
      [
        expect.stringMatching(
          /^strange@1.0.0 declares "MIT \/ X", which is no valid SPDX expression/,
        ),
        "Read the package's licence file where it is published, and accept the package for a time under `licenses.exceptions`.",
        [],
      ],
    ]);
    expect(JSON.stringify([report.checks, report.findings])).not.toMatch(
      /lockfile|installed|before this check/,
    );
  });

  it("of the distribution's packages in the oldest layer count as the base's where nobody knows the base", async () => {
    const { history: _, ...unknown } = image("linux/amd64");
    expect(await denied([unknown], "added")).toEqual(["right@1.0.0", "openssl@3.0.11-1"]);
  });
});

it("what the checks of lockfiles say is said in words of images", async () => {
  const modules = ["mod\texample.com/app\tv1.0.0", "dep\texample.com/own\tv1.0.0", "=>\t./own\t"];
  const data = goBlob("go1.26.8", modules);
  const section = { name: ".go.buildinfo", data, address: 0x2000, writable: true };
  const { report } = await check(
    ["MIT", "ISC"].map((license, at) =>
      image(`linux/${["amd64", "arm64"][at]}`, {
        "usr/bin/app": elf([section]),
        "app/node_modules/twice/package.json": packageJson("twice", license),
      }),
    ),
    { checks: "licenses,dependencies" },
  );
  const [mismatch] = report.findings.filter(({ ruleId }) => ruleId === "licenses.mismatch");
  const place = (platform: string) => `image/${platform}/app/node_modules/twice/package.json`;
  expect(mismatch).toMatchObject({
    evidence: [
      { label: "Licence", value: `MIT, says its record (${place("linux-amd64")})` },
      { label: "Licence", value: `ISC, says its record (${place("linux-arm64")})` },
    ],
    remediation: "Ask the maintainers which of them holds.",
  });
  const coverage = report.checks.map((each) => each.coverage);
  expect(
    coverage.flatMap((each) => each?.skipped ?? []).map(({ item, reason }) => `${item}: ${reason}`),
  ).toEqual([
    "example.com/own: nothing says under which name it was published, so that no advisory was compared",
  ]);
  expect(
    report.checks.flatMap(({ tables = [] }) => tables.flatMap(({ columns }) => columns)),
  ).toContain("Record");
  expect(JSON.stringify([report.checks, report.findings])).not.toMatch(
    /lockfile|install|the whole tree/i,
  );
});

it("an image that is not there is one error, and no check passes", async () => {
  const { report, exitCode } = await check([image("linux/amd64")], { image: "oci:nothing" });
  expect(exitCode).toBe(2);
  expect(report.findings).toEqual([]);
  expect(report.checks.map(({ check: name, outcome }) => [name, outcome])).toEqual([
    ["check", "error"],
  ]);
});

import { generateKeyPairSync } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  cleanUp,
  type LayoutImage,
  networkGuard,
  runNode,
  startMiniRegistry,
  temporaryFolder,
  writeFiles,
  writeImageLayout,
} from "@assay/testkit";
import { advisory, advisoryFolder } from "@assay/testkit/advisories";
import { afterAll, describe, expect, it } from "vitest";
import { CLI } from "./entries.ts";

/** `assay image` as it is built: the command line alone, on layouts and on a registry. */

afterAll(cleanUp);

/** No scanner sees it in this file. */
const TOKEN = `pscale${"_tkn_"}AAA${"q7Zx".repeat(9)}`;
const LAYERS: LayoutImage["layers"] = [
  {
    "etc/os-release": 'ID=alpine\nVERSION_ID="3.20.1"\n',
    "lib/apk/db/installed": "P:musl\nV:1.2.5-r0\nA:x86_64\nL:MIT\no:musl\n\n",
  },
  {
    "app/.env": `TOKEN=${TOKEN}\n`,
    "app/node_modules/left/package.json": '{"name":"left","version":"1.0.0","license":"MIT"}',
  },
  { "app/.wh..env": "" },
];
const HISTORY = [
  { created_by: "ADD alpine" },
  { created_by: 'CMD ["/bin/sh"]', empty_layer: true },
  { created_by: "COPY app" },
  { created_by: "RUN rm" },
];
const musl = {
  ...advisory("ALPINE-CVE-1", "musl"),
  affected: [
    {
      package: { ecosystem: "Alpine:v3.20", name: "musl" },
      ranges: [{ type: "ECOSYSTEM", events: [{ introduced: "0" }, { fixed: "1.2.5-r1" }] }],
    },
  ],
};

async function layout() {
  const root = await temporaryFolder();
  const images = ["linux/amd64", "linux/arm64"].map((platform) => ({
    ...{ platform, layers: LAYERS, history: HISTORY },
  }));
  return { root, written: await writeImageLayout(join(root, "image"), images, "1.0") };
}

async function assay(
  root: string,
  args: readonly string[],
  { env = {}, node = [] }: { env?: Record<string, string>; node?: readonly string[] } = {},
) {
  return await runNode([...node, CLI, "image", ...args], {
    cwd: root,
    env: { PATH: process.env["PATH"] ?? "", HOME: root, ...env },
  });
}

describe("an image that is checked", () => {
  it("opens no socket, and says what is wrong with it in one report", async () => {
    const { root } = await layout();
    await writeFiles(root, { "assay.yml": "advisories:\n  max-age: none\n" });
    const snapshot = await advisoryFolder(musl, advisory("GHSA-aaaa-bbbb-cccc", "left"));
    const guard = await networkGuard(root, "none");
    const { exitCode, stdout } = await assay(
      root,
      ["check", "oci:image", "--offline", "--format", "json"],
      { env: { ASSAY_ADVISORY_SNAPSHOT: snapshot }, node: guard.nodeArgs },
    );
    const { findings, checks } = JSON.parse(stdout) as {
      readonly findings: readonly {
        readonly ruleId: string;
        readonly location?: { readonly path: string };
        readonly message: string;
      }[];
      readonly checks: readonly { readonly check: string }[];
    };
    expect(exitCode).toBe(1);
    expect(findings.map(({ ruleId, location }) => `${ruleId} ${location?.path}`).sort()).toEqual([
      "dependencies.vulnerable base-image/lib/apk/db/installed",
      "dependencies.vulnerable image/app/node_modules/left/package.json",
      "secrets.planetscale-api-token app/.env",
    ]);
    expect(findings.find(({ ruleId }) => ruleId.startsWith("secrets"))?.message).toContain(
      "a later layer deletes or replaces",
    );
    expect(checks.map(({ check }) => check).sort()).toEqual([
      ...["dependencies", "inventory", "licenses", "sbom", "secrets"],
    ]);
    expect(stdout).not.toContain(TOKEN);
  });

  it("is not mixed with what lies in the working directory", async () => {
    const { root } = await layout();
    await writeFiles(root, {
      "package-lock.json": JSON.stringify({
        lockfileVersion: 3,
        packages: { "": {}, "node_modules/local": { version: "1.0.0", license: "GPL-3.0-only" } },
      }),
      "deploy.env": TOKEN.replace("AAA", "BBB"),
    });
    const args = ["check", "oci:image", "--offline", "--checks", "licenses,secrets"];
    const { stdout } = await assay(root, [...args, "--format", "json"]);
    expect(stdout).not.toContain("local");
    expect(stdout).not.toContain("deploy.env");
  });
});

describe("documents of an image", () => {
  it("are valid by our own validation, and the same bytes again", async () => {
    const { root } = await layout();
    const written = async (output: string) => {
      const run = await assay(root, ["sbom", "oci:image", "--offline", "--output", output]);
      expect([run.exitCode, run.stderr]).toEqual([0, ""]);
      const names = (await readdir(join(root, output))).sort();
      return Promise.all(
        names.map(async (name) => [name, await readFile(join(root, output, name), "utf8")]),
      );
    };
    const first = await written("a");
    expect(first.map(([name]) => name)).toEqual([
      ...["index", "linux-amd64", "linux-arm64"].flatMap((name) => [
        `sbom.${name}.cdx.json`,
        `sbom.${name}.spdx.json`,
      ]),
    ]);
    expect(await written("b")).toEqual(first);
    for (const [name = ""] of first) {
      const { exitCode } = await runNode([CLI, "sbom", "validate", `a/${name}`], {
        cwd: root,
        env: { PATH: process.env["PATH"] ?? "", HOME: root },
      });
      expect([name, exitCode]).toEqual([name, 0]);
    }
  });
});

describe("an image that is released", () => {
  it("is signed and attested in a registry, and a stranger's command verifies it", async () => {
    const { root, written } = await layout();
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    await writeFile(join(root, "k.key"), privateKey.export({ format: "pem", type: "pkcs8" }));
    await writeFile(join(root, "k.pub"), publicKey.export({ format: "pem", type: "spki" }));
    const registry = await startMiniRegistry({ referrers: false });
    try {
      const image = `${registry.host}/team/app`;
      expect((await assay(root, ["copy", "oci:image", `${image}:1.0`])).exitCode).toBe(0);
      const args = ["release", "--key", "k.key", `${image}@${written.digest}`];
      const first = await assay(root, [...args, "--format", "json"]);
      expect(first.exitCode).toBe(0);
      const { acts } = JSON.parse(first.stdout) as {
        readonly acts: readonly {
          readonly verifyWith?: readonly { readonly tool: string; readonly command: string }[];
        }[];
      };
      const commands = acts.flatMap(({ verifyWith = [] }) => verifyWith);
      const own = commands.find(({ tool }) => tool === "assay")?.command.split(" ") ?? [];
      expect(own.slice(0, 3)).toEqual(["assay", "image", "verify"]);
      expect((await assay(root, own.slice(2))).exitCode).toBe(0);
      registry.takeRequests();
      expect((await assay(root, args)).exitCode).toBe(0);
      expect(registry.takeRequests().filter((line) => !/^(GET|HEAD) /.test(line))).toEqual([]);
    } finally {
      await registry.close();
    }
  });
});

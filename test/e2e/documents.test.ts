import { generateKeyPairSync } from "node:crypto";
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import {
  cleanUp,
  gitRepository,
  runBuiltAction,
  runNode,
  temporaryFolder,
  writeFiles,
} from "@assay/testkit";
import { afterAll, expect, it } from "vitest";
import { SBOM_FORMATS } from "../../packages/sbom/src/options.ts";
import { actionFolder, CLI } from "./entries.ts";

afterAll(cleanUp);

const LOCK = JSON.stringify(
  {
    name: "shop",
    version: "1.0.0",
    lockfileVersion: 3,
    packages: {
      "": { name: "shop", version: "1.0.0", dependencies: { left: "1.0.0" } },
      "node_modules/left": {
        version: "1.0.0",
        resolved: "https://registry.npmjs.org/left/-/left-1.0.0.tgz",
        license: "MIT",
      },
    },
  },
  null,
  2,
);
const FILES = {
  "package.json": '{"name": "shop", "version": "1.0.0", "dependencies": {"left": "1.0.0"}}',
  "package-lock.json": LOCK,
};
const NAMES = ["sbom.cdx.json", "sbom.spdx.json"];

async function cli(folder: string, ...args: readonly string[]): Promise<readonly string[]> {
  const output = await temporaryFolder();
  const { PATH = "" } = process.env;
  const epoch = args.find((text) => text.startsWith("SOURCE_DATE_EPOCH="))?.split("=")[1];
  const result = await runNode(
    [CLI, "sbom", ".", "--output", output, ...args.filter((text) => !text.includes("_EPOCH="))],
    { cwd: folder, env: { PATH, ...(epoch === undefined ? {} : { SOURCE_DATE_EPOCH: epoch }) } },
  );
  expect(result).toMatchObject({ exitCode: 0, stderr: "" });
  return Promise.all(NAMES.map((name) => readFile(join(output, name), "utf8")));
}

it.each([
  ["the root", ".", "https://github.com/octo/shop.git"],
  ["a folder", "web", "git@github.com:octo/shop.git"],
  ["a folder, cloned by ssh", "web", "ssh://git@github.com/octo/shop"],
])("laptop and runner make the same documents of the same commit: %s", async (_, folder, url) => {
  const files = Object.entries(FILES).map(([path, text]) => [join(folder, path), text]);
  const repository = await gitRepository(Object.fromEntries(files));
  const { outputs, exitCode } = await runBuiltAction({
    actionFolder: actionFolder("sbom"),
    repository,
    inputs: { "working-directory": folder },
  });
  expect(exitCode).toBe(0);
  const ours = [outputs["cyclonedx-path"], outputs["spdx-path"]].map((path) =>
    readFile(path ?? "", "utf8"),
  );
  const runner = await Promise.all(ours);
  expect(runner[0]).toContain("pkg:github/octo/shop@");
  await repository.git("remote", "add", "origin", url);
  expect(await cli(join(repository.root, folder))).toEqual(runner);
});

it("every format has the same bytes in another folder, locale and time zone", async () => {
  const files = { ...FILES, "assay.yml": "sbom:\n  supplier: registry\n  license: CC0-1.0\n" };
  const write = async (folder: string, environment: Readonly<Record<string, string>>) => {
    const output = await temporaryFolder();
    await writeFiles(folder, files);
    const { PATH = "" } = process.env;
    const formats = ["--formats", SBOM_FORMATS.join(","), "--output", output];
    const env = { PATH, SOURCE_DATE_EPOCH: "1769860800", ...environment };
    const args = ["sbom", ".", "--repository", "octo/shop", "--ref", "v1.0.0", ...formats];
    const result = await runNode([CLI, ...args], { cwd: folder, env });
    expect(result).toMatchObject({ exitCode: 0 });
    const names = (await readdir(output)).sort();
    return Promise.all(
      names.map(async (name) => [name, await readFile(join(output, name), "utf8")]),
    );
  };
  const one = await write(await temporaryFolder(), { LC_ALL: "C", TZ: "UTC" });
  const deep = join(await temporaryFolder(), "deep", "er");
  expect(one).toHaveLength(SBOM_FORMATS.length);
  expect(await write(deep, { LC_ALL: "sv_SE.UTF-8", TZ: "Asia/Kolkata" })).toEqual(one);
});

it("what a checkout no longer says can be named: the same bytes again", async () => {
  const repository = await gitRepository(FILES);
  const head = await repository.git("rev-parse", "HEAD");
  const time = await repository.git("log", "-1", "--format=%ct");
  await repository.git("remote", "add", "origin", "https://github.com/octo/shop");
  const complete = await cli(repository.root);
  await repository.git("remote", "remove", "origin");
  expect(await cli(repository.root)).not.toEqual(complete);
  expect(await cli(repository.root, "--repository", "octo/shop")).toEqual(complete);
  await rm(join(repository.root, ".git"), { recursive: true });
  const named = ["--repository", "https://github.com/octo/shop", "--ref", head];
  expect(await cli(repository.root, ...named, `SOURCE_DATE_EPOCH=${time}`)).toEqual(complete);
});

it("the action signs with a key of a secret that stands nowhere; its documents are as a laptop's, and verify by the public key", async () => {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const password = "a-password-of-a-key";
  const cipher = { cipher: "aes-256-cbc", passphrase: password };
  const KEY = privateKey.export({ format: "pem", type: "pkcs8", ...cipher }).toString();
  const repository = await gitRepository(FILES);
  const run = await runBuiltAction({
    actionFolder: actionFolder("sbom"),
    repository,
    env: { KEY, COSIGN_PASSWORD: password },
    inputs: { "sign-key": "env://KEY" },
  });
  expect(run.exitCode).toBe(0);
  expect(run.masks).toContain(password);
  // Masks are for the runner alone.
  const lines = run.log.split("\n").filter((line) => !line.startsWith("::add-mask::"));
  const said = [...lines, run.summary, run.stderr].join("\n");
  for (const secret of [password, KEY.split("\n")[1] ?? ""]) expect(said).not.toContain(secret);
  const document = run.outputs["cyclonedx-path"] ?? "";
  const folder = await temporaryFolder();
  await writeFiles(folder, { k: KEY, pub: publicKey.export({ format: "pem", type: "spki" }) });
  const { PATH = "" } = process.env;
  const assay = (...args: readonly string[]) =>
    runNode([CLI, "sbom", ...args], { cwd: folder, env: { PATH, COSIGN_PASSWORD: password } });
  const signed = ["--repository", "octo/shop", "--format", "cyclonedx-1.6", "--output", "-"];
  const laptop = await assay(repository.root, ...signed, "--sign-key", join(folder, "k"));
  expect(laptop.stdout).toBe(await readFile(document, "utf8"));
  expect(await assay("validate", document, "--key", join(folder, "pub"))).toMatchObject({
    exitCode: 0,
    stdout: expect.stringMatching(/\(ES256\)\s+holds,\s+and\s+is\s+by\s+the\s+key\s+of/),
  });
  await writeFiles(folder, { "bad.json": laptop.stdout.replace('"MIT"', '"ISC"') });
  expect(await assay("validate", join(folder, "bad.json"))).toMatchObject({
    exitCode: 1,
    stdout: expect.stringContaining("sbom.invalid-signature"),
  });
});

it("`assay sbom validate` passes our own documents, and names the line of a fault with code 1", async () => {
  const repository = await gitRepository(FILES);
  const folder = await temporaryFolder();
  const { PATH = "" } = process.env;
  const assay = (...args: readonly string[]) =>
    runNode([CLI, "sbom", ...args], { cwd: folder, env: { PATH } });
  expect((await assay(repository.root)).exitCode).toBe(0);
  for (const name of NAMES) {
    expect((await assay("validate", name)).exitCode).toBe(0);
    const text = await readFile(join(folder, name), "utf8");
    const broken = text.replace('"version', '"versoin');
    await writeFiles(folder, { [name]: broken.replace('"name"', '"nam"') });
    const { exitCode, stdout } = await assay("validate", name);
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(new RegExp(`sbom\\.invalid-document +${name}:\\d+`));
  }
  expect((await assay("validate", "none.json")).exitCode).toBe(2);
});

it("documents are converted, merged, compared and scored", async () => {
  const repository = await gitRepository(FILES);
  const folder = await temporaryFolder();
  const { PATH = "" } = process.env;
  const assay = (...args: readonly string[]) =>
    runNode([CLI, "sbom", ...args], { cwd: folder, env: { PATH } });
  expect((await assay(repository.root)).exitCode).toBe(0);
  const [cdx = "", spdx = ""] = NAMES;
  const converted = await assay("convert", spdx, "--to", "cyclonedx-1.6-xml", "--output", "-");
  expect(converted).toMatchObject({ exitCode: 0, stderr: "" });
  await writeFiles(folder, { "bom.xml": converted.stdout });
  expect((await assay("validate", "bom.xml")).exitCode).toBe(0);
  const same = await assay("diff", cdx, "bom.xml", "--formats", "diff-json", "--output", "-");
  expect(JSON.parse(same.stdout)).toEqual({
    schema: 1,
    before: cdx,
    after: "bom.xml",
    changes: [],
  });
  const merged = await assay("merge", cdx, "bom.xml", "--name", "all", "--output", "all.json");
  expect(merged.exitCode).toBe(0);
  expect((await assay("validate", "all.json")).exitCode).toBe(0);
  expect((await assay("score", cdx, "--minimum", "1")).exitCode).toBe(0);
  const scored = await assay("score", cdx, "--minimum", "10");
  expect(scored.exitCode).toBe(1);
  expect(scored.stdout).toContain("sbom.score-too-low");
  expect((await assay("merge", cdx, "--name", "one")).exitCode).toBe(2);
});

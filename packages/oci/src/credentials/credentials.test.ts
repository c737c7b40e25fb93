import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { cleanUp, registryContext, temporaryFolder, writeFiles } from "@assay/testkit";
import { afterAll, expect, test } from "vitest";
import { findCredentials } from "./credentials.ts";

afterAll(cleanUp);

type Environment = Readonly<Record<string, string>>;

async function find(registry: string, environment: Environment, repository = "team/app") {
  const { context, masks, log } = registryContext([], { environment });
  const found = await findCredentials(context, registry, repository).catch(
    (error) => error.message as string,
  );
  return { found, masks, log };
}

async function withConfig(config: unknown, registry = "ghcr.io", repository?: string) {
  const folder = await temporaryFolder();
  const path = join(folder, "config.json");
  await writeFile(path, typeof config === "string" ? config : JSON.stringify(config));
  const { found, masks } = await find(registry, { DOCKER_CONFIG: folder }, repository);
  const text = typeof found === "string" ? found.replace(path, "FILE") : found;
  return { found: text, masks, path };
}

const pair = (text: string) => ({ auth: Buffer.from(text).toString("base64") });

test("name and password are split at the first colon, without old padding, and masked", async () => {
  const { found, masks, path } = await withConfig({
    auths: { "ghcr.io": pair("me:a:b\u0000\u0000") },
  });
  expect(found).toEqual({ kind: "password", username: "me", password: "a:b", source: path });
  expect(masks).toEqual(["a:b", Buffer.from("me:a:b").toString("base64")]);
});

test.each([
  [
    { username: "me", password: "pw" },
    { kind: "password", username: "me", password: "pw" },
  ],
  [
    { identitytoken: "id", ...pair("me:pw") },
    { kind: "identity", token: "id" },
  ],
  [
    { registrytoken: "reg", identitytoken: "id" },
    { kind: "bearer", token: "reg" },
  ],
  [{}, { kind: "none" }],
  ["text", { kind: "none" }],
])("an entry %j", async (entry, expected) => {
  const { found } = await withConfig({ auths: { "ghcr.io": entry } });
  expect(found).toMatchObject(expected);
});

test.each([
  ["ghcr.io", "ghcr.io"],
  ["ghcr.io", "https://ghcr.io"],
  ["ghcr.io", "https://ghcr.io/v1/"],
  ["ghcr.io", "GHCR.io/v2/"],
  ["ghcr.io", "ghcr.io/team"],
  ["ghcr.io", "ghcr.io/team/app"],
  ["docker.io", "https://index.docker.io/v1/"],
  ["docker.io", "docker.io"],
  ["localhost:5000", "http://localhost:5000"],
])("the entry of %s may be called %s", async (registry, key) => {
  const { found } = await withConfig({ auths: { [key]: pair("me:pw") } }, registry);
  expect(found).toMatchObject({ kind: "password", username: "me" });
});

test.each([
  ["ghcr.io", "ghcr.io:443"],
  ["ghcr.io", "evil-ghcr.io"],
  ["ghcr.io", "io"],
  ["ghcr.io", "ghcr.io/other"],
  ["localhost:5000", "localhost"],
  ["localhost", "localhost:5000"],
  ["registry.example", "https://index.docker.io/v1/"],
])("an entry of another registry is none: %s is not %s", async (registry, key) => {
  const { found } = await withConfig({ auths: { [key]: pair("me:pw") } }, registry);
  expect(found).toEqual({ kind: "none", source: expect.stringContaining("config.json has none") });
});

test("the entry of the nearest namespace counts", async () => {
  const auths = {
    "ghcr.io": pair("all:1"),
    "ghcr.io/team": pair("team:2"),
    "ghcr.io/team/app/x": pair("deep:3"),
  };
  expect((await withConfig({ auths })).found).toMatchObject({ username: "team" });
  expect((await withConfig({ auths }, "ghcr.io", "other/app")).found).toMatchObject({
    username: "all",
  });
});

test("what can't be read is an error that quotes nothing of it, and entries of others are not looked at", async () => {
  const wrong = async (config: unknown) => (await withConfig(config)).found;
  expect(await wrong('{"auths": secret')).toBe("The Docker config FILE is no JSON");
  expect(await wrong("[]")).toBe("The Docker config FILE is no JSON object");
  expect(await wrong({ auths: ["secret"] })).toBe(
    "The Docker config FILE has a `auths` that is no object",
  );
  expect(await wrong({ auths: { "ghcr.io": pair("secret") } })).toBe(
    'The Docker config FILE has an `auth` of ghcr.io that is no "user:password" in base64',
  );
  expect(await wrong({ auths: { "ghcr.io": pair(":secret") } })).toMatch(
    'is no "user:password" in base64',
  );
  expect(
    await wrong({ auths: { "quay.io": pair("secret"), "ghcr.io": pair("me:pw") } }),
  ).toMatchObject({ username: "me" });
});

test("the variable goes before the file, and Podman's files count where Docker has none", async () => {
  const folder = await temporaryFolder();
  const text = (name: string) => JSON.stringify({ auths: { "ghcr.io": pair(`${name}:pw`) } });
  const who = async (environment: Environment, registry = "ghcr.io") => {
    const { found } = await find(registry, environment);
    return typeof found === "string"
      ? found
      : found.kind === "password"
        ? found.username
        : found.source;
  };
  await writeFiles(folder, {
    "home/.config/containers/auth.json": text("podman"),
    "run/containers/auth.json": text("runtime"),
    "auth.json": text("named"),
    "docker/.docker/config.json": text("docker"),
  });
  const home = join(folder, "home");
  expect(await who({})).toBe("no Docker config file was found");
  expect(await who({ HOME: home })).toBe("podman");
  expect(await who({ HOME: home, XDG_RUNTIME_DIR: join(folder, "run") })).toBe("runtime");
  expect(await who({ HOME: home, REGISTRY_AUTH_FILE: join(folder, "auth.json") })).toBe("named");
  const docker = { HOME: join(folder, "docker"), REGISTRY_AUTH_FILE: join(folder, "auth.json") };
  expect(await who(docker)).toBe("docker");
  expect(await who({ ...docker, DOCKER_AUTH_CONFIG: text("variable") })).toBe("variable");
  expect(await who({ ...docker, DOCKER_AUTH_CONFIG: '{"auths":{}}' })).toBe("docker");
  expect(await who({ DOCKER_AUTH_CONFIG: "secret" })).toBe(
    "The Docker config DOCKER_AUTH_CONFIG is no JSON",
  );
  expect(await who({ DOCKER_CONFIG: join(folder, "home", ".config") })).toBe(
    "no Docker config file was found",
  );
});

/** A helper that writes down what it was asked and with which variables, and answers with `body`. */
async function helper(name: string, body: string) {
  const folder = await temporaryFolder();
  const path = join(folder, "bin", `docker-credential-${name}`);
  await mkdir(dirname(path), { recursive: true });
  const script = `#!/bin/sh\nread -r server\necho "$1 $server \${DEPLOY_SECRET:-} $AWS_PROFILE" >> ${folder}/asked\n${body}\n`;
  await writeFile(path, script);
  await chmod(path, 0o755);
  const environment = {
    DOCKER_CONFIG: folder,
    PATH: `${join(folder, "bin")}:${process.env["PATH"]}`,
    DEPLOY_SECRET: "not for helpers",
    AWS_PROFILE: "ci",
  };
  return {
    async ask(config: unknown, registry = "ghcr.io") {
      await writeFile(join(folder, "config.json"), JSON.stringify(config));
      const { found, masks } = await find(registry, environment);
      return {
        found: typeof found === "string" ? found.replaceAll(folder, "FOLDER") : found,
        masks,
      };
    },
    asked: async () => (await readFile(join(folder, "asked"), "utf8")).trim().split("\n"),
  };
}

const answer = (user: string, secret: string) =>
  `echo '{"ServerURL":"x","Username":"${user}","Secret":"${secret}"}'`;

test("a helper is asked for the registry alone, with what it needs of the environment", async () => {
  const { ask, asked } = await helper("mine", answer("me", "from-helper"));
  const { found, masks } = await ask({ credsStore: "mine" });
  expect(found).toEqual({
    kind: "password",
    username: "me",
    password: "from-helper",
    source: "docker-credential-mine",
  });
  expect(masks).toContain("from-helper");
  expect(await asked()).toEqual(["get ghcr.io  ci"]);
});

test("a helper's identity token is one", async () => {
  const { ask } = await helper("mine", answer("<token>", "refresh"));
  expect((await ask({ credHelpers: { "ghcr.io": "mine" }, credsStore: "other" })).found).toEqual({
    kind: "identity",
    token: "refresh",
    source: "docker-credential-mine",
  });
});

test("a helper that has none leaves the store's place to `auths`, and one for the registry does not", async () => {
  const { ask, asked } = await helper(
    "mine",
    "echo 'credentials not found in native keychain'; exit 1",
  );
  const auths = { "ghcr.io": pair("me:pw"), "https://index.docker.io/v1/": pair("hub:pw") };
  expect((await ask({ auths, credsStore: "mine" })).found).toMatchObject({ username: "me" });
  expect((await ask({ auths, credHelpers: { "ghcr.io": "mine" } })).found).toEqual({
    kind: "none",
    source: "docker-credential-mine has none",
  });
  await ask({ auths, credsStore: "mine" }, "docker.io");
  expect((await asked()).slice(-2)).toEqual([
    "get https://index.docker.io/v1/  ci",
    "get docker.io  ci",
  ]);
});

test("a helper that fails is an error, never no credentials", async () => {
  const failure = async (body: string) =>
    (await (await helper("mine", body)).ask({ credsStore: "mine" })).found;
  const start = "docker-credential-mine, which FOLDER/config.json names,";
  expect(await failure("echo 'keychain is locked'; exit 3")).toBe(
    `${start} ended with exit code 3: keychain is locked`,
  );
  expect(await failure("exit 2")).toBe(`${start} ended with exit code 2: no message`);
  expect(await failure("echo secret")).toBe(`${start} answered with something else than JSON`);
  expect(await failure(`echo '{"Secret":"secret"}'`)).toBe(
    `${start} answered without \`Username\` and \`Secret\``,
  );
  const none = await helper("mine", "exit 0");
  expect((await none.ask({ credsStore: "absent" })).found).toBe(
    "docker-credential-absent, which FOLDER/config.json names, is not on PATH",
  );
  expect((await none.ask({ credsStore: "../../bin/sh" })).found).toBe(
    'FOLDER/config.json names the credential helper "../../bin/sh"; a name is letters, digits, ".", "_" and "-"',
  );
  expect(
    (await none.ask({ credsStore: "absent", credHelpers: { "ghcr.io": "x; rm" } })).found,
  ).toMatch('names the credential helper "x; rm"');
});

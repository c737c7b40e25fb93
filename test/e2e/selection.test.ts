import { cleanUp, gitRepository, runBuiltAction, runNode } from "@assay/testkit";
import { afterAll, beforeAll, expect, it } from "vitest";
import { actionFolder, CLI } from "./entries.ts";

afterAll(cleanUp);

const lock = (packages: object) => JSON.stringify({ lockfileVersion: 3, packages }, null, 1);
const SUM = `sha512-${Buffer.alloc(64, 1).toString("base64")}`;
const manifest = (name: string, dependencies: object, more = {}) =>
  JSON.stringify({ name, version: "1.0.0", dependencies, ...more });
const FILES = {
  "package.json": manifest("app", { top: "1" }, { workspaces: ["packages/*"] }),
  "packages/a/package.json": manifest("a", { left: "1" }),
  "package-lock.json": lock({
    "": { name: "app", version: "1.0.0", workspaces: ["packages/*"], dependencies: { top: "1" } },
    "node_modules/top": { version: "1.0.0", integrity: SUM },
    "node_modules/left": { version: "1.0.0", integrity: SUM },
    "node_modules/a": { link: true, resolved: "packages/a" },
    "packages/a": { name: "a", version: "1.0.0", dependencies: { left: "1" } },
  }),
  "build/deps.json": lock({
    "": { name: "other", dependencies: { right: "1" } },
    "node_modules/right": { version: "3.0.0", integrity: SUM },
  }),
};

let repository: Awaited<ReturnType<typeof gitRepository>>;

beforeAll(async () => {
  repository = await gitRepository(FILES);
  await repository.git("tag", "v1.2");
  await repository.commit("all gone", {
    "package-lock.json": lock({ "": { name: "app", workspaces: ["packages/*"] } }),
    "packages/a/package.json": manifest("a", {}),
    "package.json": manifest("app", {}, { workspaces: ["packages/*"] }),
  });
});

/** What the document that goes to stdout is about, and its packages. */
async function sbom(...args: readonly string[]) {
  const command = [CLI, "sbom", ...args, "--format", "cyclonedx-1.6", "--fail-on", "never"];
  const { PATH = "" } = process.env;
  const { stdout, stderr, exitCode } = await runNode(command, {
    cwd: repository.root,
    env: { PATH },
  });
  if (stdout === "") return { exitCode, stderr: stderr.replace(/\s+/g, " ") };
  const { metadata, components } = JSON.parse(stdout);
  return {
    exitCode,
    subject: metadata.component.name,
    packages: components.map(({ name, version }: Record<string, string>) => `${name} ${version}`),
  };
}

it("a revision, a member of it, and a lockfile by its name", async () => {
  expect(await sbom(".")).toEqual({ exitCode: 0, subject: "app", packages: [] });
  expect(await sbom(".", "--ref", "v1.2")).toEqual({
    exitCode: 0,
    subject: "app",
    packages: ["a 1.0.0", "left 1.0.0", "top 1.0.0"],
  });
  const member = { exitCode: 0, subject: "a", packages: ["left 1.0.0"] };
  expect(await sbom("packages/a", "--ref", "v1.2")).toEqual(member);
  expect(await sbom("--workspace", "packages/a", "--ref", "v1.2")).toEqual(member);
  expect(await sbom("--lockfile", "package-lock=build/deps.json")).toEqual({
    exitCode: 0,
    subject: "other",
    packages: ["right 3.0.0"],
  });
});

it("what is not there is an error that says what to write", async () => {
  const none = await sbom("--workspace", "packages/b", "--ref", "v1.2");
  expect(none).toMatchObject({ exitCode: 2 });
  expect(none.stderr).toContain("did you mean packages/a?");
  const unnamed = await sbom("--lockfile", "build/deps.json");
  expect(unnamed).toMatchObject({ exitCode: 2 });
  expect(unnamed.stderr).toContain("package-lock=build/deps.json");
});

it("an action takes the same inputs", async () => {
  const { outputs, exitCode } = await runBuiltAction({
    actionFolder: actionFolder("sbom"),
    repository,
    inputs: { workspace: "packages/a", ref: "v1.2", "fail-on": "never" },
  });
  expect(exitCode).toBe(0);
  expect(outputs).toMatchObject({ "component-count": "1", complete: "true" });
});

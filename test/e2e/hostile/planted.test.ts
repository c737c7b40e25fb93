import { appendFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cleanUp, gitRepository } from "@assay/testkit";
import { advisoryFolder } from "@assay/testkit/advisories";
import { afterAll, expect, it } from "vitest";
import { serveGit } from "../../../packages/git/src/test/http-server.ts";
import {
  type Planted,
  plantBare,
  plantedCommands,
  plantHooks,
  setting,
} from "../../../packages/git/src/test/planted.ts";
import { removeTestRepositories } from "../../../packages/git/src/test/repository.ts";
import { lockfile } from "../scenes.ts";
import { action, assay } from "./run.ts";

afterAll(cleanUp);
afterAll(removeTestRepositories);

const FILES = { "package-lock.json": lockfile({ left: "MIT" }), "app/config.env": "a\n" };

/** A checkout of depth 1 with every command-valued setting in its configuration, and in a bare repository among its files. */
async function planted({ attributes, commands, program }: Planted, leading: string) {
  const repository = await gitRepository({ ...FILES, ".gitattributes": attributes });
  const head = await repository.commit("two", { "app/b": "b\n" });
  const { root } = repository;
  plantBare(join(root, "app"), commands, {
    shallow: true,
    alternate: join(root, ".git/objects"),
  });
  const all = await repository.commit("three");
  writeFileSync(join(root, ".git/shallow"), `${head}\n`);
  appendFileSync(join(root, ".git/config"), commands + leading);
  plantHooks(join(root, ".git/hooks"), program);
  // From here on git itself would run what is planted.
  return { ...repository, git: async () => all };
}

it.each(["secrets", "licenses", "sbom", "dependencies", "check"])(
  "%s runs nothing that is planted",
  async (name) => {
    const hostile = plantedCommands();
    const server = await serveGit((await gitRepository(FILES)).root);
    const wrong = await serveGit();
    const leading = [
      setting("http", "proxy", wrong.address),
      setting(`http.${server.address}/`, "proxy", wrong.address),
      setting(`url.${wrong.address}/`, "insteadOf", `${server.address}/`),
    ];
    const repository = await planted(hostile, leading.join(""));
    const inputs: Readonly<Record<string, string>> =
      name === "check"
        ? { checks: "sbom, licenses, secrets" }
        : name === "dependencies"
          ? { snapshot: await advisoryFolder(), "max-age": "none" }
          : {};
    for (const folder of [".", "app"]) {
      const options = Object.entries(inputs).flatMap(([input, value]) => [`--${input}`, value]);
      await assay([name, folder, ...options], { cwd: repository.root });
      for (const event of ["schedule", "pull_request"]) {
        const pull_request = { base: { sha: "1".repeat(40) }, head: { sha: "2".repeat(40) } };
        await action(name, {
          repository,
          event: { name: event, payload: event === "schedule" ? {} : { number: 1, pull_request } },
          inputs: { ...inputs, "working-directory": folder },
          token: "t".repeat(20),
          env: { GITHUB_SERVER_URL: server.address, GITHUB_API_URL: server.address },
        });
      }
    }
    for (const { close } of [server, wrong]) close();
    expect(hostile.ran()).toBe("");
    expect(wrong.requests).toEqual([]);
    if (name !== "sbom") expect(server.requests).not.toEqual([]);
  },
);

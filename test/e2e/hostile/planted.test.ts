import { appendFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { cleanUp, gitRepository } from "@assay/testkit";
import { afterAll, expect, it } from "vitest";
import {
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

/** A server that refuses everything, and the credentials that came to it. */
async function refusing() {
  const credentials: string[] = [];
  const server = createServer((request, response) => {
    credentials.push(request.headers.authorization ?? "");
    response.statusCode = 403;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { credentials, address: `http://127.0.0.1:${port}`, close: () => server.close() };
}

/** A checkout of depth 1 with every command-valued setting in its configuration, and in a bare repository among its files. */
async function planted(attributes: string, config: string, program: string) {
  const repository = await gitRepository({ ...FILES, ".gitattributes": attributes });
  const head = await repository.commit("two", { "app/b": "b\n" });
  const { root } = repository;
  plantBare(join(root, "app"), config, {
    shallow: true,
    alternate: join(root, ".git/objects"),
  });
  const all = await repository.commit("three");
  writeFileSync(join(root, ".git/shallow"), `${head}\n`);
  appendFileSync(join(root, ".git/config"), config);
  plantHooks(join(root, ".git/hooks"), program);
  // From here on git itself would run what is planted.
  return { ...repository, git: async () => all };
}

it.each(["secrets", "licenses", "sbom", "check"])(
  "%s runs nothing that is planted",
  async (name) => {
    const { attributes, commands, program, ran } = plantedCommands();
    const server = await refusing();
    const wrong = await refusing();
    const leading = [
      setting("http", "proxy", wrong.address),
      setting(`http.${server.address}/`, "proxy", wrong.address),
      setting(`url.${wrong.address}/`, "insteadOf", `${server.address}/`),
    ];
    const repository = await planted(attributes, commands + leading.join(""), program);
    for (const folder of [".", "app"]) {
      await assay([name, folder], { cwd: repository.root });
      for (const event of ["schedule", "pull_request"]) {
        const pull_request = { base: { sha: "1".repeat(40) }, head: { sha: "2".repeat(40) } };
        await action(name, {
          repository,
          event: { name: event, payload: event === "schedule" ? {} : { number: 1, pull_request } },
          inputs: { "working-directory": folder },
          token: "t".repeat(20),
          env: { GITHUB_SERVER_URL: server.address, GITHUB_API_URL: server.address },
        });
      }
    }
    for (const { close } of [server, wrong]) close();
    expect(ran()).toBe("");
    expect(wrong.credentials).toEqual([]);
    if (name !== "sbom") expect(server.credentials).not.toEqual([]);
  },
);

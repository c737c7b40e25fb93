/** The client of registries beside crane and oras, on real registries. */
import { deepStrictEqual, strictEqual } from "node:assert";
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { digestOf, type ImageStore, openRegistry, parseReference, StoreError } from "@assay/oci";
import { registryContext } from "@assay/testkit";
import { peer } from "../peers.ts";
import type { InteropCase } from "../suite.ts";
import { type RealRegistry, startDockerRegistry, startRegistries } from "./servers.ts";

/** `robot` and `s3cret`. */
const USERS = "robot:$2b$08$abcdefghijklmnopqrstuuzi5E8Fg0yjKgTc5PCHx2LCyJ0fp5n/G\n";

export const registryReadCases: readonly InteropCase[] = [
  {
    name: "images, tags, blobs and referrers are what crane and oras say, in both registries",
    async run() {
      for (const registry of await startRegistries()) {
        await inFolder(async (folder) => {
          try {
            await compare(registry, folder);
          } finally {
            await registry.stop();
          }
        });
      }
    },
  },
  {
    name: "a login of crane's opens a registry with a password, and nothing else does",
    async run() {
      const registry = await startDockerRegistry(USERS);
      await inFolder(async (folder) => {
        try {
          const crane = (...args: readonly string[]) => run("crane", folder, args);
          crane("auth", "login", registry.host, "-u", "robot", "-p", "s3cret");
          push(registry, folder);
          const digest = crane("digest", `${registry.host}/team/app:1`);
          const read = async (config: string) => {
            const store = await open(registry, config);
            return await store.manifest("1").then(
              (found) => found?.descriptor.digest,
              (error) => (error instanceof StoreError ? error.failure : error),
            );
          };
          strictEqual(await read(folder), digest);
          strictEqual(await read(join(folder, "absent")), "unauthorized");
          crane("auth", "logout", registry.host);
          const wrong = { auths: { [registry.host]: { username: "robot", password: "wrong" } } };
          writeFileSync(join(folder, "config.json"), JSON.stringify(wrong));
          strictEqual(await read(folder), "unauthorized");
        } finally {
          await registry.stop();
        }
      });
    },
  },
];

async function compare(registry: RealRegistry, folder: string): Promise<void> {
  const repository = `${registry.host}/team/app`;
  const layer = push(registry, folder);
  for (const type of ["application/x.one", "application/x.two"]) {
    run("oras", folder, [
      "attach",
      "--plain-http",
      "--artifact-type",
      type,
      `${repository}:1`,
      "note.txt:text/plain",
    ]);
  }
  const digest = run("crane", folder, ["digest", `${repository}:1`]);
  const store = await open(registry, folder);
  const found = await store.manifest("1");
  strictEqual(found?.descriptor.digest, digest);
  strictEqual(
    Buffer.from(found.bytes).toString("utf8"),
    run("crane", folder, ["manifest", `${repository}:1`]),
  );
  const layers = found.manifest.kind === "image" ? found.manifest.layers : [];
  strictEqual(layers[0]?.digest, digestOf(layer));
  const chunks: Uint8Array[] = [];
  for (const descriptor of layers)
    for await (const part of store.blob(descriptor)) chunks.push(part);
  strictEqual(digestOf(Buffer.concat(chunks)), digestOf(layer));
  deepStrictEqual(await store.tags(), run("crane", folder, ["ls", repository]).split("\n").sort());
  const listed = JSON.parse(
    run("oras", folder, ["discover", "--plain-http", "--format", "json", `${repository}:1`]),
  );
  const theirs = (listed.referrers as { digest: string; artifactType: string }[]).map(
    (entry) => `${entry.digest} ${entry.artifactType}`,
  );
  const { manifests, notices } = await store.referrers(digest);
  deepStrictEqual(
    manifests.map((entry) => `${entry.descriptor.digest} ${entry.manifest.artifactType}`),
    theirs.sort(),
  );
  deepStrictEqual([theirs.length, notices], [2, []]);
  strictEqual(await store.manifest("absent"), undefined);
  await store.close();
}

/** An image of one layer of several parts; gives the layer. */
function push(registry: RealRegistry, folder: string): Buffer {
  writeFileSync(join(folder, "data"), randomBytes(9_000_000));
  writeFileSync(join(folder, "note.txt"), "note");
  execFileSync("tar", ["-cf", "layer.tar", "data"], { cwd: folder });
  const layer = execFileSync("gzip", ["-nc", "layer.tar"], { cwd: folder, maxBuffer: 2 ** 30 });
  writeFileSync(join(folder, "layer.tar.gz"), layer);
  run("crane", folder, ["append", "-f", "layer.tar.gz", "-t", `${registry.host}/team/app:1`]);
  return layer;
}

async function open(registry: RealRegistry, config: string): Promise<ImageStore> {
  const { context } = registryContext([registry.host], { environment: { DOCKER_CONFIG: config } });
  return await openRegistry(context, parseReference(`${registry.host}/team/app`));
}

function run(tool: "crane" | "oras", folder: string, args: readonly string[]): string {
  const env = { ...process.env, DOCKER_CONFIG: folder };
  return execFileSync(peer(tool), args, { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] })
    .toString("utf8")
    .trim();
}

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "assay-registry-"));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Real registries on loopback: Debian's docker-registry, which has no referrers API, and CUE's ociregistry, which has it. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { peersFolder } from "../peers.ts";

/** In one exact version, as the tools of `peers.ts`. */
const OCIREGISTRY = "cuelabs.dev/go/oci/ociregistry@v0.0.0-20251212221603-3adeb8663819";

export interface RealRegistry {
  readonly name: "docker-registry" | "ociregistry";
  /** `127.0.0.1:<port>`: what stands before the repository in a reference. */
  readonly host: string;
  readonly hasReferrers: boolean;
  stop(): Promise<void>;
}

/** Gets both where they are not there yet: that needs a network. */
export function installRegistries(): void {
  dockerRegistry();
  ociRegistry();
}

/** Both, one after the other. */
export async function startRegistries(): Promise<readonly RealRegistry[]> {
  return [await startDockerRegistry(), await startOciRegistry()];
}

/**
 * Version 2.8 of Debian, with its files in a folder that `stop` removes.
 *
 * @param users Lines of an htpasswd file (bcrypt): nobody else may do anything then.
 */
export async function startDockerRegistry(users?: string): Promise<RealRegistry> {
  const folder = mkdtempSync(join(tmpdir(), "assay-docker-registry-"));
  const host = `127.0.0.1:${await freePort()}`;
  const config = {
    version: 0.1,
    log: { level: "error" },
    storage: { filesystem: { rootdirectory: join(folder, "data") }, delete: { enabled: true } },
    http: { addr: host },
    ...(users === undefined
      ? {}
      : { auth: { htpasswd: { realm: "test", path: join(folder, "users") } } }),
  };
  writeFileSync(join(folder, "users"), users ?? "");
  // YAML reads JSON.
  writeFileSync(join(folder, "config.yml"), JSON.stringify(config));
  const child = spawn(dockerRegistry(), ["serve", join(folder, "config.yml")], {
    // It logs each 404.
    stdio: "ignore",
  });
  await answers(`http://${host}/v2/`, child);
  return {
    ...{ name: "docker-registry", host, hasReferrers: false },
    async stop() {
      await ended(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** In memory. */
export async function startOciRegistry(): Promise<RealRegistry> {
  const child = spawn(ociRegistry(), { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout });
  const { value: host } = await lines[Symbol.asyncIterator]().next();
  if (typeof host !== "string") throw new Error("ociregistry did not start");
  return { ...{ name: "ociregistry", host, hasReferrers: true }, stop: () => ended(child) };
}

function dockerRegistry(): string {
  const folder = join(peersFolder(), "docker-registry");
  const path = join(folder, "usr", "bin", "docker-registry");
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync("apt-get", ["download", "docker-registry"], { cwd: folder, stdio: "pipe" });
    const archive = readdirSync(folder).find((name) => name.endsWith(".deb")) ?? "";
    execFileSync("dpkg", ["-x", archive, "."], { cwd: folder, stdio: "pipe" });
  } catch (cause) {
    throw new Error("Debian's docker-registry can't be had: apt-get and its mirror are needed", {
      cause,
    });
  }
  return path;
}

function ociRegistry(): string {
  const folder = join(peersFolder(), "ociregistry");
  const path = join(folder, "registry");
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  const go = (...args: readonly string[]): void => {
    execFileSync("go", args, { cwd: folder, stdio: ["ignore", "inherit", "inherit"] });
  };
  rmSync(join(folder, "go.mod"), { force: true });
  go("mod", "init", "registry");
  go("get", OCIREGISTRY);
  go("build", "-o", path, join(import.meta.dirname, "registry", "main.go"));
  return path;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== "object" || address === null) throw new Error("no port is free");
  return address.port;
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  for (let tried = 0; tried < 100 && child.exitCode === null; tried++) {
    const ok = await fetch(url).then(
      (response) => response.ok || response.status === 401,
      () => false,
    );
    if (ok) return;
    await wait(100);
  }
  child.kill();
  throw new Error(`${url} does not answer`);
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill();
  await gone;
}

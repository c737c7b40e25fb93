import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { silentLogger } from "@assay/core";
import { expect, test } from "vitest";
import { builtInSource, isBuiltIn } from "./built-in.ts";
import { readMetadata, requireSignatures, roleKeys } from "./metadata.ts";
import { tufTrustedRoot } from "./trusted-root.ts";

const ROOT = join(import.meta.dirname, "../../../..");

/** Offline, with an empty cache. */
const run = () => {
  const notices: string[] = [];
  const now = () => new Date();
  return {
    notices,
    http: { request: () => Promise.reject(new Error("asked")) },
    offline: true,
    environment: { XDG_CACHE_HOME: "/nowhere" },
    clock: { now, wall: now },
    logger: { ...silentLogger, notice: (message: string) => void notices.push(message) },
  };
};

test.each([
  ["public", "https://tuf-repo-cdn.sigstore.dev", 16],
  ["github", "https://tuf-repo.github.com", 9],
] as const)("the root of %s is signed by its own keys", async (name, url, least) => {
  const source = await builtInSource(name);
  expect(source.url).toBe(url);
  const root = readMetadata(source.root, "root");
  requireSignatures(root, roleKeys(root, "root"), "its own");
  expect(roleKeys(root, "root").threshold).toBeGreaterThanOrEqual(2);
  expect(root.version).toBeGreaterThanOrEqual(least);
});

test("nothing else is built in", () => {
  for (const name of ["staging", "__proto__", "", "toString"]) expect(isBuiltIn(name)).toBe(false);
});

test("the public instance is trusted offline without a request, and its age is told", async () => {
  const offline = run();
  const { logs, certificateLogs, certificateAuthorities, timestampAuthorities } =
    await tufTrustedRoot(offline, await builtInSource("public"));
  // Whatever was logged once stays verifiable.
  expect(logs.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["rekor.sigstore.dev", "log2025-1.rekor.sigstore.dev"]),
  );
  expect(certificateLogs.length).toBeGreaterThanOrEqual(2);
  expect(certificateAuthorities.length).toBeGreaterThanOrEqual(2);
  expect(timestampAuthorities.length).toBeGreaterThanOrEqual(1);
  expect(offline.notices).toEqual([
    expect.stringMatching(/^Offline: the built-in trusted root of .* is used, \d+ days? old\.$/),
  ]);
});

test("of GitHub's instance the first root is built in, and no trusted root", async () => {
  await expect(tufTrustedRoot(run(), await builtInSource("github"))).rejects.toThrow(
    /No trusted root is kept, and the run is offline/,
  );
});

test("the files are what their script writes", () => {
  execFileSync(process.execPath, ["scripts/refresh-tuf-roots.ts", "--check"], { cwd: ROOT });
});

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

it("making bundles loads no HTTP client but the guarded one", () => {
  const entry = new URL("../sign.ts", import.meta.url).href;
  const script = `
    import { createRequire } from "node:module";
    await import(${JSON.stringify(entry)});
    console.log(Object.keys(createRequire(import.meta.url).cache).join("\\n"));`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    cwd: fileURLToPath(new URL(".", import.meta.url)),
    encoding: "utf8",
  });
  const loaded = [...stdout.matchAll(/node_modules\/((?:@[^/]+\/)?[^/]+)/g)].map(
    ([, name]) => name,
  );
  expect(stderr).toBe("");
  // Its builders are in use, and nothing of what its index brings along.
  expect(new Set(loaded)).toContain("@sigstore/sign");
  const clients = ["make-fetch-happen", "minipass-fetch", "cacache", "https-proxy-agent"];
  expect(clients.filter((name) => loaded.includes(name))).toEqual([]);
});

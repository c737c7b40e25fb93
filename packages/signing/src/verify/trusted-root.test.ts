import { writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import {
  cleanUp,
  MINI_IDENTITY,
  publishTuf,
  startMiniSigstore,
  temporaryFolder,
  tufKey,
  tufMetadata,
  tufRoot,
} from "@assay/testkit";
import { afterAll, expect, test } from "vitest";
import { keylessRun, rulesOf, sign, verify } from "../test/run.ts";

afterAll(cleanUp);

test("a file is verified by the trusted root of a TUF repository, and offline by what is kept of it", async () => {
  const mini = await startMiniSigstore();
  const root = await temporaryFolder();
  await writeFile(join(root, "f"), "content");
  await sign(keylessRun(root, mini), {
    files: ["f"],
    tokenRequestUrl: mini.tokenUrl,
    fulcioUrl: mini.fulcioUrl,
    rekorUrls: [mini.rekorV1Url],
    allowPublicLog: true,
  });
  await mini.close();

  const roles = {
    root: [tufKey()],
    timestamp: [tufKey()],
    snapshot: [tufKey()],
    targets: [tufKey()],
  };
  const files = new Map<string, Uint8Array>();
  publishTuf(files, { version: 1, roles, target: mini.trustedRoot });
  await writeFile(join(root, "1.root.json"), tufMetadata(tufRoot(1, roles), roles.root));
  const server = createServer((request, response) => {
    const found = files.get(request.url?.slice(1) ?? "");
    response.writeHead(found === undefined ? 404 : 200).end(found);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const environment = { XDG_CACHE_HOME: await temporaryFolder() };
  const rules = async (tufRootPath: string, hosts: readonly string[]) =>
    rulesOf(
      await verify(
        { root, environment, hosts },
        {
          files: ["f"],
          certificateIdentity: MINI_IDENTITY,
          certificateOidcIssuer: mini.issuer.url,
          tufUrl: url,
          tufRoot: tufRootPath,
        },
      ),
    );
  expect(await rules("1.root.json", [url])).toEqual([]);
  await new Promise((resolve) => server.close(resolve));
  expect(await rules("1.root.json", [])).toEqual([]);
  await writeFile(
    join(root, "other.root.json"),
    tufMetadata(tufRoot(1, { ...roles, root: [tufKey()] }), roles.root),
  );
  await expect(rules("other.root.json", [url])).rejects.toThrow(
    /TUF: root.json of version 1 is signed by 0|no answer/,
  );
});

test.each([
  [{ tufUrl: "https://x.test" }, /`tuf-url` is https:..x.test, and `tuf-root` is not given/],
  [{ tufRoot: "r.json" }, /`tuf-root` is given without `tuf-url`/],
  [{ trustMaxAge: 1, trustedRoot: "root.json" }, /`trust-max-age` is given without `tuf-url`/],
  [{ tufUrl: "public", trustedRoot: "root.json" }, /`trusted-root` is given together/],
  [{ tufUrl: "http://x.test/root.json" }, /a trusted root needs https/],
  [
    { tufUrl: "https://x.test", tufRoot: "r", trustedRoot: "root.json" },
    /`trusted-root` is given together/,
  ],
  [{ tufUrl: "https://x.test", tufRoot: "gone" }, /`tuf-root` is gone/],
  [{ tufUrl: "ftp://x.test", tufRoot: "r.json" }, /must be an http/],
] as const)("%j is a mistake", async (options, message) => {
  const root = await temporaryFolder();
  await writeFile(join(root, "r.json"), "{}");
  const who = { certificateIdentity: "x", certificateOidcIssuer: "y" };
  await expect(verify({ root }, { files: ["f"], ...who, ...options })).rejects.toThrow(message);
});

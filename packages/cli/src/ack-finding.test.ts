import { generateKeyPairSync } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { cleanUp, temporaryFolder } from "@assay/testkit";
import { afterAll, expect, it } from "vitest";
import { runCli } from "./cli.ts";
import { fakeTerminal } from "./test/terminal.ts";

afterAll(cleanUp);

/** A project with a package under a licence that is denied, and without advisories. */
async function project() {
  const root = await temporaryFolder();
  const left = { version: "1.0.0", license: "GPL-3.0-only" };
  const lock = { name: "app", lockfileVersion: 3, packages: { "": {}, "node_modules/left": left } };
  await writeFile(join(root, "package-lock.json"), JSON.stringify(lock));
  await writeFile(join(root, "assay.yml"), "offline: true\n");
  return {
    root,
    async ack(...argv: string[]) {
      const terminal = fakeTerminal(root);
      const exitCode = await runCli(["ack", ...argv, "--owner", "ann"], terminal);
      return { exitCode, err: terminal.err() };
    },
    ids: async () =>
      (await readFile(join(root, ".assay/acknowledgements.yml"), "utf8").catch(() => "")).match(
        /(?<=^- id: ").*(?="$)/gm,
      ),
  };
}

it("takes the rule of what is found, and nothing else", async () => {
  const { ack, ids } = await project();
  expect(await ack("licenses.denied", "--package", "left@<2")).toEqual({ exitCode: 0, err: "" });
  const other = await ack("licenses.denied", "--package", "right");
  expect(other.exitCode).toBe(2);
  expect(other.err).toContain("No finding has the id `licenses.denied` and the package right");
  expect(other.err).toContain("There are: left@1.0.0");
  const rule = await ack("licenses.unknown");
  expect(rule.err).toContain("No finding has the id `licenses.unknown`");
  expect(rule.err).toContain("`--force` writes it all the same. There are: licenses.denied, ");
  expect(await ids()).toEqual(["licenses.denied"]);
});

it("says what is no id at all, and writes it where it is told to", async () => {
  const { ack, ids } = await project();
  expect((await ack("left of it")).err).toContain(
    '"left of it" is no id of an advisory, fingerprint or rule',
  );
  expect(await ids()).toBeNull();
  expect(await ack("left of it", "--force")).toMatchObject({ exitCode: 0 });
  expect(await ids()).toEqual(["left of it"]);
});

it("runs no act, and finds the check of a rule that is not called after it", async () => {
  const { ack, root } = await project();
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  await writeFile(join(root, "key.pem"), privateKey.export({ type: "pkcs8", format: "pem" }));
  await writeFile(
    join(root, "assay.yml"),
    "offline: true\nchecks: [licenses]\nsign: { files: [package-lock.json], key: key.pem }\n",
  );
  expect((await ack("sign.key-problem")).err).toContain("No finding has the id `sign.key-problem`");
  expect(await readdir(root)).toEqual(["assay.yml", "key.pem", "package-lock.json"]);
  expect(await ack("dependabot.present")).toEqual({ exitCode: 0, err: "" });
});

it("writes with a warning where advisories can't be read here", async () => {
  const { ack, ids } = await project();
  const { exitCode, err } = await ack("CVE-2026-2");
  expect(exitCode).toBe(0);
  expect(err).toContain("warning: Whether a finding has this id is not known:");
  expect(await ids()).toEqual(["CVE-2026-2"]);
});

import { checkContext } from "@assay/testkit";
import { expect, test } from "vitest";
import { fakeToken } from "../test/run-check.ts";
import { imageSecretScanner } from "./scanner.ts";

const [OLD, NEW] = ["1", "2"].map((character) => `sha256:${character.repeat(64)}`);
const bytes = (text: string) => Buffer.from(text);

async function scan(
  files: readonly (readonly [path: string, layer: string | undefined, text: string])[],
) {
  const scanner = await imageSecretScanner(checkContext("/"), { maxDecodeDepth: 5 });
  for (const [path, layer, text] of files) {
    const content = bytes(text);
    if (layer === undefined || scanner.wants({ path, size: content.length, head: content }))
      scanner.add({ path, layer }, content);
  }
  return scanner.finish(({ path, layer }) => ({
    label:
      layer === OLD
        ? "linux/amd64, layer 1 of 2"
        : layer === NEW
          ? "linux/amd64, layer 2 of 2"
          : "linux/amd64",
    hidden: layer === OLD && path === "app/.env",
    base: layer === OLD && path !== "app/.env",
  }));
}

test("a secret that a later layer deletes is found, and said to be there still", async () => {
  const { findings, sensitive } = await scan([["app/.env", OLD, `TOKEN=${fakeToken("A")}\n`]]);
  expect(sensitive).toBe(true);
  expect(findings).toMatchObject([
    {
      ruleId: "secrets.planetscale-api-token",
      location: { path: "app/.env", startLine: 1 },
      evidence: [
        { label: "Layer", value: `linux/amd64, layer 1 of 2, ${OLD}, hidden by a later layer` },
        { label: "Secret" },
        {},
      ],
    },
  ]);
  expect(findings[0]?.message).toMatch(
    /in app\/\.env, which a later layer deletes or replaces: whoever has the image can still read it$/,
  );
  expect(findings[0]?.location).not.toHaveProperty("commit");
  expect(JSON.stringify(findings)).not.toContain(fakeToken("A"));
});

test("one secret of several layers is one finding with each layer; that of the base image alone is said", async () => {
  const { findings } = await scan([
    ["app/.env", NEW, fakeToken("A")],
    ["app/.env", OLD, fakeToken("A")],
    ["etc/token", OLD, fakeToken("B")],
    ["image config: env", undefined, `TOKEN=${fakeToken("C")}`],
  ]);
  expect(
    findings.map(({ message, evidence = [] }) => [
      message.replace(/^.* in /, ""),
      evidence.filter(({ label }) => label === "Layer").map(({ value }) => value),
    ]),
  ).toEqual([
    [
      "app/.env",
      [
        `linux/amd64, layer 1 of 2, ${OLD}, hidden by a later layer`,
        `linux/amd64, layer 2 of 2, ${NEW}`,
      ],
    ],
    ["etc/token of the base image", [`linux/amd64, layer 1 of 2, ${OLD}`]],
    ["image config: env", ["linux/amd64"]],
  ]);
});

test("files of the system, of installed packages and of no text are left out, and counted", async () => {
  const { findings, coverage } = await scan([
    ["usr/share/doc/openssl/key.pem", OLD, fakeToken("A")],
    ["usr/share/doc/openssl/other.pem", OLD, fakeToken("A")],
    ["app/node_modules/a/test.js", NEW, fakeToken("A")],
    ["app/program", NEW, `\u007fELF\u0000${fakeToken("A")}`],
    ["app/large.txt", NEW, `${fakeToken("A")}${" ".repeat(8 * 1024 * 1024)}`],
  ]);
  expect(findings.map(({ ruleId, severity }) => [ruleId, severity])).toEqual([
    ["secrets.nothing-scanned", "info"],
  ]);
  expect(coverage.skipped).toEqual([
    { item: "large files", reason: "larger than 8388608 bytes (1 file)" },
    { item: "node_modules", reason: "files of the system or of installed packages (1 file)" },
    { item: "usr/share", reason: "files of the system or of installed packages (2 files)" },
  ]);
});

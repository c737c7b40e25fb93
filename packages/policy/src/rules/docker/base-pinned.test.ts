import { expect, test } from "vitest";
import { aRepository, violationsOf } from "../../test/repository.ts";
import { dockerBasePinned } from "./base-pinned.ts";

const DIGEST = `@sha256:${"a".repeat(64)}`;
const judge = async (files: Record<string, string>) =>
  (await violationsOf(dockerBasePinned, files)).map(({ path, place, confidence, key, message }) => [
    path,
    `${place?.startLine}:${place?.startColumn}-${place?.endColumn}`,
    confidence,
    key,
    message,
  ]);

test("images without a digest are found at their names", async () => {
  expect(
    await judge({
      Dockerfile: `ARG V=1\nFROM golang:$V AS b\nCOPY --from=busybox /a /a\nFROM b\n`,
      "a/web.dockerfile": "ARG X\nFROM $X\n",
      "test/Containerfile": "FROM alpine\n",
    }),
  ).toEqual([
    [
      "Dockerfile",
      "2:6-15",
      undefined,
      "FROM golang:$V",
      "`FROM golang:$V` (golang:1): it has no digest; `@sha256:` is required.",
    ],
    [
      "Dockerfile",
      "3:13-20",
      undefined,
      "COPY --from busybox",
      "`COPY --from busybox`: it has no digest; `@sha256:` is required.",
    ],
    [
      "a/web.dockerfile",
      "2:6-8",
      "low",
      "FROM $X",
      "`FROM $X`: an argument without default decides the image; `@sha256:` is required.",
    ],
    [
      "test/Containerfile",
      "1:6-12",
      "low",
      "FROM alpine",
      "`FROM alpine`: it has no digest; `@sha256:` is required.",
    ],
  ]);
});

test("digests, also by an argument, and templates are fine", async () => {
  expect(
    await judge({
      Dockerfile: `ARG D=${DIGEST}\nFROM a:1${DIGEST}\nFROM b\${D}\nFROM scratch\n`,
      "Dockerfile.j2": "FROM {{ image }}\n",
      "b/Dockerfile": "FROM {{ image }}\n",
      "Dockerfile.dockerignore": "FROM x\n",
    }),
  ).toEqual([]);
});

test("a digest that is too short is none; without a Dockerfile there is nothing to judge", async () => {
  expect(await judge({ Dockerfile: "FROM a@sha256:abc\n" })).toHaveLength(1);
  expect(await dockerBasePinned.judge(aRepository({}))).toEqual({ violations: [], looked: 0 });
});

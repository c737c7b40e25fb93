import { expect, test } from "vitest";
import { dockerImages } from "./read.ts";

const read = (text: string) =>
  dockerImages(text).map(({ by, image, isOpen, line, column }) => [
    by,
    image,
    isOpen,
    `${line}:${column}`,
  ]);

test("stages, scratch and numbers of stages are no images", () => {
  expect(
    read(`# syntax=docker/dockerfile:1
FROM --platform=$BUILDPLATFORM golang:1.24 AS build
FROM build AS test
FROM scratch
COPY --from=build /a /a
COPY --from=0 /a /a
COPY --chown=1 --from=busybox:1 /a /a
RUN --mount=type=bind,from=test,target=/t --mount=type=cache,target=/c,from=alpine:3 true
copy --from=7 /a /a
`),
  ).toEqual([
    ["FROM", "golang:1.24", false, "2:32"],
    ["COPY --from", "busybox:1", false, "7:23"],
    ["RUN --mount", "alpine:3", false, "8:77"],
    ["COPY --from", "7", false, "9:13"],
  ]);
});

test("defaults of arguments are put in, arguments without one leave the image open", () => {
  expect(
    read(`ARG V=3.20 NAME="alpine"
ARG BASE=\${NAME}:$V
ARG OPEN
FROM \${BASE}
FROM \${OPEN:-busybox}:1
FROM \${OPEN}
ARG BASE=other
FROM \${V:+x}$BASE
`),
  ).toEqual([
    ["FROM", "alpine:3.20", false, "4:6"],
    ["FROM", "busybox:1", false, "5:6"],
    ["FROM", "${OPEN}", true, "6:6"],
    ["FROM", "xalpine:3.20", false, "8:6"],
  ]);
});

test("continued lines, comments between, heredocs and the escape directive", () => {
  expect(
    read(
      'FROM \\\n  # why\n\n  a:1 \\\n  AS x\r\nRUN <<EOF\nFROM no\nEOF\nCOPY <<-"END" /x\nFROM no\n\tEND\nFROM b\n',
    ),
  ).toEqual([
    ["FROM", "a:1", false, "4:3"],
    ["FROM", "b", false, "12:6"],
  ]);
  expect(read("# escape=`\nFROM `\n  a\nRUN dir C:\\\nFROM b\n").map(([, image]) => image)).toEqual(
    ["a", "b"],
  );
  expect(read("FROM\nCOPY --from= a\n\n")).toEqual([]);
});

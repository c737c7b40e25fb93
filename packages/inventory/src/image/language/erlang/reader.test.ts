import { expect, test } from "vitest";
import { edges, readWith, said } from "../../test/read.ts";
import { erlangInstalled } from "./reader.ts";

const app = (name: string, version: string, ...needs: string[]) =>
  `{application, ${name}, [\n  {description, "x"},\n  {vsn, "${version}"},\n  {applications, [${needs.join(", ")}]}\n]}.\n`;

test("a release: packages of Hex, and what comes with Erlang", async () => {
  const reading = await readWith(erlangInstalled, {
    files: {
      "app/lib/cowboy-2.10.0/ebin/cowboy.app": app("cowboy", "2.10.0", "kernel", "cowlib", "gone"),
      "app/lib/cowlib-2.12.1/ebin/cowlib.app": app("cowlib", "2.12.1", "kernel"),
      "app/lib/kernel-9.1/ebin/kernel.app": app("kernel", "9.1"),
      "app/lib/other-1/ebin/not_other.app": app("x", "1"),
      "app/lib/broken-1/ebin/broken.app": "{application, broken",
      "app/lib/long-1/ebin/long.app": app("long", "1") + "{applications,[".repeat(60_000),
      "Applications/x-1/Contents/x.app": "x",
    },
  });
  expect(said(reading)).toEqual([
    "pkg:hex/cowboy@2.10.0",
    "pkg:hex/cowlib@2.12.1",
    "kernel@9.1 bundled",
    "pkg:hex/long@1",
  ]);
  expect(edges(reading)).toEqual([
    "cowboy 2.10.0 > cowlib 2.12.1 runtime",
    "cowboy 2.10.0 > kernel 9.1 runtime",
    "cowlib 2.12.1 > kernel 9.1 runtime",
  ]);
  expect(reading.broken).toEqual([
    "app/lib/broken-1/ebin/broken.app names no application and version",
  ]);
  expect([...(reading.explained ?? [])]).toContain("app/lib/cowboy-2.10.0/");
});

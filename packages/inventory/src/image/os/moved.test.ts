import type { TarPart } from "@assay/testkit";
import { expect, it } from "vitest";
import { readImageInventory } from "../read-image.ts";
import { imageOf } from "../test/layered.ts";

const STATUS =
  "Package: zlib1g\nStatus: install ok installed\nArchitecture: amd64\nVersion: 1.3\n\n";
const status = (name: string): TarPart => ({ name, data: STATUS });
const link = (name: string, to: string): TarPart => ({ name, type: "2", link: to });
const hard = (name: string, to: string): TarPart => ({ name, type: "1", link: to });

const RELEASE: TarPart = { name: "etc/os-release", data: "ID=debian\nVERSION_ID=13\n" };

async function read(...layers: readonly (readonly TarPart[])[]) {
  const { components, skipped } = await readImageInventory(imageOf([RELEASE], ...layers));
  return [
    ...[...components.values()].map(({ component }) => component.name),
    ...skipped.map(({ item, reason }) => `${item}: ${reason.replace(/, in layer.*$/, "")}`),
  ];
}

it("reads a database by its own name and by hard links to it", async () => {
  expect(await read([status("var/lib/dpkg/status")])).toEqual(["zlib1g"]);
  expect(await read([status("tmp/x"), hard("var/lib/dpkg/status", "tmp/x")])).toEqual(["zlib1g"]);
  expect(await read([status("tmp/x")], [hard("var/lib/dpkg/status", "tmp/x")])).toEqual(["zlib1g"]);
  const empty = { name: "tmp/x", data: "" };
  expect(await read([empty], [hard("var/lib/dpkg/status", "tmp/x")])).toEqual([]);
});

it.each([
  ["of its folder", link("var/lib/dpkg", "/opt/db"), "opt/db/status"],
  ["of a folder above", link("var", "opt"), "opt/lib/dpkg/status"],
  ["of itself", link("var/lib/dpkg/status", "../../../opt/s"), "opt/s"],
])("says that it lies elsewhere by a link %s", async (_, by, place) => {
  const expected = [
    `var/lib/dpkg/status: through a link it is ${place}, where no packages are looked for`,
  ];
  expect(await read([by, status(place)])).toEqual(expected);
  expect(await read([status(place)], [by])).toEqual(expected);
});

it("says that a layer names it by a way through a link", async () => {
  const expected = [
    "var/lib/dpkg/status: through a link it is opt/dpkg/status, where no packages are looked for",
  ];
  expect(await read([link("opt", "var/lib"), status("opt/dpkg/status")])).toEqual(expected);
  expect(await read([link("opt", "var/lib")], [status("opt/dpkg/status")])).toEqual(expected);
  const own = status("var/lib/dpkg/status");
  expect(await read([own, link("opt", "/var/lib")], [status("opt/dpkg/status")])).toEqual(expected);
});

it("says that a hard link leads to a file by a way that no layer names", async () => {
  const parts = [link("a", "tmp"), status("tmp/x"), hard("var/lib/dpkg/status", "a/x")];
  expect(await read(parts)).toEqual([
    "var/lib/dpkg/status: it is a hard link to a/x, which is no file by that name",
  ]);
  expect(await read(parts, [{ name: "var/lib/dpkg/.wh.status" }])).toEqual([]);
});

it("takes a hard link to a symbolic link for that link", async () => {
  const parts = [status("opt/s"), link("x", "/opt/s"), hard("var/lib/dpkg/status", "x")];
  expect(await read(parts)).toEqual([
    "var/lib/dpkg/status: through a link it is opt/s, where no packages are looked for",
  ]);
  const honest = [status("var/lib/dpkg/status"), link("a.jar", "b"), hard("c.jar", "a.jar")];
  expect(await read(honest)).toEqual(["zlib1g"]);
});

it("has nothing to say of folders that are links by rule", async () => {
  const apk = "P:zlib\nV:1.3-r0\nA:x86_64\n\n";
  const installed = (name: string) => ({ name, data: apk });
  const usr = installed("usr/lib/apk/db/installed");
  const byLink = installed("lib/apk/db/installed");
  expect(await read([link("lib", "usr/lib"), usr])).toEqual(["zlib"]);
  expect(await read([link("lib", "usr/lib"), usr], [byLink])).toEqual(["zlib"]);
  expect(await read([link("lib", "usr/lib")], [byLink])).toEqual([
    "usr/lib/apk/db/installed: through a link it is lib/apk/db/installed, where no packages are looked for",
  ]);
  expect(await read([link("var/lib/rpm", "../../usr/lib/sysimage/rpm")])).toEqual([]);
});

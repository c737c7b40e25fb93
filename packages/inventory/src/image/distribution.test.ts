import { expect, it } from "vitest";
import { readImageInventory } from "./read-image.ts";
import type { Distribution } from "./reader.ts";
import { imageOf } from "./test/layered.ts";

type Part = {
  readonly name: string;
  readonly data?: string;
  readonly type?: string;
  readonly link?: string;
};

async function distribution(...parts: readonly Part[]): Promise<Distribution | undefined> {
  return (await readImageInventory(imageOf(parts), { readers: [] })).distribution;
}

const at = (name: string, data: string): Part => ({ name, data });

it("reads os-release as a shell would, and follows its link", async () => {
  const text = [
    'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"',
    "NAME='Debian GNU/Linux'",
    '# ID="comment"',
    "VERSION_ID=11",
    'VERSION_ID="12"',
    "VERSION_CODENAME=bookworm",
    "ID=Debian",
    'ID_LIKE="fedora rhel"',
    'VARIANT_ID="a\\$b"',
    "CPE_NAME=cpe:/o:x:y:1",
    'HOME_URL=""',
  ].join("\n");
  expect(
    await distribution(at("usr/lib/os-release", text), {
      name: "etc/os-release",
      type: "2",
      link: "../usr/lib/os-release",
    }),
  ).toEqual({
    id: "debian",
    idLike: ["fedora", "rhel"],
    versionId: "12",
    codename: "bookworm",
    name: "Debian GNU/Linux",
    prettyName: "Debian GNU/Linux 12 (bookworm)",
    variantId: "a$b",
    cpeName: "cpe:/o:x:y:1",
  });
});

it("takes etc before usr/lib, and the upper layer before the lower", async () => {
  const image = imageOf(
    [at("etc/os-release", "ID=old"), at("usr/lib/os-release", "ID=vendor")],
    [at("etc/os-release", "ID=new")],
  );
  expect((await readImageInventory(image, { readers: [] })).distribution?.id).toBe("new");
});

it.each<readonly [string, string, string, string | undefined, string | undefined]>([
  ["etc/alpine-release", "3.19.1\n", "alpine", "3.19.1", undefined],
  ["etc/debian_version", "12.5\n", "debian", "12.5", undefined],
  ["etc/debian_version", "trixie/sid\n", "debian", undefined, "trixie"],
  ["etc/redhat-release", "CentOS Linux release 7.9.2009 (Core)\n", "centos", "7.9.2009", undefined],
  [
    "etc/redhat-release",
    "Red Hat Enterprise Linux Server release 6.10 (Santiago)",
    "rhel",
    "6.10",
    undefined,
  ],
  ["etc/system-release", "Amazon Linux release 2 (Karoo)", "amzn", "2", undefined],
  [
    "etc/lsb-release",
    "DISTRIB_ID=Ubuntu\nDISTRIB_RELEASE=14.04\nDISTRIB_CODENAME=trusty",
    "ubuntu",
    "14.04",
    "trusty",
  ],
])("goes by %s where there is no os-release: %j", async (name, text, id, versionId, codename) => {
  expect(await distribution(at(name, text))).toEqual({
    id,
    idLike: [],
    ...(versionId === undefined ? {} : { versionId }),
    ...(codename === undefined ? {} : { codename }),
  });
});

it("says nothing where nothing says it, or what does is broken", async () => {
  expect(await distribution(at("app", "1"))).toBeUndefined();
  expect(await distribution(at("etc/os-release", "no assignment"))).toBeUndefined();
  expect(await distribution(at("etc/os-release", "ID=`rm -rf`"))).toBeUndefined();
  expect(await distribution(at("etc/os-release", `ID=${"x".repeat(70_000)}`))).toBeUndefined();
});

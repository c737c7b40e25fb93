import { expect, test } from "vitest";
import type { Distribution } from "../reader.ts";
import { osPurl } from "./purl.ts";

const of = (id: string, versionId?: string, codename?: string): Distribution => ({
  id,
  idLike: [],
  ...(versionId === undefined ? {} : { versionId }),
  ...(codename === undefined ? {} : { codename }),
});

test.each([
  ["deb", of("debian", "12"), "pkg:deb/debian/a@1?arch=x&distro=debian-12"],
  ["deb", of("debian", undefined, "trixie"), "pkg:deb/debian/a@1?arch=x&distro=debian-trixie"],
  ["deb", of("ubuntu", "24.04"), "pkg:deb/ubuntu/a@1?arch=x&distro=ubuntu-24.04"],
  ["apk", of("wolfi", "20230201"), "pkg:apk/wolfi/a@1?arch=x&distro=wolfi-20230201"],
  ["rpm", of("rhel", "9.4"), "pkg:rpm/redhat/a@1?arch=x&distro=rhel-9.4"],
  ["rpm", of("amzn", "2023"), "pkg:rpm/amazon/a@1?arch=x&distro=amzn-2023"],
  ["rpm", of("ol", "9.4"), "pkg:rpm/oracle/a@1?arch=x&distro=ol-9.4"],
  ["rpm", of("sles", "15.5"), "pkg:rpm/suse/a@1?arch=x&distro=sles-15.5"],
  ["rpm", of("sles_sap", "15.5"), "pkg:rpm/suse/a@1?arch=x&distro=sles_sap-15.5"],
  ["rpm", of("opensuse-leap", "15.5"), "pkg:rpm/opensuse/a@1?arch=x&distro=opensuse-leap-15.5"],
  ["rpm", of("rocky", "9.4"), "pkg:rpm/rocky/a@1?arch=x&distro=rocky-9.4"],
  ["rpm", of("photon", "5.0"), "pkg:rpm/photon/a@1?arch=x&distro=photon-5.0"],
  ["alpm", of("arch"), "pkg:alpm/arch/a@1?arch=x&distro=arch"],
])("a package of the type %s in %o", (type, distribution, purl) =>
  expect(osPurl(type, { name: "a", version: "1", arch: "x" }, distribution)).toEqual({
    purl,
    guessed: false,
  }),
);

test("an epoch is a qualifier of an rpm and part of the version of a deb", () => {
  const entry = { name: "a", version: "2:1.0-1", arch: "x" };
  expect(osPurl("rpm", { ...entry, epoch: 2 }, of("fedora", "40")).purl).toBe(
    "pkg:rpm/fedora/a@1.0-1?arch=x&distro=fedora-40&epoch=2",
  );
  expect(osPurl("deb", entry, of("debian", "12")).purl).toBe(
    "pkg:deb/debian/a@2:1.0-1?arch=x&distro=debian-12",
  );
});

test("the source is named where it is another, its version where that is another", () => {
  const purl = (source: { name: string; version?: string }) =>
    osPurl("deb", { name: "a", version: "1", source }, of("debian", "12")).purl;
  expect(purl({ name: "a" })).toBe("pkg:deb/debian/a@1?distro=debian-12");
  expect(purl({ name: "b" })).toBe("pkg:deb/debian/a@1?distro=debian-12&upstream=b");
  expect(purl({ name: "a", version: "0" })).toBe(
    "pkg:deb/debian/a@1?distro=debian-12&upstream=a%400",
  );
});

test("without a distribution the vendor is a guess, and without that there is no purl", () => {
  const entry = { name: "a", version: "1" };
  expect(osPurl("rpm", { ...entry, vendor: "Red Hat, Inc." }, undefined)).toEqual({
    purl: "pkg:rpm/redhat/a@1",
    guessed: true,
  });
  expect(osPurl("rpm", entry, undefined)).toEqual({ guessed: false });
  expect(osPurl("rpm", { name: "", version: "1" }, of("fedora", "40"))).toEqual({ guessed: false });
});

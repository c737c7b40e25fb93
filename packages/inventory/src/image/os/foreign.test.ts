import { expect, it } from "vitest";
import { isForeign } from "./purl.ts";

const on = (id: string) => ({ id, idLike: [] });

it.each([
  ["deb", "Debian Python Team <team+python@tracker.debian.org>", "debian", false],
  ["deb", "Ubuntu Developers <ubuntu-devel-discuss@lists.ubuntu.com>", "ubuntu", false],
  [
    "deb",
    "Debian Ruby Team <pkg-ruby-extras-maintainers@lists.alioth.debian.org>",
    "debian",
    false,
  ],
  ["deb", "Kali Developers <devel@kali.org>", "kali", false],
  ["deb", "NodeSource Support <support@nodesource.com>", "debian", true],
  ["deb", "Kubernetes Authors <kubernetes-dev+release@googlegroups.com>", "debian", true],
  ["deb", undefined, "debian", false],
  ["rpm", "Fedora Project", "rocky", false],
  ["rpm", "Red Hat, Inc.", "rhel", false],
  ["rpm", "http://openeuler.org", "openEuler", false],
  ["rpm", "Docker", "fedora", true],
  ["rpm", "NodeSource", undefined, true],
  ["apk", "A person <a@example.org>", "alpine", false],
] as const)("%s by %s on %s: foreign is %s", (type, vendor, id, foreign) => {
  const entry = { name: "a", vendor };
  expect(isForeign(type, entry, id === undefined ? undefined : on(id))).toBe(foreign);
});

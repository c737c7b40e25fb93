import { expect, test } from "vitest";
import { readImageInventory } from "../read-image.ts";
import { imageOf } from "../test/layered.ts";
import { zipOf } from "../test/zip.ts";

const file = (name: string, data: string | Uint8Array) => ({ name, data });
const json = (value: object) => JSON.stringify(value);

test("an image of three layers: locked and installed, removed, replaced, and brought by the distribution", async () => {
  const lock = json({
    name: "shop",
    version: "1.0.0",
    lockfileVersion: 3,
    packages: {
      "": {
        name: "shop",
        version: "1.0.0",
        dependencies: { a: "^1" },
        devDependencies: { t: "1" },
      },
      "node_modules/a": { version: "1.2.0", license: "MIT" },
      "node_modules/t": { version: "1.0.0", dev: true },
    },
  });
  const debian = "usr/lib/python3/dist-packages/six-1.16.0.egg-info";
  const image = await readImageInventory(
    imageOf(
      [
        file("etc/os-release", "ID=debian\nVERSION_ID=12\n"),
        file(
          "var/lib/dpkg/status",
          "Package: python3-six\nStatus: install ok installed\nVersion: 1.16.0-4\nArchitecture: all\n\n",
        ),
        file("var/lib/dpkg/info/python3-six.list", `/.\n/${debian}\n`),
        file(debian, "Name: six\nVersion: 1.16.0\n"),
        file(
          "app/package.json",
          json({ name: "shop", version: "1.0.0", dependencies: { a: "^1" } }),
        ),
        file("app/node_modules/a/package.json", json({ name: "a", version: "1.2.0" })),
        file("app/node_modules/gone/package.json", json({ name: "gone", version: "6.6.6" })),
      ],
      [file("app/package-lock.json", lock), file("app/node_modules/.wh.gone", "")],
      [
        file("app/node_modules/a/package.json", json({ name: "a", version: "1.2.0" })),
        file(
          "srv/x-1.0.jar",
          zipOf({
            "META-INF/maven/g/x/pom.properties": "groupId=g\nartifactId=x\nversion=1.0\n",
          }),
        ),
      ],
    ),
  );
  const places = [...image.components.values()].map(({ component, places: all }) => [
    component.purl,
    ...all.map(({ path, layer, since, evidence }) => `${evidence} ${path} ${layer} ${since}`),
  ]);
  expect(places.sort()).toEqual([
    [
      "pkg:deb/debian/python3-six@1.16.0-4?arch=all&distro=debian-12",
      "installed var/lib/dpkg/status 0 0",
    ],
    [
      "pkg:generic/shop@1.0.0#app",
      "installed app/package.json 0 0",
      "lockfile app/package-lock.json 1 1",
    ],
    ["pkg:maven/g/x@1.0", "installed srv/x-1.0.jar 2 2"],
    [
      "pkg:npm/a@1.2.0",
      "installed app/node_modules/a/package.json 2 0",
      "lockfile app/package-lock.json 1 1",
    ],
  ]);
  const edges = image.inventory.graphs.flatMap((graph) => graph.edges);
  expect(edges).toEqual([
    {
      from: "app/package.json#shop@1.0.0",
      to: "app/node_modules/a/package.json#a@1.2.0",
      kind: "runtime",
      requirement: "^1",
    },
  ]);
  const a = [...image.components.values()].find(({ component }) => component.name === "a");
  expect(a?.component).toMatchObject({ declaredLicense: "MIT", direct: true, scope: "runtime" });
  expect([...image.parts.values()].flat().map(({ component }) => component.purl)).toEqual([
    "pkg:pypi/six@1.16.0",
  ]);
  expect(image.notices).toEqual([
    "/app/package-lock.json locks 1 package for development or optional use that is not installed: left out.",
  ]);
});

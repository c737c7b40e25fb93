import { describe, expect, it } from "vitest";
import type { ImageComponent, ImageEvidence, ImageReading } from "./reader.ts";
import { settle } from "./settle.ts";

// `bin` and `lib` are links, as after the merge of /usr.
const tree = { resolve: (path: string) => path.replace(/^(?=(?:bin|lib)(?:\/|$))/, "usr/") };

function found(
  id: string,
  purl: string,
  paths: readonly string[],
  evidence: ImageEvidence = "installed",
): ImageComponent {
  const [, type = "", name = "", version] =
    /^pkg:([^/]+)\/(?:.*\/)?([^@?]+)(?:@([^?]+))?/.exec(purl) ?? [];
  return {
    component: {
      id,
      name,
      ...(version === undefined ? {} : { version }),
      kind: "library",
      ecosystem: type,
      purl,
      firstParty: false,
      scope: "runtime",
      artifacts: [],
      location: { path: paths[0] ?? "" },
      aliases: [],
      flags: [],
    },
    places: paths.map((path) => ({ path, layer: 0, since: 0, evidence })),
  };
}

const summary = (components: readonly ImageComponent[]) =>
  components.map(({ component: { id }, places }) => [id, places.map(({ path }) => path)]);

const DEB = found("dpkg#requests", "pkg:deb/debian/python3-requests@2.31.0-1", [
  "var/lib/dpkg/status",
]);
const DIST_INFO = "usr/lib/python3/dist-packages/requests-2.31.0.dist-info/METADATA";

describe("settle", () => {
  it("makes the package of a language in a deb part of the deb, over links of folders", () => {
    const own = found("py#requests", "pkg:pypi/requests@2.31.0", [DIST_INFO]);
    const settled = settle(
      new Map<string, ImageReading>([
        [
          "dpkg",
          { components: [DEB], owned: new Map([[DEB.component.id, [`lib${DIST_INFO.slice(7)}`]]]) },
        ],
        ["python", { components: [own] }],
      ]),
      { tree },
    );
    expect(settled.components).toEqual([
      { ...DEB, properties: [["assay:image:part", "pkg:pypi/requests@2.31.0"]] },
    ]);
    expect(settled.parts).toEqual(new Map([["dpkg#requests", [own]]]));
  });

  it("keeps it for the places that no package of the system has", () => {
    const elsewhere = "usr/local/lib/python3.12/site-packages/requests-2.31.0.dist-info/METADATA";
    const own = found("py#requests", "pkg:pypi/requests@2.31.0", [DIST_INFO, elsewhere]);
    const settled = settle(
      new Map<string, ImageReading>([
        ["dpkg", { components: [DEB], owned: new Map([[DEB.component.id, [DIST_INFO]]]) }],
        ["python", { components: [own] }],
      ]),
      { tree },
    );
    expect(summary(settled.components)).toEqual([
      ["dpkg#requests", ["var/lib/dpkg/status"]],
      ["py#requests", [elsewhere]],
    ]);
    expect(summary(settled.parts.get("dpkg#requests") ?? [])).toEqual([
      ["py#requests", [DIST_INFO]],
    ]);
  });

  it("keeps it where no distribution made the package: nobody else's advisories would be about it", () => {
    const foreign: ImageComponent = {
      ...found("dpkg#kubectl", "pkg:deb/debian/kubectl@1.31", ["var/lib/dpkg/status"]),
      properties: [["assay:image:vendor", "Kubernetes Authors <a@example.org>"]],
    };
    const module = found("go#m", "pkg:golang/m@v1.0.0", ["usr/bin/kubectl"], "build-record");
    const settled = settle(
      new Map<string, ImageReading>([
        [
          "dpkg",
          { components: [foreign], owned: new Map([["dpkg#kubectl", ["usr/bin/kubectl"]]]) },
        ],
        ["programs", { components: [module] }],
      ]),
      { tree },
    );
    expect(settled.components).toEqual([
      foreign,
      { ...module, properties: [["assay:image:part-of", "pkg:deb/debian/kubectl@1.31"]] },
    ]);
    expect(settled.parts).toEqual(new Map());
  });

  it("does not believe the list for a file that was changed after the installation", () => {
    const own = found("py#requests", "pkg:pypi/requests@2.32.0", [DIST_INFO]);
    const reading: ImageReading = {
      components: [DEB],
      owned: new Map([[DEB.component.id, [DIST_INFO]]]),
      ownedDigests: new Map([[DIST_INFO, "md5:aa"]]),
    };
    const readings = new Map([
      ["dpkg", reading],
      ["python", { components: [own] }],
    ]);
    const settled = settle(readings, { tree, digestsOf: () => ["sha256:cc", "md5:bb"] });
    expect(settled.components).toEqual([
      { ...DEB, properties: [["assay:image:changed-file", `/${DIST_INFO}`]] },
      own,
    ]);
    expect(settled.parts).toEqual(new Map());
    expect(settled.notices).toEqual([
      `1 file of packages was changed after the installation: /${DIST_INFO}.`,
    ]);
    const same = settle(readings, { tree, digestsOf: () => ["sha256:cc", "md5:aa"] });
    expect([summary(same.components), same.notices]).toEqual([
      [["dpkg#requests", ["var/lib/dpkg/status"]]],
      [],
    ]);
    // Nothing to compare with is no change.
    expect(settle(readings, { tree, digestsOf: () => ["sha256:cc"] }).parts.size).toBe(1);
  });

  it("keeps what is bundled in a package of another language", () => {
    const wheel = found("py#lab", "pkg:pypi/lab@1.0", ["app/lab-1.0.dist-info/METADATA"]);
    const bundled = found("npm#x", "pkg:npm/x@1.0.0", ["app/lab/node_modules/x/package.json"]);
    const settled = settle(
      new Map<string, ImageReading>([
        [
          "python",
          {
            components: [wheel],
            owned: new Map([["py#lab", ["app/lab/node_modules/x/package.json"]]]),
          },
        ],
        ["npm", { components: [bundled] }],
      ]),
      { tree },
    );
    expect(settled.components).toEqual([bundled, wheel]);
    expect(settled.parts).toEqual(new Map());
  });

  it("makes one component of what several readers find, and leads edges to it", () => {
    const locked: ImageComponent = {
      ...found("lock#x", "pkg:npm/x@1.0.0", ["app/package-lock.json"], "lockfile"),
      source: { name: "source-of-x" },
    };
    const withHash: ImageComponent = {
      ...locked,
      component: {
        ...locked.component,
        artifacts: [{ hashes: [{ algorithm: "SHA-512", value: "ab" }] }],
        flags: ["deprecated"],
      },
    };
    const installed = found("npm#x", "pkg:npm/x@1.0.0", [
      "app/node_modules/y/node_modules/x/package.json",
      "app/node_modules/x/package.json",
    ]);
    const app = found("lock#y", "pkg:npm/y@2.0.0", ["app/package-lock.json"], "lockfile");
    const settled = settle(
      new Map<string, ImageReading>([
        [
          "lock",
          {
            components: [withHash, app],
            edges: [{ from: "lock#y", to: "lock#x", kind: "runtime" }],
          },
        ],
        ["npm", { components: [installed] }],
      ]),
      { tree },
    );
    expect(settled.components).toEqual([
      app,
      {
        component: {
          ...installed.component,
          artifacts: [{ hashes: [{ algorithm: "SHA-512", value: "ab" }] }],
          flags: ["deprecated"],
        },
        places: [
          { path: "app/node_modules/x/package.json", layer: 0, since: 0, evidence: "installed" },
          {
            path: "app/node_modules/y/node_modules/x/package.json",
            layer: 0,
            since: 0,
            evidence: "installed",
          },
          { path: "app/package-lock.json", layer: 0, since: 0, evidence: "lockfile" },
        ],
        source: { name: "source-of-x" },
      },
    ]);
    expect(settled.edges).toEqual([{ from: "lock#y", to: "npm#x", kind: "runtime" }]);
  });

  it("takes for needed what one record needs and another only builds with", () => {
    const needed = found("cargo#cc", "pkg:cargo/cc@1.0.0", ["usr/bin/a"], "build-record");
    const other = found("cargo#cc#build", "pkg:cargo/cc@1.0.0", ["usr/bin/b"], "build-record");
    const built: ImageComponent = {
      ...other,
      component: { ...other.component, scope: "development" },
    };
    const settled = settle(new Map([["programs", { components: [built, needed] }]]), { tree });
    expect(settled.components).toEqual([
      { ...needed, places: [...needed.places, ...built.places] },
    ]);
  });

  it("never merges two versions, nor what has none", () => {
    const components = [
      found("a", "pkg:golang/app", ["app/a"]),
      found("b", "pkg:golang/app", ["app/b"]),
      found("c", "pkg:npm/x@1.0.0", ["c/node_modules/x/package.json"]),
      found("d", "pkg:npm/x@1.0.1", ["d/node_modules/x/package.json"]),
    ];
    const settled = settle(new Map([["all", { components }]]), { tree });
    expect(settled.components).toEqual(components);
  });

  it("takes nothing new from what programs of packages say of themselves", () => {
    const note = (id: string, purl: string, path: string): ImageComponent => ({
      ...found(id, purl, [path], "build-record"),
      properties: [["assay:image:elf-note", "package"]],
    });
    const copied = note("note#c", "pkg:deb/debian/other@2.0?arch=amd64", "app/other");
    const go = found("go#m", "pkg:golang/m@v1.0.0", ["usr/bin/m"], "build-record");
    const settled = settle(
      new Map<string, ImageReading>([
        [
          "dpkg",
          { components: [DEB], owned: new Map([[DEB.component.id, ["usr/bin/m", "usr/bin/n"]]]) },
        ],
        [
          "programs",
          {
            components: [
              // Of a file that the package has.
              note("note#a", "pkg:deb/debian/python3-requests@2.31.0-1?arch=all", "usr/bin/n"),
              // Of a file of the package that was copied elsewhere.
              note("note#b", "pkg:deb/debian/python3-requests@2.31.0-1?arch=all", "app/n"),
              copied,
              found("text#node", "pkg:generic/node@20.0.0", ["usr/bin/n"], "version-string"),
              go,
            ],
          },
        ],
      ]),
      { tree },
    );
    expect(settled.components).toEqual([
      { ...DEB, properties: [["assay:image:part", "pkg:golang/m@v1.0.0"]] },
      copied,
    ]);
    expect(settled.parts).toEqual(new Map([["dpkg#requests", [go]]]));
  });

  it("lists the programs that nothing explains", () => {
    const at = (path: string) => ({ path, layer: 1, sha256: "00", kind: "elf" as const });
    const settled = settle(
      new Map<string, ImageReading>([
        [
          "dpkg",
          {
            components: [DEB],
            owned: new Map([[DEB.component.id, ["bin/ls", "opt/bitnami/redis/"]]]),
          },
        ],
        [
          "npm",
          {
            components: [found("npm#x", "pkg:npm/x@1.0.0", ["app/node_modules/x/package.json"])],
            explained: ["app/node_modules/x/"],
          },
        ],
        [
          "binaries",
          {
            components: [],
            explained: ["usr/local/bin/app", "opt/jdk/"],
            executables: [
              "usr/local/bin/unknown",
              "usr/bin/ls",
              "usr/local/bin/app",
              "opt/jdk/bin/java",
              "opt/bitnami/redis/bin/redis-server",
              "app/node_modules/x/build/x.node",
              "app/tool",
            ].map(at),
          },
        ],
      ]),
      { tree },
    );
    expect(settled.unidentified).toEqual([at("app/tool"), at("usr/local/bin/unknown")]);
  });

  it("knows the programs that come with what a record is about", () => {
    const records = [
      "opt/java/release",
      "usr/local/bundle/specifications/nokogiri-1.16.0.gemspec",
      "usr/share/dotnet/shared/Microsoft.NETCore.App/8.0.1/Microsoft.NETCore.App.deps.json",
      "app/App.deps.json",
      "usr/local/lib/R/library/stringi/DESCRIPTION",
    ];
    const components = records.map((path, at) => found(`r${at}`, `pkg:generic/r${at}@1`, [path]));
    const executables = [
      "opt/java/lib/libjvm.so",
      "usr/local/bundle/gems/nokogiri-1.16.0/lib/nokogiri.so",
      "usr/local/bundle/extensions/x86_64-linux/3.3.0/nokogiri-1.16.0/nokogiri.so",
      "usr/local/bundle/gems/other-1.0/other.so",
      "usr/share/dotnet/dotnet",
      "usr/share/dotnet/host/fxr/8.0.1/libhostfxr.so",
      "usr/share/dotnet/other",
      "app/App",
      "app/App.dll",
      "app/Library.dll",
      "app/runtimes/linux-x64/native/libx.so",
      "app/tool",
      "app/plugins/Plugin.dll",
      "usr/local/lib/R/library/stringi/libs/stringi.so",
    ].map((path) => ({ path, layer: 0, sha256: "00", kind: "elf" as const }));
    const { unidentified } = settle(new Map([["all", { components, executables }]]), { tree });
    expect(unidentified.map(({ path }) => path)).toEqual([
      "app/plugins/Plugin.dll",
      "app/tool",
      "usr/local/bundle/gems/other-1.0/other.so",
      "usr/share/dotnet/other",
    ]);
  });
});

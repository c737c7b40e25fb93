import { createHash } from "node:crypto";
import { VERSION } from "@assay/core";
import { expect, test } from "vitest";
import { SBOM_FORMATS, type SbomFormat } from "../options.ts";
import { readDocument } from "../read/document.ts";
import { cycloneDxErrors } from "../test/cyclonedx-schema.ts";
import { spdxErrors } from "../test/spdx-structure.ts";
import { validateDocument } from "../validate/document.ts";
import { imageDocument } from "./document.ts";
import { imageDocuments } from "./documents.ts";
import { AMD64, ARM, IMAGE, INDEX } from "./test/image.ts";

const OPTIONS = { formats: ["cyclonedx-1.6"], index: INDEX } as const;
const IMAGES = [AMD64, ARM].map((subject) => ({ subject, image: IMAGE }));
const PURL =
  "pkg:oci/app@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa?arch=amd64&os=linux&repository_url=registry.example%2Fteam%2Fapp";
const LAYERS = ["1", "3"].map((character) => `sha256:${character.repeat(64)}`);

const json = (bytes: Uint8Array) => JSON.parse(Buffer.from(bytes).toString("utf8"));
const documentsOf = async (formats: readonly SbomFormat[], environment = {}) =>
  (await imageDocuments({ environment }, IMAGES, { ...OPTIONS, formats })).artifacts;

test("an image is the container of its digest, with the system, every package and every program below it", async () => {
  const document = await imageDocument(IMAGE, AMD64, "2026-01-31T12:00:00Z");
  const said = document.components.map(({ ref, type, parent, dependencies, properties }) => ({
    ref,
    type,
    parent,
    dependencies,
    properties: Object.fromEntries(properties),
  }));
  const deb = "pkg:deb/debian/python3-six@1.16.0-4?arch=all&distro=debian-12";
  const upper = {
    "assay:image:base": "false",
    "assay:image:evidence": "installed",
    "assay:image:layer": LAYERS[1],
    "assay:image:since": LAYERS[1],
  };
  const dpkg = { ...upper, "assay:image:path": "var/lib/dpkg/status" };
  expect(said).toEqual([
    {
      ref: "file:app/tool",
      type: "file",
      parent: undefined,
      dependencies: "unknown",
      properties: {
        "assay:image:base": "false",
        "assay:image:layer": LAYERS[1],
        "assay:image:path": "app/tool",
        "assay:image:unidentified": "elf",
      },
    },
    {
      ref: "operating-system:debian@12",
      type: "operating-system",
      parent: undefined,
      dependencies: "unknown",
      properties: { "assay:image:distribution:codename": "bookworm" },
    },
    {
      ref: "pkg:deb/debian/libc6@2.36-9?arch=amd64&distro=debian-12",
      type: "library",
      parent: undefined,
      dependencies: "complete",
      properties: {
        ...dpkg,
        "assay:image:base": "true",
        "assay:image:since": LAYERS[0],
        "assay:image:source": "glibc@2.36-9",
      },
    },
    { ref: deb, type: "library", parent: undefined, dependencies: "complete", properties: dpkg },
    {
      ref: "pkg:npm/left-pad@1.3.0",
      type: "library",
      parent: undefined,
      dependencies: "unknown",
      properties: { ...upper, "assay:image:path": "app/node_modules/left-pad/package.json" },
    },
    {
      ref: "pkg:pypi/six@1.16.0",
      type: "library",
      parent: deb,
      dependencies: "unknown",
      properties: {
        ...upper,
        "assay:image:path": "usr/lib/python3/dist-packages/six.dist-info/METADATA",
      },
    },
  ]);
  expect(document.subject).toMatchObject({
    ref: PURL,
    type: "container",
    name: "app",
    version: AMD64.digest,
    purl: PURL,
    supplier: { name: "Team" },
    hashes: [{ algorithm: "SHA-256", value: "a".repeat(64) }],
    references: [{ type: "vcs", url: "https://git.example/team/app" }],
    pedigree: {
      ancestors: [
        {
          type: "container",
          name: "docker.io/library/debian:12",
          purl: `pkg:oci/debian@sha256:${"b".repeat(64)}?repository_url=docker.io%2Flibrary%2Fdebian`,
        },
      ],
    },
  });
  expect(document.edges.map(({ from, to }) => [from, to])).toEqual([
    [deb, "pkg:deb/debian/libc6@2.36-9?arch=amd64&distro=debian-12"],
    [PURL, "file:app/tool"],
    [PURL, "operating-system:debian@12"],
    [PURL, deb],
    [PURL, "pkg:npm/left-pad@1.3.0"],
  ]);
  expect(document.completeness).toBe("incomplete");
  expect(document.annotations).toEqual([
    { ref: PURL, text: "app/node_modules says nothing of what its packages need." },
    {
      ref: PURL,
      text: "No record explains 1 executable file: each is a component of the type file.",
    },
  ]);
  expect(document.tools).toEqual([{ name: "assay", version: VERSION }]);
  expect(document.lifecycles).toEqual(["post-build"]);
});

test("every format's documents of a platform and of the index are valid and read back whole", async () => {
  const artifacts = await documentsOf(SBOM_FORMATS);
  expect(artifacts).toHaveLength(SBOM_FORMATS.length * 3);
  for (const { name, format, bytes } of artifacts) {
    expect([name, (await validateDocument(name, bytes)).problems]).toEqual([name, []]);
    const { document } = await readDocument(name, bytes);
    expect([name, document.components.length]).toEqual([name, name.includes(".index.") ? 2 : 6]);
    if (format === "cyclonedx-1.6") expect(cycloneDxErrors(json(bytes), "1.6")).toEqual([]);
    if (format === "cyclonedx-1.7") expect(cycloneDxErrors(json(bytes), "1.7")).toEqual([]);
    if (format === "spdx-2.3") expect(spdxErrors(json(bytes))).toEqual([]);
  }
});

test("each platform has files of its own, and the index names them with their hashes", async () => {
  const artifacts = await documentsOf(["cyclonedx-1.6", "spdx-2.3"]);
  const names = ["linux-amd64.cdx.json", "linux-amd64.spdx.json", "linux-arm-v7.cdx.json"];
  expect(artifacts.map(({ name, digest }) => [name, digest])).toEqual([
    ["sbom.index.cdx.json", INDEX.digest],
    ["sbom.index.spdx.json", INDEX.digest],
    ...names.map((name, index) => [`sbom.${name}`, (index < 2 ? AMD64 : ARM).digest]),
    ["sbom.linux-arm-v7.spdx.json", ARM.digest],
  ]);
  const bytesOf = (name: string) =>
    artifacts.find((each) => each.name === name)?.bytes ?? new Uint8Array();
  const hash = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
  const index = json(bytesOf("sbom.index.cdx.json"));
  const [amd64] = index.components;
  expect(index.metadata.component).toMatchObject({ type: "container", version: INDEX.digest });
  expect(amd64).toMatchObject({
    type: "container",
    version: AMD64.digest,
    externalReferences: [
      {
        type: "bom",
        url: `urn:cdx:${json(bytesOf("sbom.linux-amd64.cdx.json")).serialNumber.slice(9)}/1`,
        comment: "sbom.linux-amd64.cdx.json",
        hashes: [{ alg: "SHA-256", content: hash(bytesOf("sbom.linux-amd64.cdx.json")) }],
      },
      { type: "vcs" },
    ],
  });
  const spdx = json(bytesOf("sbom.index.spdx.json"));
  expect(spdx.packages[1].annotations[0].comment).toBe(
    `Its bill of materials is sbom.linux-amd64.spdx.json, SHA-256 ${hash(bytesOf("sbom.linux-amd64.spdx.json"))}.`,
  );
});

test("the same image gives the same bytes: the time is its own, or SOURCE_DATE_EPOCH's", async () => {
  const times = async (environment = {}) =>
    (await documentsOf(["cyclonedx-1.6"], environment)).map(
      ({ bytes }) => json(bytes).metadata.timestamp,
    );
  expect(await documentsOf(["cyclonedx-1.6"])).toEqual(await documentsOf(["cyclonedx-1.6"]));
  expect(await times()).toEqual(Array(3).fill("2026-01-31T12:00:00.000Z"));
  expect(await times({ SOURCE_DATE_EPOCH: "0" })).toEqual(
    Array(3).fill("1970-01-01T00:00:00.000Z"),
  );
});

test("an image without a time of its own gets none from the clock, and a notice says so", async () => {
  const subject = { name: "rootfs" };
  const { artifacts, notices } = await imageDocuments(
    { environment: {} },
    [{ subject, image: IMAGE }],
    { formats: ["cyclonedx-1.6"] },
  );
  expect(artifacts.map(({ name, digest }) => [name, digest])).toEqual([
    ["sbom.cdx.json", undefined],
  ]);
  expect(json(artifacts[0]?.bytes ?? new Uint8Array()).metadata.component).toMatchObject({
    "bom-ref": "container:rootfs",
    type: "container",
    name: "rootfs",
  });
  expect(notices).toEqual([
    "The documents carry the time 1970-01-01T00:00:00Z: the image does not say when it was created, and SOURCE_DATE_EPOCH is not set.",
  ]);
});

test("two images of one platform have names of their own", async () => {
  const { artifacts } = await imageDocuments(
    { environment: {} },
    [AMD64, { ...AMD64, digest: ARM.digest }].map((subject) => ({ subject, image: IMAGE })),
    { formats: ["spdx-2.3"] },
  );
  expect(artifacts.map(({ name }) => name)).toEqual([
    "sbom.linux-amd64.spdx.json",
    "sbom.linux-amd64-dddddddddddd.spdx.json",
  ]);
});

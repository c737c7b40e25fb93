import { clip, plural, type ResultTable } from "@assay/core";
import { type Descriptor, isForeign } from "@assay/oci";
import type { Attached } from "../attached/find.ts";
import { bytesText, platformName, shortDigest } from "../names.ts";
import type { InspectedImage, InspectedPart } from "./inspected.ts";
import { environmentNames } from "./json.ts";

/** What people see of an image, the most asked for first. */
export function inspectTables(inspected: InspectedImage): readonly ResultTable[] {
  const { parts, attached } = inspected;
  const images = parts.filter(({ kind }) => kind === "image");
  const tables = [
    factsTable(inspected),
    platformsTable(inspected),
    attachedTable(attached, parts),
    ...images.flatMap((part) => [layersTable(part), configTable(part)]),
  ];
  return tables.filter(({ rows }) => rows.length > 0);
}

function factsTable({ image, parts, size, attached }: InspectedImage): ResultTable {
  const { root, store, reference } = image;
  const count = (kind: Attached["kind"]) =>
    attached.filter((one) => one.kind === kind).reduce((total, one) => total + one.count, 0);
  const base = parts.find((part) => part.base !== undefined)?.base;
  return {
    title: "Image",
    open: true,
    columns: ["What", "Value"],
    rows: [
      ["Reference", reference],
      [
        "Digest",
        store.isSynthetic === true ? "none: the archive holds no manifest" : root.descriptor.digest,
      ],
      ["Media type", root.descriptor.mediaType],
      ["Size as stored", bytesText(size)],
      ["Signatures, not verified", String(count("signature"))],
      ["Attestations, not verified", String(count("attestation"))],
      ["Bills of materials", String(count("sbom"))],
      ...(base === undefined
        ? []
        : [
            [
              "Base image",
              `${[base.name, base.digest].filter(Boolean).join("@")} (by ${base.by === "label" ? "label, which may be inherited" : "annotation"})`,
            ],
          ]),
      ...Object.entries(root.manifest.annotations).map(([name, value]) => [name, clip(value, 200)]),
    ],
  };
}

const KINDS = {
  index: "index",
  image: "image",
  attestations: "attestations of BuildKit",
  artifact: "artifact",
};

function platformsTable({ parts, image }: InspectedImage): ResultTable {
  return {
    title: "Platforms",
    open: true,
    columns: ["Platform", "Kind", "Digest", "Size", "Layers", "Note"],
    rows: parts.map((part) => {
      const { stored, kind, size } = part;
      const layers = stored.manifest.kind === "image" ? String(stored.manifest.layers.length) : "";
      const name = kind === "image" ? platformName(part.platform) : "";
      return [
        name,
        KINDS[kind],
        image.store.isSynthetic === true ? "" : stored.descriptor.digest,
        bytesText(size),
        layers,
        noteOf(part, parts),
      ];
    }),
  };
}

function noteOf(part: InspectedPart, parts: readonly InspectedPart[]): string {
  const { kind, platform, about, stored } = part;
  if (kind === "attestations") {
    const of = parts.find((one) => one.stored.descriptor.digest === about);
    const whose = of === undefined ? shortDigest(about ?? "") : platformName(of.platform);
    return `about ${whose}; other tools show it as unknown/unknown; not signed by itself`;
  }
  if (kind === "artifact") return stored.manifest.artifactType ?? "";
  if (kind === "image" && platform === undefined)
    return "neither index nor config names a platform";
  const twins = parts.filter(
    (one) => one.kind === "image" && platformName(one.platform) === platformName(platform),
  );
  return kind === "image" && twins.length > 1 ? `one of ${twins.length} for this platform` : "";
}

function attachedTable(
  attached: readonly Attached[],
  parts: readonly InspectedPart[],
): ResultTable {
  const nameOf = (digest: string) => {
    const part = parts.find((one) => one.stored.descriptor.digest === digest);
    if (part === undefined) return shortDigest(digest);
    return part.kind === "image"
      ? platformName(part.platform)
      : `${part.kind} ${shortDigest(digest)}`;
  };
  return {
    title: "Attached, not verified",
    open: true,
    columns: ["To", "What", "Type", "Found", "Digest"],
    rows: attached.map(
      ({ subject, kind, count, predicateTypes, artifactType, by, tag, digest }) => [
        nameOf(subject),
        count > 1 ? plural(count, kind) : kind,
        predicateTypes.length > 0 ? predicateTypes.join(", ") : (artifactType ?? ""),
        by === "tag" ? `tag ${tag}` : by === "index" ? "in the index" : "referrer",
        digest,
      ],
    ),
  };
}

function layersTable({ stored: { manifest }, platform }: InspectedPart): ResultTable {
  const layers = manifest.kind === "image" ? manifest.layers : [];
  return {
    title: `Layers of ${platformName(platform)}`,
    columns: ["#", "Digest", "Size", "Media type", "Note"],
    rows: layers.map((layer, at) => [
      ...[String(at + 1), layer.digest, bytesText(layer.size), layer.mediaType, layerNote(layer)],
    ]),
  };
}

function layerNote({ mediaType, annotations = {} }: Descriptor): string {
  if (mediaType.endsWith("+encrypted")) return "encrypted: its files can't be read";
  if (isForeign(mediaType)) return "may lie elsewhere than in the registry";
  if (!/tar(\.gzip|\.zstd|\+gzip|\+zstd)?$/.test(mediaType)) return "no file system";
  if ("containerd.io/snapshot/stargz/toc.digest" in annotations) return "eStargz";
  return Object.keys(annotations).some((name) => name.includes("zstd-chunked"))
    ? "zstd:chunked"
    : "";
}

function configTable({ config, platform }: InspectedPart): ResultTable {
  const {
    created,
    user,
    workingDir,
    entrypoint = [],
    cmd = [],
    env = [],
    labels = {},
  } = config ?? {};
  const rows = [
    ["Created", created],
    ["User", user ?? "root, where the container's host says nothing else"],
    ["Working folder", workingDir],
    ["Entrypoint", entrypoint.join(" ")],
    ["Command", cmd.join(" ")],
    ["Environment variables, without their values", environmentNames(env).join(", ")],
    ...Object.entries(labels).map(([name, value]) => [`Label ${name}`, clip(value, 200)]),
  ];
  return {
    title: `Config of ${platformName(platform)}`,
    columns: ["What", "Value"],
    rows: rows.flatMap(([name = "", value]) =>
      value === undefined || value === "" ? [] : [[name, value]],
    ),
  };
}

import { platformText } from "@assay/oci";
import { buildPurl } from "@assay/purl";
import type { ExternalReference, Property, SbomComponent } from "../model.ts";

/** What a document of an image says of the image itself. */
export interface ImageSubject {
  /** The last part of the repository's name, or what stands in for it: `app`. */
  readonly name: string;
  /** Without tag: `registry.example/team/app`; absent where it comes from no registry. */
  readonly repository?: string | undefined;
  /** Of the manifest; absent where there is none (an archive of Docker, a folder). */
  readonly digest?: string | undefined;
  readonly mediaType?: string | undefined;
  /** Of the config: the "image ID". */
  readonly configDigest?: string | undefined;
  readonly platform?:
    | {
        readonly os: string;
        readonly architecture: string;
        readonly variant?: string | undefined;
        readonly osVersion?: string | undefined;
      }
    | undefined;
  /** As the config says it. */
  readonly created?: string | undefined;
  /** Of the manifest: what was said when this very image was made. */
  readonly annotations?: Readonly<Record<string, string>> | undefined;
  /** Of the config: inherited from the base image where nobody set them again. */
  readonly labels?: Readonly<Record<string, string>> | undefined;
  readonly base?: BaseImage | undefined;
}

/** The image that another one was made from. */
export interface BaseImage {
  /** `docker.io/library/debian:12`. */
  readonly name?: string | undefined;
  readonly digest?: string | undefined;
  /** How many of the layers are its own, from the oldest on. */
  readonly layers?: number | undefined;
  /** Who says so: `annotations`, `history`. */
  readonly method: string;
  /** `proven`, `claimed`, `guessed`. */
  readonly confidence: string;
}

const OCI = "org.opencontainers.image.";
/** Annotations that are references, in the words of CycloneDX. */
const REFERENCES = [
  ["source", "vcs"],
  ["url", "website"],
  ["documentation", "documentation"],
] as const;

/** The image as the subject of a document: a container, called by its digest. */
export function imageComponent(
  subject: ImageSubject,
  layers: readonly {
    readonly digest: string;
    readonly diffId?: string | undefined;
  }[] = [],
): SbomComponent {
  const { name, digest, annotations = {}, labels = {}, base } = subject;
  const vendor = annotations[`${OCI}vendor`];
  const purl = imagePurl(subject);
  return {
    ref: purl ?? `container:${name}${digest === undefined ? "" : `@${digest}`}`,
    type: "container",
    name,
    version: digest ?? annotations[`${OCI}version`],
    description: annotations[`${OCI}description`],
    purl,
    supplier: vendor ? { name: vendor, urls: [], contacts: [] } : undefined,
    authors: [],
    hashes: digestHashes(digest),
    licenses: [],
    references: REFERENCES.flatMap(([key, type]): readonly ExternalReference[] => {
      const url = annotations[OCI + key];
      return url && URL.canParse(url) ? [{ type, url, hashes: [] }] : [];
    }),
    pedigree: base && pedigreeOf(base),
    properties: [
      ...propertiesOf(subject),
      ...Object.entries(labels)
        .filter(([label]) => label.startsWith(OCI))
        .map(([label, value]): Property => [`assay:image:label:${label.slice(OCI.length)}`, value]),
      ...layers.map(
        ({ digest: layer, diffId }, index): Property => [
          `assay:image:layers:${String(index).padStart(3, "0")}`,
          diffId === undefined || diffId === layer ? layer : `${layer} diff_id=${diffId}`,
        ],
      ),
    ].sort(([a], [b]) => (a < b ? -1 : 1)),
    places: [],
    dependencies: "incomplete",
  };
}

/** https://github.com/package-url/purl-spec/blob/main/types/oci-definition.json: only what has a digest has one. */
function imagePurl({ name, digest, repository, platform }: ImageSubject) {
  if (digest === undefined) return undefined;
  return buildPurl({
    type: "oci",
    name,
    version: digest,
    qualifiers: {
      arch: platform?.architecture,
      os: platform?.os,
      variant: platform?.variant,
      repository_url: repository,
    },
  });
}

/** A manifest's digest is the hash of its bytes. */
function digestHashes(digest: string | undefined): SbomComponent["hashes"] {
  const [, size, value] = /^sha(256|512):([0-9a-f]+)$/.exec(digest ?? "") ?? [];
  return value === undefined ? [] : [{ algorithm: `SHA-${size}`, value }];
}

/** `linux-amd64`, `linux-arm-v7`: a part of a file's name. */
export function platformFileName(platform: NonNullable<ImageSubject["platform"]>) {
  return platformText(platform)
    .replaceAll("/", "-")
    .replace(/[^A-Za-z0-9.-]+/g, "_");
}

function propertiesOf({ mediaType, configDigest, platform, base }: ImageSubject) {
  const said: readonly (readonly [string, string | number | undefined])[] = [
    ["architecture", platform?.architecture],
    ["os", platform?.os],
    ["os-version", platform?.osVersion],
    ["variant", platform?.variant],
    ["config", configDigest],
    ["media-type", mediaType],
    ["base:name", base?.name],
    ["base:digest", base?.digest],
    ["base:layers", base?.layers],
    ["base:method", base?.method],
    ["base:confidence", base?.confidence],
  ];
  return said.flatMap(([key, value]): readonly Property[] =>
    value === undefined || value === "" ? [] : [[`assay:image:${key}`, String(value)]],
  );
}

/** What it was made from. */
function pedigreeOf({ name, digest }: BaseImage): SbomComponent["pedigree"] {
  const repository = name?.replace(/@.*$/, "").replace(/:[^/:]*$/, "");
  const last = repository?.split("/").at(-1);
  if (last === undefined) return undefined;
  const purl = imagePurl({ name: last.toLowerCase(), digest, repository });
  return {
    patches: [],
    ancestors: [{ name: name ?? last, version: digest, purl, type: "container" }],
  };
}

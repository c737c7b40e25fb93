import { UsageError } from "@assay/core";

/** A kind of attestation: in names of bundles, and as statements have it. */
export interface PredicateKind {
  /** One word without dots. */
  readonly name: string;
  readonly type: string;
}

type Json = Readonly<Record<string, unknown>>;

interface Known {
  /** @returns the type's URI for this document. */
  readonly type: (document: Json) => string;
  /** What the document must have to be what it is said to be (in-toto attestation predicates, SPDX, CycloneDX, OpenVEX). */
  readonly marks: readonly (readonly [what: string, holds: (document: Json) => boolean])[];
}

const text = (name: string) =>
  [`a text \`${name}\``, (of: Json) => typeof of[name] === "string" && of[name] !== ""] as const;
const list = (name: string) =>
  [`a list \`${name}\``, (of: Json) => Array.isArray(of[name]) && of[name].length > 0] as const;
const among = (name: string, ...values: readonly string[]) =>
  [
    `\`${name}\` ${values.join(", ")}`,
    (of: Json) => typeof of[name] === "string" && values.includes(of[name]),
  ] as const;
const always = (type: string) => () => type;

const KINDS = {
  provenance: {
    type: always("https://slsa.dev/provenance/v1"),
    marks: [
      [
        "`buildDefinition.buildType`",
        (of) => typeof at(of, "buildDefinition", "buildType") === "string",
      ],
      [
        "`buildDefinition.externalParameters`",
        (of) => isJson(at(of, "buildDefinition", "externalParameters")),
      ],
      [
        "`runDetails.builder.id`",
        (of) => typeof at(of, "runDetails", "builder", "id") === "string",
      ],
    ],
  },
  cyclonedx: {
    type: always("https://cyclonedx.org/bom"),
    marks: [among("bomFormat", "CycloneDX"), text("specVersion")],
  },
  spdx: {
    type: (of) =>
      isSpdx3(of)
        ? "https://spdx.dev/Document/v3"
        : `https://spdx.dev/Document/v${String(of["spdxVersion"]).slice("SPDX-".length)}`,
    marks: [
      [
        "`spdxVersion` SPDX-2.x with `SPDXID`, or an SPDX 3 `@context` with `@graph`",
        (of) =>
          isSpdx3(of)
            ? Array.isArray(of["@graph"])
            : /^SPDX-2\.[0-9]$/.test(String(of["spdxVersion"])) && typeof of["SPDXID"] === "string",
      ],
    ],
  },
  openvex: {
    type: always("https://openvex.dev/ns"),
    marks: [
      [
        "`@context` https://openvex.dev/ns",
        (of) => String(of["@context"]).startsWith("https://openvex.dev/ns"),
      ],
      ...["@id", "author", "timestamp"].map(text),
      ["a number `version`", (of) => Number.isInteger(of["version"])],
      list("statements"),
    ],
  },
  "test-result": {
    type: always("https://in-toto.io/attestation/test-result/v0.1"),
    marks: [
      among("result", "PASSED", "WARNED", "FAILED"),
      ["a list `configuration`", (of) => Array.isArray(of["configuration"])],
    ],
  },
  scai: {
    type: always("https://in-toto.io/attestation/scai/v0.3"),
    marks: [
      list("attributes"),
      [
        "a text `attribute` in each of `attributes`",
        (of) =>
          Array.isArray(of["attributes"]) &&
          of["attributes"].every((one) => isJson(one) && typeof one["attribute"] === "string"),
      ],
    ],
  },
  link: { type: always("https://in-toto.io/attestation/link/v0.3"), marks: [text("name")] },
} as const satisfies Readonly<Record<string, Known>>;

const NAMES = Object.keys(KINDS);

/**
 * What `predicate-type` means.
 *
 * @returns `known` where the document of that type has marks.
 * @throws UsageError
 */
export function predicateKind(given: string): {
  readonly name: string;
  readonly known?: Known;
  readonly type?: string;
} {
  const known: Known | undefined = Object.hasOwn(KINDS, given)
    ? KINDS[given as keyof typeof KINDS]
    : undefined;
  if (known !== undefined) return { name: given, known };
  if (!/^https:\/\/\S{1,500}$/.test(given) || !URL.canParse(given)) {
    throw new UsageError(
      `\`predicate-type\` is "${given}"; ${NAMES.join(", ")} and https URIs are allowed`,
    );
  }
  // The last word of the path that is no version names it.
  const words = new URL(given).pathname.split("/").map((word) => word.replaceAll(/[^\w-]/g, "-"));
  const name = words.findLast((word) => word !== "" && !/^v?\d[\w-]*$/.test(word));
  return { name: name?.slice(0, 40) ?? "attestation", type: given };
}

/** @throws UsageError that names what the document lacks. */
export function kindOf(given: string, document: Json, path: string): PredicateKind {
  const { name, known, type } = predicateKind(given);
  const missing = (known?.marks ?? []).filter(([, holds]) => !holds(document));
  if (missing.length > 0) {
    throw new UsageError(
      `${path} is no predicate of type ${given}: it lacks ${missing.map(([what]) => what).join(", ")}`,
      { hint: "Give the document that belongs to this `predicate-type`, or the type of this one." },
    );
  }
  return { name, type: known?.type(document) ?? type ?? given };
}

function isSpdx3(document: Json): boolean {
  return JSON.stringify(document["@context"] ?? "").includes("spdx.org/rdf/3");
}

function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((found, name) => (isJson(found) ? found[name] : undefined), value);
}

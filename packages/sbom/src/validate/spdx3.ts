import { isRecord } from "@assay/core";
import { parseExpression } from "@assay/spdx";
import { entryOf } from "../entry-of.ts";
import type { SchemaProblem } from "./json-schema.ts";
import { quote } from "./quote.ts";

type Fields = Readonly<Record<string, unknown>>;

const CONTEXT = /^https:\/\/spdx\.org\/rdf\/3\.0\.[01]\/spdx-context\.jsonld$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
/** Elements of the model: what they must have, by name (https://spdx.github.io/spdx-spec/v3.0.1/model/). */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  CreationInfo: ["specVersion", "created", "createdBy"],
  software_Package: ["name"],
  software_File: ["name"],
  Relationship: ["from", "relationshipType", "to"],
  LifecycleScopedRelationship: ["from", "relationshipType", "to"],
  Annotation: ["annotationType", "subject"],
  simplelicensing_LicenseExpression: ["simplelicensing_licenseExpression"],
  simplelicensing_SimpleLicensingText: ["simplelicensing_licenseText"],
};
/** What may be named without standing in the graph: individuals of the model and licences of the list. */
const KNOWN_ELSEWHERE =
  /^(?:https?:\/\/spdx\.org\/(?:rdf|licenses)\/|NoneElement$|NoAssertionElement$|expandedlicensing_No)/;
/** Fields whose texts are ids of elements. */
const REFERENCES = [
  "from",
  "to",
  "rootElement",
  "element",
  "subject",
  "createdBy",
  "createdUsing",
  "suppliedBy",
  "originatedBy",
  "creationInfo",
];
/** The words of the model's vocabularies, by the field that holds one or a list of them. */
const WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  completeness: words("complete incomplete noAssertion"),
  relationshipType: words(
    "affects amendedBy ancestorOf availableFrom configures contains coordinatedBy copiedTo delegatedTo dependsOn descendantOf describes doesNotAffect expandsTo exploitCreatedBy fixedBy fixedIn foundBy generates hasAddedFile hasAssessmentFor hasAssociatedVulnerability hasConcludedLicense hasDataFile hasDeclaredLicense hasDeletedFile hasDependencyManifest hasDistributionArtifact hasDocumentation hasDynamicLink hasEvidence hasExample hasHost hasInput hasMetadata hasOptionalComponent hasOptionalDependency hasOutput hasPrerequisite hasProvidedDependency hasRequirement hasSpecification hasStaticLink hasTest hasTestCase hasVariant invokedBy modifiedBy other packagedBy patchedBy publishedBy reportedBy republishedBy serializedInArtifact testedOn trainedOn underInvestigationFor usesTool",
  ),
  scope: words("build design development other runtime test"),
  software_primaryPurpose: words(
    "application archive bom configuration container data device deviceDriver diskImage documentation evidence executable file filesystemImage firmware framework install library manifest model module operatingSystem other patch platform requirement source specification test",
  ),
  software_sbomType: words("analyzed build deployed design runtime source"),
};
const DIGITS: Readonly<Record<string, number>> = {
  md5: 32,
  sha1: 40,
  sha224: 56,
  sha256: 64,
  sha384: 96,
  sha512: 128,
  sha3_256: 64,
  sha3_384: 96,
  sha3_512: 128,
};

/**
 * The ways in which a JSON-LD document breaks the rules of SPDX 3.0 that decide whether it can be read: the shape of the elements that
 * a bill of materials has, ids that are unique and lead somewhere, one `SpdxDocument`.
 */
export function spdx3Problems(document: Fields): readonly SchemaProblem[] {
  const problems: SchemaProblem[] = [];
  const add = (message: string, ...path: readonly (string | number)[]) =>
    problems.push({ path, message });
  if (!CONTEXT.test(String(document["@context"])))
    add("it must be https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "@context");
  const graph = document["@graph"] as readonly unknown[];
  const ids = new Set<unknown>();
  for (const [index, each] of graph.entries()) {
    if (!isRecord(each)) {
      add("it must be an object", "@graph", index);
      continue;
    }
    const id = each["spdxId"] ?? each["@id"];
    if (typeof id === "string" && ids.has(id))
      add(
        `the id ${quote(id)} is given a second time`,
        "@graph",
        index,
        each["spdxId"] === undefined ? "@id" : "spdxId",
      );
    ids.add(id);
  }
  const external = new Set(
    graph
      .flatMap((each) => (isRecord(each) ? list(each["import"]) : []))
      .flatMap((each) => (isRecord(each) ? [each["externalSpdxId"]] : [])),
  );
  const documents = graph.filter((each) => isRecord(each) && each["type"] === "SpdxDocument");
  if (documents.length !== 1)
    add(
      `it has ${documents.length} elements of the type SpdxDocument; there must be one`,
      "@graph",
    );
  for (const [index, each] of graph.entries()) if (isRecord(each)) element(each, index);
  return problems;

  function element(each: Fields, index: number): void {
    const at = (message: string, ...path: readonly (string | number)[]) =>
      add(message, "@graph", index, ...path);
    const type = each["type"] ?? each["@type"];
    if (typeof type !== "string") return void at("it has no `type`");
    const isCreation = type === "CreationInfo";
    const id = each["spdxId"];
    if (!isCreation && typeof id === "string" && !/^[A-Za-z][A-Za-z0-9+.-]*:\S+$/.test(id))
      at(`it is ${quote(id)}; it must be an IRI`, "spdxId");
    const needed = [
      ...(entryOf(REQUIRED, type) ?? []),
      ...(isElement(type, each) ? ["spdxId", "creationInfo"] : []),
    ];
    for (const key of needed) {
      const value = each[key];
      if (value === undefined || value === "") at(`it has no \`${key}\``);
      else if (Array.isArray(value) && value.length === 0)
        at("it is empty; the least is one item", key);
    }
    if (isCreation && !TIME.test(String(each["created"])))
      at("it must be a time such as 2026-01-31T12:00:00Z", "created");
    for (const [key, known] of Object.entries(WORDS)) {
      for (const word of list(each[key])) {
        if (typeof word !== "string" || known.has(word)) continue;
        at(`it is ${quote(word)}; it must be one of ${[...known].join(", ")}`, key);
      }
    }
    for (const key of REFERENCES) {
      for (const [position, target] of list(each[key]).entries()) {
        const place = Array.isArray(each[key]) ? [key, position] : [key];
        if (
          typeof target === "string" &&
          !ids.has(target) &&
          !external.has(target) &&
          !KNOWN_ELSEWHERE.test(target)
        )
          at(`${quote(target)} is the id of nothing in the document`, ...place);
      }
    }
    for (const [position, hash] of list(each["verifiedUsing"]).entries()) {
      if (!isRecord(hash) || hash["type"] !== "Hash") continue;
      const { algorithm, hashValue } = hash;
      const digits = entryOf(DIGITS, String(algorithm));
      if (
        typeof hashValue !== "string" ||
        !/^[0-9a-fA-F]+$/.test(hashValue) ||
        (digits !== undefined && hashValue.length !== digits)
      )
        at(
          `it is ${quote(hashValue)}; a hash by ${String(algorithm)} has ${digits ?? "hex"} digits`,
          "verifiedUsing",
          position,
          "hashValue",
        );
    }
    const expression = each["simplelicensing_licenseExpression"];
    if (
      typeof expression === "string" &&
      !/^(?:NONE|NOASSERTION)$/.test(expression) &&
      !parseExpression(expression).ok
    )
      at(`${quote(expression)} is no licence expression`, "simplelicensing_licenseExpression");
  }
}

/** Whether it is an element, and no part of one: those have an id and say who made them. */
function isElement(type: string, each: Fields): boolean {
  return (
    type !== "CreationInfo" &&
    (each["spdxId"] !== undefined ||
      /^(?:SpdxDocument|software_|Relationship|LifecycleScoped|Annotation|Tool|Person|Organization|simplelicensing_)/.test(
        type,
      ))
  );
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(" "));
}

function list(value: unknown): readonly unknown[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

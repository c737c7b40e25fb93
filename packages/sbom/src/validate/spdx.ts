import { parseExpression } from "@assay/spdx";
import { type JsonPath, type SchemaProblem, schemaProblems } from "./json-schema.ts";
import { quote } from "./quote.ts";
import { CHECKSUM_DIGITS, SPDX_SCHEMA } from "./spdx-schema.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Every way in which a document breaks SPDX 2.2 or 2.3 (sections 6 to 11): its structure, then what its parts say of each other. */
export function spdxProblems(document: Fields): readonly SchemaProblem[] {
  const structure = schemaProblems(document, SPDX_SCHEMA, (reference) => {
    throw new TypeError(`the schema of SPDX refers to ${reference}`);
  });
  const elements = (["packages", "files", "snippets"] as const).flatMap((field) =>
    itemsOf(document, field),
  );
  return [
    ...structure,
    ...repeatedIds(elements),
    ...relationshipProblems(document, elements),
    ...elements.flatMap(checksumProblems),
    ...elements.flatMap(purlProblems),
    ...licenseProblems(document, elements),
  ];
}

interface Item {
  readonly path: JsonPath;
  readonly value: Fields;
}

function itemsOf(parent: Fields, field: string, above: JsonPath = []): readonly Item[] {
  const list = parent[field];
  if (!Array.isArray(list)) return [];
  return list.flatMap((value: unknown, index) =>
    typeof value === "object" && value !== null
      ? [{ path: [...above, field, index], value: value as Fields }]
      : [],
  );
}

function repeatedIds(elements: readonly Item[]): readonly SchemaProblem[] {
  const known = new Set<unknown>(["SPDXRef-DOCUMENT"]);
  return elements.flatMap(({ path, value: { SPDXID: id } }) => {
    if (!known.has(id)) {
      known.add(id);
      return [];
    }
    return [{ path: [...path, "SPDXID"], message: `the id ${quote(id)} is given a second time` }];
  });
}

function relationshipProblems(document: Fields, elements: readonly Item[]) {
  const known = new Set<unknown>([
    "SPDXRef-DOCUMENT",
    "NOASSERTION",
    "NONE",
    ...elements.map(({ value }) => value["SPDXID"]),
  ]);
  const external = new Set(
    itemsOf(document, "externalDocumentRefs").map(({ value }) => value["externalDocumentId"]),
  );
  const leadsNowhere = (id: unknown) =>
    typeof id === "string" && !known.has(id) && !external.has(id.split(":")[0]);
  const relationships = itemsOf(document, "relationships");
  const problems = relationships.flatMap(({ path, value }) =>
    ["spdxElementId", "relatedSpdxElement"].flatMap((side): SchemaProblem[] =>
      leadsNowhere(value[side])
        ? [
            {
              path: [...path, side],
              message: `${quote(value[side])} is the id of nothing in the document`,
            },
          ]
        : [],
    ),
  );
  const top: Item = { path: [], value: document };
  for (const { path, value } of [top, ...elements])
    for (const field of ["documentDescribes", "hasFiles", "snippetFromFile"])
      for (const [index, id] of [value[field] ?? []].flat().entries())
        if (leadsNowhere(id))
          problems.push({
            path: [...path, field, ...(Array.isArray(value[field]) ? [index] : [])],
            message: `${quote(id)} is the id of nothing in the document`,
          });
  const describes = document["documentDescribes"];
  const isDescribed =
    (Array.isArray(describes) && describes.length > 0) ||
    relationships.some(({ value }) => /^DESCRIBE[SD]/.test(String(value["relationshipType"])));
  if (!isDescribed && elements.length > 0)
    problems.push({
      path: [],
      message: "it says of no element that it describes it (`DESCRIBES`)",
    });
  return problems;
}

function checksumProblems({ path, value }: Item): readonly SchemaProblem[] {
  return itemsOf(value, "checksums", path).flatMap(({ path: at, value: checksum }) => {
    const { algorithm, checksumValue } = checksum;
    const digits = CHECKSUM_DIGITS.get(String(algorithm));
    if (
      digits === undefined ||
      typeof checksumValue !== "string" ||
      checksumValue.length === digits
    )
      return [];
    const message = `it has ${checksumValue.length} digits; a checksum by ${algorithm} has ${digits}`;
    return [{ path: [...at, "checksumValue"], message }];
  });
}

/** Annex F.3.5: a package URL. */
function purlProblems({ path, value }: Item): readonly SchemaProblem[] {
  return itemsOf(value, "externalRefs", path).flatMap(({ path: at, value: reference }) =>
    reference["referenceType"] === "purl" && !/^pkg:./.test(String(reference["referenceLocator"]))
      ? [{ path: [...at, "referenceLocator"], message: "it must be a package URL: `pkg:…`" }]
      : [],
  );
}

/** Section 10.1 and annex D: expressions that can be read, whose own references are explained in the document. */
function licenseProblems(document: Fields, elements: readonly Item[]): readonly SchemaProblem[] {
  const explained = new Set(
    itemsOf(document, "hasExtractedLicensingInfos").map(({ value }) => value["licenseId"]),
  );
  const fields = ["licenseConcluded", "licenseDeclared"];
  const lists = ["licenseInfoFromFiles", "licenseInfoInFiles", "licenseInfoInSnippets"];
  return elements.flatMap(({ path, value }) => {
    const inLists = lists.flatMap((field) => {
      const list = value[field];
      return Array.isArray(list) ? list.map((_, index) => [field, index] as const) : [];
    });
    return [...fields.map((field) => [field] as const), ...inLists].flatMap(
      (steps): SchemaProblem[] => {
        const [field, index] = steps;
        const whole = value[field];
        const text: unknown = index !== undefined && Array.isArray(whole) ? whole[index] : whole;
        if (typeof text !== "string" || text === "NONE" || text === "NOASSERTION") return [];
        const parsed = parseExpression(text);
        if (!parsed.ok)
          return [
            { path: [...path, ...steps], message: `${quote(text)} is no licence expression` },
          ];
        const missing = (text.match(/(?<![:\w-])LicenseRef-[A-Za-z0-9.-]+/g) ?? []).find(
          (reference) => !explained.has(reference),
        );
        const message = `${missing} is in no \`hasExtractedLicensingInfos\``;
        return missing === undefined ? [] : [{ path: [...path, ...steps], message }];
      },
    );
  });
}

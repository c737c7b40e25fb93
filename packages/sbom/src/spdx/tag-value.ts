import { topLevelText } from "../json-bytes.ts";
import type { SbomDocument } from "../model.ts";
import { spdxBytes, spdxContent } from "./document.ts";

/**
 * The SPDX 2.3 document as tags and values (https://spdx.github.io/spdx-spec/v2.3/conformance/), UTF-8: the same as the JSON
 * document, in the same namespace.
 */
export function spdxTagValueDocument(document: SbomDocument): Uint8Array {
  const content = spdxContent(document);
  const { creationInfo, packages, relationships } = content;
  const lines: string[] = [];
  const tag = (name: string, value: string | undefined) => {
    if (value !== undefined) lines.push(`${name}: ${oneLine(value)}`);
  };
  const text = (name: string, value: string | undefined) => {
    if (value === undefined) return;
    // A text ends at its end tag, which can't be escaped.
    const inner = value.toWellFormed().replaceAll("</text>", "</ text>");
    lines.push(`${name}: ${value === "NOASSERTION" ? value : `<text>${inner}</text>`}`);
  };
  tag("SPDXVersion", content.spdxVersion);
  tag("DataLicense", content.dataLicense);
  tag("SPDXID", content.SPDXID);
  tag("DocumentName", content.name);
  tag("DocumentNamespace", topLevelText(spdxBytes(content, document), "documentNamespace"));
  for (const creator of creationInfo.creators) tag("Creator", creator);
  tag("Created", creationInfo.created);
  text("CreatorComment", creationInfo.comment);
  for (const each of packages) {
    lines.push("");
    tag("PackageName", each.name);
    tag("SPDXID", each.SPDXID);
    tag("PackageVersion", each.versionInfo);
    tag("PackageSupplier", each.supplier);
    tag("PackageOriginator", each.originator);
    tag("PackageDownloadLocation", each.downloadLocation);
    tag("PrimaryPackagePurpose", each.primaryPackagePurpose.replace("_", "-"));
    tag("FilesAnalyzed", "false");
    for (const { algorithm, checksumValue } of each.checksums ?? [])
      tag("PackageChecksum", `${algorithm}: ${checksumValue}`);
    tag("PackageHomePage", each.homepage);
    text("PackageSourceInfo", each.sourceInfo);
    tag("PackageLicenseConcluded", each.licenseConcluded);
    tag("PackageLicenseDeclared", each.licenseDeclared);
    text("PackageCopyrightText", each.copyrightText);
    text("PackageDescription", each.description);
    text("PackageComment", each.comment);
    for (const { referenceCategory, referenceType, referenceLocator } of each.externalRefs ?? [])
      tag("ExternalRef", `${referenceCategory} ${referenceType} ${referenceLocator}`);
  }
  lines.push("");
  for (const { spdxElementId, relationshipType, relatedSpdxElement } of relationships)
    tag("Relationship", `${spdxElementId} ${relationshipType} ${relatedSpdxElement}`);
  for (const { SPDXID, annotations = [] } of [content, ...packages]) {
    for (const { annotator, annotationDate, annotationType, comment } of annotations) {
      lines.push("");
      tag("Annotator", annotator);
      tag("AnnotationDate", annotationDate);
      tag("AnnotationType", annotationType);
      tag("SPDXREF", SPDXID);
      text("AnnotationComment", comment);
    }
  }
  for (const { licenseId, extractedText, name } of content.hasExtractedLicensingInfos ?? []) {
    lines.push("");
    tag("LicenseID", licenseId);
    text("ExtractedText", extractedText);
    tag("LicenseName", name);
  }
  return Buffer.from(`${lines.join("\n")}\n`);
}

/** A value ends with its line, and one of blanks alone is none. */
function oneLine(value: string): string {
  return value
    .toWellFormed()
    .replace(
      /[\p{Cc}\u2028\u2029]/gu,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
    );
}

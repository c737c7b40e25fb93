import { entryOf } from "../entry-of.ts";
import type { ExternalReference, SbomComponent } from "../model.ts";
import { fullName } from "../names.ts";
import { archiveOf, downloadLocation } from "../spdx/archive.ts";
import { packageComment, sourceInfo } from "../spdx/package.ts";
import {
  type Agents,
  CREATION_INFO,
  type Element,
  externalIdentifier,
  externalRef,
  hashElements,
  propertiesExtension,
} from "./elements.ts";

/** The types of CycloneDX that SPDX calls otherwise. */
const PURPOSES: Readonly<Record<string, string>> = {
  "device-driver": "deviceDriver",
  "machine-learning-model": "model",
  "operating-system": "operatingSystem",
};
const SAME_PURPOSES =
  /^(?:application|container|data|device|file|firmware|framework|library|platform)$/;

/** The references of CycloneDX that SPDX has a type for. */
const REFERENCES: Readonly<Record<string, string>> = {
  advisories: "securityAdvisory",
  "build-meta": "buildMeta",
  "build-system": "buildSystem",
  chat: "chat",
  documentation: "documentation",
  "issue-tracker": "issueTracker",
  license: "license",
  "mailing-list": "mailingList",
  "release-notes": "releaseNotes",
  social: "socialMedia",
  "source-distribution": "sourceArtifact",
  support: "support",
  vcs: "vcs",
};

/** https://spdx.github.io/spdx-spec/v3.0.1/model/Software/Classes/Package/ */
export function packageElement(each: SbomComponent, spdxId: string, agents: Agents): Element {
  const { cpe, description, purl, publisher, references, supplier, type, version } = each;
  const makers = [
    each.manufacturer && agents.organization(each.manufacturer),
    ...each.authors.map(agents.person),
    publisher && agents.organization({ name: publisher, urls: [], contacts: [] }),
  ].filter((id) => id !== undefined && id !== "");
  const identifiers = [
    ...(cpe === undefined
      ? []
      : [externalIdentifier(cpe.startsWith("cpe:/") ? "cpe22" : "cpe23", cpe)]),
    ...(purl === undefined ? [] : [externalIdentifier("packageUrl", purl)]),
  ];
  const website = references.find((one) => one.type === "website")?.url;
  const archive = archiveOf(each);
  const others = references.filter(
    (one) => one !== archive && one.type !== "distribution" && one.url !== website,
  );
  return {
    comment: packageComment(each, []),
    creationInfo: CREATION_INFO,
    description,
    extension: propertiesExtension(each.properties),
    externalIdentifier: identifiers.length === 0 ? undefined : identifiers,
    externalRef: others.length === 0 ? undefined : others.map(referenceElement),
    name: fullName(each),
    originatedBy: makers.length === 0 ? undefined : makers,
    software_copyrightText: each.copyright,
    software_downloadLocation: downloadLocation(each),
    software_homePage: website,
    software_packageUrl: purl,
    software_packageVersion: version,
    software_primaryPurpose: SAME_PURPOSES.test(type) ? type : (entryOf(PURPOSES, type) ?? "other"),
    software_sourceInfo: sourceInfo(each),
    spdxId,
    suppliedBy: supplier && agents.organization(supplier),
    type: "software_Package",
    verifiedUsing: hashElements(each.hashes),
  };
}

function referenceElement({ type, url, comment }: ExternalReference) {
  const known = entryOf(REFERENCES, type);
  return { comment: known === undefined ? type : comment, ...externalRef(known ?? "other", [url]) };
}

/** An archive with hashes of its own: SPDX wants them on an element. */
export function archiveElement({ url, hashes }: ExternalReference, spdxId: string): Element {
  const isUrl = /^\w[\w+.-]*:/.test(url) && !url.startsWith("pkg:");
  return {
    creationInfo: CREATION_INFO,
    externalRef: isUrl ? [externalRef("altDownloadLocation", [url])] : undefined,
    name: isUrl ? url.replace(/[?#].*$/s, "").replace(/^.*\//s, "") : url,
    software_primaryPurpose: "archive",
    spdxId,
    type: "software_File",
    verifiedUsing: hashElements(hashes),
  };
}

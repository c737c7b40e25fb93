import { UsageError } from "@assay/core";
import { packageSelector } from "@assay/purl";
import { licenseStatement } from "./licenses.ts";
import type { Contact, Organization, SbomComponent, SbomDocument } from "./model.ts";
import { fullName, purlType } from "./names.ts";
import { registryOf } from "./registries.ts";

interface ConfiguredOrganization {
  readonly name: string;
  readonly url?: string;
  readonly email?: string;
}

/** What the config file says of documents beside the inputs. */
export interface SbomConfig {
  readonly authors?: readonly Contact[];
  readonly manufacturer?: ConfiguredOrganization;
  readonly supplier?:
    | "registry"
    | readonly (ConfiguredOrganization & { readonly package: string })[];
  readonly license?: string;
}

/** Who makes the first-party packages by the config file. */
export function manufacturerOf({ manufacturer }: SbomConfig): Organization | undefined {
  return manufacturer && organization(manufacturer);
}

/**
 * The document with what a person says of it: authors, manufacturer, licence, and who supplies which package. What the document knows
 * already stays.
 *
 * @throws UsageError where a pattern or the licence can't be read
 */
export function withConfig(document: SbomDocument, config: SbomConfig): SbomDocument {
  const { authors = [], license, supplier } = config;
  const manufacturer = manufacturerOf(config);
  const { subject } = document;
  return {
    ...document,
    ...(subject === undefined || manufacturer === undefined
      ? {}
      : { subject: { ...subject, manufacturer } }),
    components: supplier === undefined ? document.components : supplied(document, supplier),
    authors: [...document.authors, ...authors],
    manufacturer: manufacturer ?? document.manufacturer,
    licenses: license === undefined ? document.licenses : [documentLicense(license)],
  };
}

function documentLicense(license: string): SbomDocument["licenses"][number] {
  const statement = licenseStatement(license);
  if (statement !== undefined && statement.kind !== "name") return { statement };
  throw new UsageError("sbom.license is no SPDX expression", {
    hint: "Write an id of https://spdx.org/licenses such as `CC0-1.0`.",
  });
}

function supplied(
  { components }: SbomDocument,
  supplier: NonNullable<SbomConfig["supplier"]>,
): readonly SbomComponent[] {
  const find = supplier === "registry" ? registryOf : patterns(supplier);
  return components.map((each) => {
    const known = each.supplier ?? find(each);
    return known === each.supplier ? each : { ...each, supplier: known };
  });
}

function patterns(list: Exclude<SbomConfig["supplier"], "registry" | undefined>) {
  const known = list.map((each, index) => ({
    isMeant: packageSelector(each.package, `sbom.supplier[${index}].package`),
    organization: organization(each),
  }));
  return (each: SbomComponent): Organization | undefined => {
    const { version, purl } = each;
    const subject = {
      name: fullName(each),
      ...(version === undefined ? {} : { version }),
      ...(purl === undefined ? {} : { purl, ecosystem: purlType(purl) ?? "" }),
    };
    return known.find(({ isMeant }) => isMeant(subject))?.organization;
  };
}

function organization({ name, url, email }: ConfiguredOrganization): Organization {
  return {
    name,
    urls: url === undefined ? [] : [url],
    contacts: email === undefined ? [] : [{ email }],
  };
}

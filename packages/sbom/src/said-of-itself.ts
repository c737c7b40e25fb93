import type { PackageStatement } from "@assay/inventory/installed";
import { licenseStatement, statementOf } from "./licenses.ts";
import {
  type ExternalReference,
  type Organization,
  type SbomComponent,
  STATED,
  type StatedLicense,
} from "./model.ts";

/**
 * A component with what its package says of itself where it is installed or published. What the lockfile says stays; the publisher, or else
 * the first author, supplies it.
 */
export function withStatement(each: SbomComponent, said: PackageStatement): SbomComponent {
  const { authors = [], publisher, description, homepage, repository } = said.metadata ?? {};
  const { source, archive } = said;
  return {
    ...each,
    hashes: each.hashes.length === 0 && archive !== undefined ? archive.hashes : each.hashes,
    description: each.description ?? description,
    authors,
    publisher: each.publisher ?? publisher,
    supplier: each.supplier ?? supplierOf(said),
    copyright: said.copyright.length === 0 ? each.copyright : said.copyright.join("\n"),
    licenses: [...each.licenses, ...licensesOf(each, said)],
    references: [
      ...each.references,
      ...(archive === undefined ? [] : [archiveReference(archive)]),
      ...reference("vcs", repository, each),
      ...reference("website", homepage, each),
    ],
    properties:
      source === "project" ? each.properties : [["assay:metadata", source], ...each.properties],
  };
}

/** The same list of hashes as the package's: that is how writers know its archive. */
function archiveReference({ fileName, hashes }: NonNullable<PackageStatement["archive"]>) {
  return { type: "distribution", url: fileName, hashes };
}

function supplierOf({ metadata }: PackageStatement): Organization | undefined {
  const [author] = metadata?.authors ?? [];
  const name = metadata?.publisher ?? author?.name ?? author?.email;
  if (name === undefined) return undefined;
  const email = metadata?.publisher === undefined ? author?.email : undefined;
  return { name, urls: [], contacts: email === undefined ? [] : [{ name, email }] };
}

function licensesOf(
  { licenses }: SbomComponent,
  { declared, concluded }: PackageStatement,
): readonly StatedLicense[] {
  const added: StatedLicense[] = [];
  const own = licenses.length === 0 && declared !== undefined ? statementOf(declared) : undefined;
  if (own !== undefined) added.push({ acknowledgement: "declared", statement: own });
  const evident = concluded === undefined ? undefined : licenseStatement(concluded);
  if (evident !== undefined) added.push({ acknowledgement: "concluded", statement: evident });
  return added;
}

function reference(
  type: string,
  url: string | undefined,
  { references }: SbomComponent,
): readonly ExternalReference[] {
  const comment = STATED;
  const isKnown = references.some((each) => each.type === type && each.url === url);
  return url === undefined || isKnown ? [] : [{ type, url, comment, hashes: [] }];
}

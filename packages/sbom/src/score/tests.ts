import { parsePurl } from "@assay/purl";
import type { Organization, SbomComponent } from "../model.ts";
import type { Facts } from "./facts.ts";
import type { Evaluation } from "./feature.ts";
import { FULL, NONE, when } from "./feature.ts";

/** What is asked of one component, in the words of the rules. */
export const hasName = ({ name }: SbomComponent) => name.trim() !== "";
export const hasVersion = ({ version }: SbomComponent) => (version ?? "").trim() !== "";
export const hasPurl = ({ purl }: SbomComponent) => purl !== undefined && isPurl(purl);
const hasCpe = ({ cpe }: SbomComponent) =>
  /^cpe:(?:2\.3:[aho*-](?::(?:[^:\\]|\\.)+){9,}$|\/[aho])/i.test(cpe ?? "");
export const hasIdentifier = (each: SbomComponent) => hasPurl(each) || hasCpe(each);
export const hasReference =
  (...types: readonly string[]) =>
  ({ references }: SbomComponent) =>
    references.some(({ type, url }) => types.includes(type) && url !== "");
export const hasSupplier = ({ supplier }: SbomComponent) =>
  supplier !== undefined &&
  (supplier.name !== "" || supplier.contacts.some(({ email }) => email !== undefined));
export const hasProperty = (name: string) => (each: SbomComponent) =>
  each.properties.some(([key]) => key === name);

const STRONG = /^(?:SHA-?(?:224|256|384|512)|SHA3-|BLAKE|STREEBOG)/i;

export function hasStrongHash({ hashes }: SbomComponent): boolean {
  return hashes.some(({ algorithm }) => STRONG.test(algorithm));
}

/** SHA-512 of the archive, where BSI TR-03183-2 looks for it. */
export function hasDeployableHash({ references }: SbomComponent): boolean {
  return references.some(
    ({ type, hashes }) =>
      /^distribution/.test(type) && hashes.some(({ algorithm }) => algorithm === "SHA-512"),
  );
}

/** An e-mail address or a web page: a name alone reaches nobody. */
export function isReachable(organization: Organization | undefined): boolean {
  return (
    organization !== undefined &&
    (organization.urls.some((url) => /^https?:\/\/[^/]/.test(url)) ||
      organization.contacts.some(({ email }) => isEmail(email)))
  );
}

export function isEmail(text: string | undefined): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(text ?? "");
}

function isPurl(text: string): boolean {
  try {
    parsePurl(text);
    return true;
  } catch {
    return false;
  }
}

/** People, or for SPDX the organisation too, which is a creator there. */
export function hasAuthor({ document, isCycloneDx }: Facts): boolean {
  const { authors, manufacturer } = document;
  return authors.length > 0 || (!isCycloneDx && manufacturer !== undefined);
}

export function toolScore({ document: { tools } }: Facts): Evaluation {
  const named = tools.filter(({ name }) => name !== "");
  if (named.some(({ version }) => version !== undefined)) return FULL;
  return named.length > 0 ? { score: 5 } : NONE;
}

/** A signature in JSON, of which a key of RSA or EC or a certificate is known. */
export function signatureScore({ source: { value, syntax }, isCycloneDx }: Facts): Evaluation {
  if (!isCycloneDx) return { score: 0, ignored: true };
  const signature = syntax === "json" ? fieldsOf(value["signature"]) : {};
  if (!signature["algorithm"] || !signature["value"]) return NONE;
  const key = fieldsOf(signature["publicKey"])["kty"];
  const path = signature["certificatePath"];
  const isKnown = key === "RSA" || key === "EC" || (Array.isArray(path) && path.length > 0);
  return isKnown ? FULL : { score: 5 };
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null
    ? (value as Readonly<Record<string, unknown>>)
    : {};
}

/** Nothing in the document leads nowhere, and the subject leads to everything. */
export function depthScore({ document, reached, all }: Facts): Evaluation {
  const { subject, edges } = document;
  if (subject === undefined || !edges.some(({ from }) => from === subject.ref)) return NONE;
  const orphans = all.filter(({ ref }) => !reached.has(ref));
  if (orphans.length === 0) return when(true);
  return {
    score: 5,
    missing: {
      count: orphans.length,
      of: all.length,
      first: orphans.slice(0, 3).map(({ ref }) => ref),
    },
  };
}

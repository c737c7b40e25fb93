import { isRecord, UsageError } from "@assay/core";
import { versRange } from "@assay/versions";
import { JUSTIFIED, STATES } from "./cyclonedx-words.ts";
import {
  instant,
  listIn,
  textIn,
  textsIn,
  type VexDocument,
  type VexProduct,
  type VexStatement,
} from "./statement.ts";

type Fields = Readonly<Record<string, unknown>>;

/**
 * The `vulnerabilities` of a CycloneDX document in JSON, 1.4 to 1.7, that have an `analysis`:
 * https://cyclonedx.org/docs/1.6/json/#vulnerabilities.
 *
 * @throws UsageError where it is no CycloneDX document of such a version.
 */
export function readCycloneDxVex(path: string, document: Fields): VexDocument {
  const { specVersion, metadata, vulnerabilities = [] } = document;
  if (document["bomFormat"] !== "CycloneDX" || !/^1\.[4-7]$/.test(`${textIn(specVersion)}`))
    throw new UsageError(`${path} is no CycloneDX document of the versions 1.4 to 1.7`);
  if (!Array.isArray(vulnerabilities))
    throw new UsageError(`\`vulnerabilities\` of ${path} is no list`);
  const meta = isRecord(metadata) ? metadata : {};
  const purls = purlsByRef([meta["component"], ...listIn(document["components"])]);
  const author = textsIn(...[meta["supplier"], ...listIn(meta["authors"])].map(nameIn))[0] ?? path;
  const statements: VexStatement[] = [];
  const faults: { source: string; why: string }[] = [];
  for (const [index, each] of vulnerabilities.entries()) {
    if (isRecord(each) && each["analysis"] === undefined) continue;
    const source = `${path}, vulnerability ${index + 1}`;
    const read = statementOf(each, meta["timestamp"], purls);
    const fault = typeof read === "string" ? read : read.fault;
    if (fault !== undefined) faults.push({ source, why: fault });
    if (typeof read !== "string") statements.push({ ...read, author, source });
  }
  return { statements, faults };
}

function statementOf(
  value: unknown,
  timestamp: unknown,
  purls: ReadonlyMap<string, string>,
): Omit<VexStatement, "author" | "source"> | string {
  const analysis = isRecord(value) ? value["analysis"] : undefined;
  if (!isRecord(value) || !isRecord(analysis)) return "it is no object";
  const references = listIn(value["references"]).map((each) => isRecord(each) && each["id"]);
  const ids = textsIn(value["id"], ...references).map((id) => id.toLowerCase());
  if (ids.length === 0) return "it has no `id`";
  const at = instant(analysis["lastUpdated"] ?? analysis["firstIssued"] ?? timestamp);
  if (at === undefined) return "neither it nor the document has a timestamp";
  const products: VexProduct[] = [];
  let fault: string | undefined;
  for (const affected of listIn(value["affects"])) {
    const found = productOf(affected, purls);
    if (typeof found === "string") fault = found;
    else products.push(...found);
  }
  if (products.length === 0) return fault ?? "it names nothing that it affects";
  const { state, justification: said } = analysis;
  const status = STATES.find(([name]) => name === state)?.[1];
  const justification = JUSTIFIED.find(([name]) => name === said)?.[1];
  const detail = textIn(analysis["detail"]);
  const responses = textsIn(...listIn(analysis["response"])).join(", ");
  if (status === undefined) fault ??= "its `analysis.state` is none of CycloneDX";
  if (status === "not_affected" && justification === undefined && detail === undefined)
    fault ??= `\`${state}\` needs a \`justification\` or a \`detail\``;
  return {
    ids,
    products,
    status: status ?? "affected",
    justification,
    impact: detail,
    action: detail ?? textIn(responses),
    at,
    fault,
  };
}

/** What one item of `affects` is about; a clause where that can't be told. */
function productOf(
  value: unknown,
  purls: ReadonlyMap<string, string>,
): readonly VexProduct[] | string {
  const ref = isRecord(value) ? textIn(value["ref"]) : undefined;
  if (!isRecord(value) || ref === undefined) return "an item of `affects` has no `ref`";
  // A link into another document ends in its reference: urn:cdx:<serial>/<version>#<ref>.
  const linked = ref.startsWith("urn:cdx:") ? decoded(ref.slice(ref.indexOf("#") + 1)) : ref;
  const purl = purls.get(linked) ?? linked;
  const versions = listIn(value["versions"]);
  if (versions.length === 0) return [{ ids: [purl], subcomponents: [] }];
  const plain = /^(pkg:[^@?#]+)(?:@[^?#]*)?(.*)$/.exec(purl);
  const products = versions.flatMap((each): readonly VexProduct[] => {
    if (!isRecord(each) || plain === null) return [];
    const [version, range] = [textIn(each["version"]), textIn(each["range"])];
    // Another ecosystem's order says nothing of this package's versions.
    const isOwn = range?.split("/", 1)[0] === `vers:${/:([^/]+)/.exec(purl)?.[1]}`;
    const isVersion = range !== undefined && isOwn ? versRange(range) : undefined;
    if (isVersion !== undefined)
      return [{ ids: [`${plain[1]}${plain[2]}`], subcomponents: [], isVersion }];
    return version === undefined || each["range"] !== undefined
      ? []
      : [{ ids: [`${plain[1]}@${encodeURIComponent(version)}${plain[2]}`], subcomponents: [] }];
  });
  return products.length === versions.length
    ? products
    : "`versions` of `affects` has more than exact versions and `vers` ranges of a purl";
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function nameIn(value: unknown): unknown {
  return isRecord(value) ? value["name"] : undefined;
}

function purlsByRef(components: readonly unknown[]): ReadonlyMap<string, string> {
  const purls = new Map<string, string>();
  const left = [...components];
  for (let each = left.pop(); left.length > 0 || each !== undefined; each = left.pop()) {
    if (!isRecord(each)) continue;
    const [ref, purl] = [textIn(each["bom-ref"]), textIn(each["purl"])];
    if (ref !== undefined && purl !== undefined && !purls.has(ref)) purls.set(ref, purl);
    for (const inner of listIn(each["components"])) left.push(inner);
  }
  return purls;
}

import { isRecord, memberAt, UsageError } from "@assay/core";
import { buildPurl, parsePurl } from "@assay/purl";
import type { ImageReader } from "../../reader.ts";
import { assemblePackages } from "../assemble.ts";
import type { OsPackage } from "../package.ts";
import { textOf } from "../paragraphs.ts";

const FILE = /^(opt\/bitnami\/[^/]+)\/\.spdx-[^/]+\.spdx$/;

/** Applications of Bitnami: an SPDX document in JSON each, in the folder that is all the application's. */
export const bitnamiReader: ImageReader<readonly OsPackage[]> = {
  id: "bitnami",
  wants: ({ path }) => FILE.test(path),
  async extract({ content }) {
    let document: unknown;
    try {
      document = JSON.parse(await textOf(content));
    } catch (cause) {
      throw new UsageError("The file is no SPDX document in JSON.", { cause });
    }
    const packages = memberAt(document, "packages");
    if (!Array.isArray(packages)) throw new UsageError("The SPDX document has no packages.");
    const found = packages.flatMap((each) => packageOf(each) ?? []);
    if (found.length === 0) throw new UsageError("The SPDX document names no package of Bitnami.");
    return found;
  },
  async assemble(facts, tree) {
    const packages = facts.flatMap(({ fact, path, layer, since }) =>
      fact.map((entry) => ({ ...entry, path, layer, since })),
    );
    return {
      ...assemblePackages(packages, tree, { type: "bitnami" }),
      // Its programs are the application's; packages of languages in the folder are packages all the same.
      explained: facts.flatMap(({ path }) => {
        const folder = FILE.exec(path)?.[1];
        return folder === undefined ? [] : [`${folder}/`];
      }),
    };
  },
};

function packageOf(value: unknown): OsPackage | undefined {
  const references = memberAt(value, "externalRefs");
  const locators = (Array.isArray(references) ? references : []).map((each) =>
    memberAt(each, "referenceLocator"),
  );
  const text = locators.find((each) => typeof each === "string" && each.startsWith("pkg:bitnami/"));
  if (typeof text !== "string" || !isRecord(value)) return undefined;
  try {
    const parts = parsePurl(text);
    const license = ["licenseConcluded", "licenseDeclared"]
      .map((key) => value[key])
      .find((each) => typeof each === "string" && each !== "NOASSERTION" && each !== "NONE");
    return {
      name: parts.name,
      version: parts.version,
      arch: parts.qualifiers?.["arch"],
      purl: buildPurl(parts),
      ...(typeof license === "string" ? { license } : {}),
    };
  } catch (cause) {
    throw new UsageError(`The SPDX document has a purl that is none: ${text}`, { cause });
  }
}

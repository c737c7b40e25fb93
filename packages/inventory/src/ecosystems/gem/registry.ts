import { isRecord } from "@assay/core";
import { packageMetadata } from "../../installed/metadata.ts";
import type { PackageRegistry } from "../ecosystem.ts";

type Ask = Awaited<ReturnType<PackageRegistry["load"]>>;

/** https://guides.rubygems.org/rubygems-org-api-v2/ */
export const askRubyGems: Ask = async ({ name, version = "" }, ask) => {
  const text = await ask(
    `/api/v2/rubygems/${encodeURIComponent(name)}/versions/${encodeURIComponent(version)}.json`,
  );
  const said: unknown = text === undefined ? undefined : JSON.parse(text);
  if (!isRecord(said)) return undefined;
  const { authors, info, licenses, homepage_uri: homepage, source_code_uri: repository } = said;
  return {
    name: said["name"],
    version: said["version"] ?? said["number"],
    manifest: Array.isArray(licenses) && licenses.length > 0 ? { licenses } : {},
    metadata: packageMetadata({
      authors: typeof authors === "string" ? authors.split(/,\s*/) : undefined,
      description: info,
      homepage,
      repository,
    }),
  };
};

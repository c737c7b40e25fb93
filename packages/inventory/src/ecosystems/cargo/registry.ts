import { isRecord } from "@assay/core";
import { packageMetadata } from "../../installed/metadata.ts";
import type { PackageRegistry } from "../ecosystem.ts";

type Ask = Awaited<ReturnType<PackageRegistry["load"]>>;

/** https://crates.io/api/v1/crates/serde/1.0.0 */
export const askCratesIo: Ask = async ({ name, version = "" }, ask) => {
  const text = await ask(
    `/api/v1/crates/${encodeURIComponent(name)}/${encodeURIComponent(version)}`,
  );
  const json: unknown = text === undefined ? undefined : JSON.parse(text);
  const said = isRecord(json) && isRecord(json["version"]) ? json["version"] : undefined;
  if (said === undefined) return undefined;
  const { crate, num, license, description, homepage, repository, published_by: by } = said;
  return {
    name: crate,
    version: num,
    manifest: license ? { license } : {},
    metadata: packageMetadata({
      publisher: isRecord(by) ? by["name"] : undefined,
      description,
      homepage,
      repository,
    }),
  };
};

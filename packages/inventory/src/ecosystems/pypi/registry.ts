import { isRecord } from "@assay/core";
import type { PackageRegistry } from "../ecosystem.ts";
import { saidBy } from "./metadata.ts";

type Ask = Awaited<ReturnType<PackageRegistry["load"]>>;

/** https://docs.pypi.org/api/json/: `info` has the fields of core metadata in other spellings. */
export const askPypi: Ask = async ({ name, version = "" }, ask) => {
  const text = await ask(`/pypi/${encodeURIComponent(name)}/${encodeURIComponent(version)}/json`);
  const json: unknown = text === undefined ? undefined : JSON.parse(text);
  const info = isRecord(json) && isRecord(json["info"]) ? json["info"] : {};
  const fields = new Map<string, readonly string[]>();
  for (const [key, value] of Object.entries(info)) {
    if (typeof value === "string" && value !== "") fields.set(key.replaceAll("_", "-"), [value]);
  }
  const { classifiers, project_urls: urls } = info;
  if (Array.isArray(classifiers)) fields.set("classifier", classifiers.map(String));
  if (isRecord(urls))
    fields.set(
      "project-url",
      Object.entries(urls).map(([label, url]) => `${label}, ${String(url)}`),
    );
  const said = saidBy(fields);
  return typeof said === "string" ? undefined : said;
};

import { StoreError } from "../error.ts";
import { strictJson } from "../manifests/json.ts";
import { pages } from "./paging.ts";
import type { RegistrySession } from "./session.ts";

const MAX_TAGS = 1_000_000;

/** https://github.com/opencontainers/distribution-spec/blob/main/spec.md#listing-tags */
export async function readTags(session: RegistrySession): Promise<readonly string[]> {
  const what = `The list of tags of ${session.name}`;
  const tags = new Set<string>();
  const target = `${session.reference.repository}/tags/list?n=1000`;
  for await (const response of pages(session, { target, what, maxBytes: 8 * 1024 * 1024 })) {
    if (response.status !== 200) throw session.failure(response, what);
    const list = strictJson(response.body, what)["tags"] ?? [];
    const isList = Array.isArray(list) && list.every((tag) => typeof tag === "string");
    if (!isList) throw new StoreError("malformed", `${what} has no list of texts in \`tags\``);
    for (const tag of list) tags.add(tag);
    if (tags.size > MAX_TAGS)
      throw new StoreError("failed", `${what} has more than ${MAX_TAGS} entries`);
  }
  return [...tags].sort();
}

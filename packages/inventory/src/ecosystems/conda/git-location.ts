import { gitSource, type PythonSource } from "../pypi/source.ts";

/** `https://host/owner/name?rev=main&subdirectory=x#commit`, or `@commit` behind the path. */
export function gitLocation(text: string): PythonSource {
  const [before = "", fragment = ""] = text.split("#", 2);
  const [base = "", query = ""] = before.split("?", 2);
  const [, repository = base, commit] = /^(.*)@([0-9a-f]{7,64})$/.exec(base) ?? [];
  const subdirectory = new URLSearchParams(query).get("subdirectory") ?? undefined;
  const isCommit = /^[0-9a-f]{7,64}$/.test(fragment);
  return gitSource(repository, isCommit ? fragment : commit, subdirectory);
}

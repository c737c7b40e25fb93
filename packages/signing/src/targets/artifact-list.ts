import { UsageError } from "@assay/core";

/**
 * The runner's list of artifacts (`GITHUB_ARTIFACTS_LIST`: `{version: 1, subjects: [{name, kind: "file" | "oci", digest}]}`, digests
 * as `sha256:<hex>`) as lines of sha256sum, one for each subject: what a name may be is judged where those are read.
 *
 * @throws UsageError with the subject that is none.
 */
export function linesOfArtifacts(text: string, shown: string): string {
  const kinds = new Map<string, string>();
  const fail = (problem: string): never => {
    throw new UsageError(`${shown} ${problem}`, {
      hint: 'A list of artifacts is {"version": 1, "subjects": [{"name", "kind": "file" or "oci", "digest": "sha256:" and 64 hex digits}]}.',
    });
  };
  let list: Partial<Record<string, unknown>> | undefined;
  try {
    list = JSON.parse(text) as typeof list;
  } catch {
    fail("begins like JSON and is none");
  }
  const subjects = list?.["subjects"];
  if (list?.["version"] !== 1 || !Array.isArray(subjects)) return fail("is no list of version 1");
  const lines = subjects.map((subject: Partial<Record<string, unknown>> | null, at) => {
    const { name, kind, digest } = subject ?? {};
    const [, hex] = /^sha256:([0-9a-f]{64})$/.exec(String(digest)) ?? [];
    if (
      typeof name !== "string" ||
      name === "" ||
      hex === undefined ||
      !/^(file|oci)$/.test(`${kind}`)
    )
      return fail(`has a subject ${at + 1} without a name, kind or digest`);
    if ((kinds.get(name) ?? kind) !== kind) fail(`gives ${name} two kinds`);
    kinds.set(name, `${kind}`);
    const escaped = name.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll("\r", "\\r");
    return `${escaped === name ? "" : "\\"}${hex}  ${escaped}`;
  });
  return lines.join("\n");
}

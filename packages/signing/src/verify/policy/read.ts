import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { type CheckContext, formatPlace, suggestion, UsageError } from "@assay/core";
import type { Issue } from "@assay/core/schema";
import { entryAt, readYaml, type YamlNode } from "@assay/core/yaml";
import { baseBytes } from "@assay/sigstore/keys";
import { POLICY_SCHEMA, type PolicyText } from "./schema.ts";

const MAX_BYTES = 1024 * 1024;
const MAX_PROBLEMS = 20;

export interface ReadPolicy extends PolicyText {
  /** Of the file, in hex. */
  readonly sha256: string;
}

/**
 * A policy file in YAML or JSON; of a change from outside that of the base branch, for who wrote the change would decide about it.
 *
 * @throws UsageError with every mistake and its place.
 */
export async function readPolicy(context: CheckContext, path: string): Promise<ReadPolicy> {
  const bytes = (await baseBytes(context, path, "policy")) ?? (await ownBytes(context.root, path));
  const text = new TextDecoder().decode(bytes);
  const { root, problems, position } = readYaml(text);
  const at = (keys: readonly PropertyKey[]) => {
    const { line, column } = position(offsetOf(root, keys));
    return formatPlace({ path, startLine: line, startColumn: column });
  };
  const refuse = (lines: readonly string[]) =>
    new UsageError(`${path} is no policy`, {
      problems: lines.slice(0, MAX_PROBLEMS),
      hint: "The form of policies stands in docs/verify.md.",
    });
  if (problems.length > 0) {
    throw refuse(
      problems.map(
        ({ line, column, message }) =>
          `${formatPlace({ path, startLine: line, startColumn: column })}: ${message}`,
      ),
    );
  }
  const checked = POLICY_SCHEMA.check(plain(root));
  if (checked.issues !== undefined) {
    throw refuse(checked.issues.flatMap((issue) => linesOf(issue, [], at)));
  }
  // The schema has just checked the form.
  const policy = checked.value as PolicyText;
  const unknown = unknownSigners(policy).map(
    ([index, name]) =>
      `${at(["rules", index])}: there is no signer ${name}${suggestion(name, Object.keys(policy.signers))}`,
  );
  if (unknown.length > 0) throw refuse(unknown);
  return { ...policy, sha256: createHash("sha256").update(bytes).digest("hex") };
}

async function ownBytes(root: string, path: string): Promise<Buffer> {
  const absolute = resolve(root, path);
  const status = await stat(absolute).catch(() => undefined);
  if (status?.isFile() !== true)
    throw new UsageError(`\`policy\` is ${path}, and no such file exists`);
  if (status.size > MAX_BYTES) {
    throw new UsageError(`${path} has ${status.size} bytes; a policy has at most ${MAX_BYTES}`);
  }
  return await readFile(absolute);
}

function unknownSigners({ rules, signers }: PolicyText): readonly (readonly [number, string])[] {
  return rules.flatMap(({ require = [] }, index) =>
    require
      .flatMap((each) => {
        if ("signature" in each) return each.signature.of;
        return "vsa" in each ? each.vsa.of : each.of;
      })
      .filter((name) => !Object.hasOwn(signers, name))
      .map((name) => [index, name] as const),
  );
}

type At = (keys: readonly PropertyKey[]) => string;

function linesOf(issue: Issue, base: readonly PropertyKey[], at: At): readonly string[] {
  const path = [...base, ...issue.path];
  const line = (text: string, keys = path) => [
    `${at(keys)}: ${keys.join(".") || "the file"} ${text}`,
  ];
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.flatMap((key) => line("is no known key", [...path, key.slice(0, 100)]));
    case "invalid_union": {
      // The form that came furthest is the one that was meant.
      const [closest = []] = [...issue.errors].sort((a, b) => depth(b) - depth(a));
      return closest.flatMap((inner) => linesOf(inner, path, at));
    }
    case "invalid_type":
      return line(`must be of type ${issue.expected}`);
    case "invalid_value":
      return line(`must be one of ${issue.values.join(", ")}`);
    case "too_small":
      return line(`must have or be at least ${issue.limit}`);
    case "too_big":
      return line(`must have or be at most ${issue.limit}`);
    default:
      return line(`is wrong: ${issue.message}`);
  }
}

function depth(issues: readonly Issue[]): number {
  const missing = issues.filter(({ code }) => code === "invalid_type").length;
  return Math.max(...issues.map(({ path }) => path.length)) - missing;
}

function plain(node: YamlNode | undefined): unknown {
  if (node === undefined) return null;
  if (node.kind === "scalar") return node.value;
  if (node.kind === "list") return node.items.map(plain);
  return Object.fromEntries(node.entries.map(({ key, value }) => [key.text, plain(value)]));
}

function offsetOf(root: YamlNode | undefined, path: readonly PropertyKey[]): number {
  let node = root;
  let offset = root?.span.start ?? 0;
  for (const key of path) {
    const entry = entryAt(node, String(key));
    node = entry?.value ?? (node?.kind === "list" ? node.items[Number(key)] : undefined);
    if (node === undefined) return offset;
    offset = (entry?.key ?? node).span.start;
  }
  return offset;
}

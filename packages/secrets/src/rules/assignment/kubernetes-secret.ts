import type { AcceptQuestion } from "../../engine/rule-set.ts";
import type { BuiltInRule } from "../built-in-rule.ts";
import { isBase64OfText, looksRandom } from "./random-value.ts";
import { isSecretName } from "./secret-name.ts";

/** Entries that hold what everybody may see, or a whole archive. */
const PUBLIC_ENTRY = /(?:^|[._-])(?:ca|cert|certificate|crt|pub|public|release)["']?[ \t]*:/i;
const MIN_BINARY = 16;
const AROUND = 16 * 1024;

/** Values in the `data` of a Kubernetes Secret (https://kubernetes.io/docs/concepts/configuration/secret/), under names of any kind. */
export const KUBERNETES_SECRET: BuiltInRule = {
  id: "kubernetes-secret-yaml",
  title: "Value in a Kubernetes Secret",
  regex:
    "(?m:^)[ \\t]{1,16}[\"']?[\\w.-]{1,253}[\"']?[ \\t]{0,4}:[ \\t]{1,4}[\"']?([0-9A-Za-z+/]{12,1000}={0,2})[\"']?(?:,|[ \\t]{0,16}(?:[ \\t]#[^\\r\\n]{0,400})?)(?:[\\r\\n]|$)",
  keywords: ["kind: secret", 'kind: "secret', '"kind":"secret', "kind: 'secret"],
  severity: "high",
  entropy: 2.5,
  help: "Change the value where it is used, and keep it out of the repository: sealed or external secrets hold only what is encrypted or a reference.",
  accept: isSecretData,
  nativeOnly: true,
};

/** In a document of this kind, and random: what has a secret name and decodes to text is found by that name. */
function isSecretData({ secret, match, text, start, decoded }: AcceptQuestion): boolean {
  if (decoded || secret.length % 4 !== 0 || PUBLIC_ENTRY.test(match) || !inSecret(text, start))
    return false;
  if (!isBase64OfText(secret)) {
    return Buffer.from(secret, "base64").length >= MIN_BINARY && looksRandom(secret);
  }
  const name = /[\w.-]+/.exec(match)?.[0] ?? "";
  return (
    !isSecretName(name) && looksRandom(Buffer.from(secret, "base64").toString("latin1").trim())
  );
}

/** Whether the YAML document (or the text, in JSON) around an offset is a Secret. What is far away is not looked at. */
function inSecret(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - AROUND), start);
  const after = text.slice(start, start + AROUND);
  const to = after.indexOf("\n---");
  const document =
    before.slice(before.lastIndexOf("\n---") + 1) + after.slice(0, to < 0 ? undefined : to);
  return /^[ \t{]*["']?kind["']?[ \t]*:[ \t]*["']?Secret\b/m.test(document);
}

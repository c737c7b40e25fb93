import type { Allowlist, RuleSet, SecretRule } from "../engine/rule-set.ts";
import { translate } from "../regex/translate.ts";
import { KUBERNETES_SECRET } from "./assignment/kubernetes-secret.ts";
import { aliasesOf, type BuiltInAllowlist, type BuiltInRule } from "./built-in-rule.ts";
import { CLOUD } from "./cloud.ts";
import { GENERIC } from "./generic.ts";
import { INFRASTRUCTURE } from "./infrastructure.ts";
import { MESSAGING } from "./messaging.ts";
import { MODELS } from "./models.ts";
import { MONITORING } from "./monitoring.ts";
import { PAYMENTS } from "./payments.ts";
import { REGISTRIES } from "./registries.ts";
import { SOURCE_HOSTING } from "./source-hosting.ts";
import { WORKPLACE } from "./workplace.ts";

/** Every built-in rule, sorted by id. */
export const BUILT_IN: readonly BuiltInRule[] = [
  ...CLOUD,
  ...SOURCE_HOSTING,
  ...REGISTRIES,
  ...MESSAGING,
  ...PAYMENTS,
  ...MODELS,
  ...MONITORING,
  ...WORKPLACE,
  ...INFRASTRUCTURE,
  ...GENERIC,
  KUBERNETES_SECRET,
].sort((a, b) => (a.id < b.id ? -1 : 1));

/** The rules that run where the repository has no gitleaks configuration, and that `useDefault = true` means. */
export function builtInRules(): RuleSet {
  return {
    rules: BUILT_IN.map(toRule),
    allowlists: [],
    joinedAllowlists: false,
    custom: false,
    origin: "the built-in rules",
  };
}

function toRule(rule: BuiltInRule): SecretRule {
  return {
    id: rule.id,
    aliases: aliasesOf(rule),
    ...(rule.formerId === undefined ? {} : { fingerprintId: rule.formerId }),
    description: rule.title,
    regex: translate(rule.regex),
    secretGroup: 0,
    entropy: rule.entropy ?? 0,
    keywords: rule.keywords,
    tags: [],
    allowlists: rule.allow === undefined ? [] : toAllowlists(rule.allow),
    required: [],
    skipReport: false,
    ...(rule.verify === undefined ? {} : { verify: rule.verify }),
    ...(rule.accept === undefined ? {} : { accept: rule.accept }),
  };
}

function toAllowlists(allow: BuiltInAllowlist): readonly Allowlist[] {
  const none = { description: "", condition: "any", commits: [], paths: [] } as const;
  const lists: readonly Allowlist[] = [
    {
      ...none,
      paths: (allow.paths ?? []).map(translate),
      regexTarget: "secret",
      regexes: (allow.regexes ?? []).map(translate),
      stopwords: allow.stopwords ?? [],
    },
    {
      ...none,
      regexTarget: "match",
      regexes: (allow.matches ?? []).map(translate),
      stopwords: [],
    },
  ];
  return lists.filter(
    (list) => list.paths.length + list.regexes.length + list.stopwords.length > 0,
  );
}

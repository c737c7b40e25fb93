import { type BuiltInRule, token } from "./built-in-rule.ts";

/** Providers of machine-learning models. */
export const MODELS: readonly BuiltInRule[] = [
  {
    id: "openai-api-key",
    title: "OpenAI API key",
    regex: token(
      "sk-(?:(?:proj|svcacct|admin|None)-[0-9A-Za-z_-]{20,80}|[0-9A-Za-z]{20})T3BlbkFJ[0-9A-Za-z_-]{20,80}",
    ),
    keywords: ["t3blbkfj"],
    severity: "critical",
    help: "Revoke it at https://platform.openai.com/api-keys.",
  },
  {
    id: "anthropic-admin-api-key",
    formerId: "anthropic-api-key",
    title: "Anthropic admin API key",
    regex: token("sk-ant-admin\\d{2}-[0-9A-Za-z_-]{93}AA"),
    keywords: ["sk-ant-admin"],
    severity: "critical",
    help: "Delete it at https://console.anthropic.com/settings/keys.",
  },
  {
    id: "anthropic-api-key",
    title: "Anthropic API key",
    regex: token("sk-ant-api\\d{2}-[0-9A-Za-z_-]{93}AA"),
    keywords: ["sk-ant-api"],
    severity: "critical",
    help: "Delete it at https://console.anthropic.com/settings/keys.",
  },
  {
    id: "replicate-api-token",
    title: "Replicate API token",
    regex: token("r8_[0-9A-Za-z]{37}"),
    keywords: ["r8_"],
    severity: "high",
    help: "Disable it at https://replicate.com/account/api-tokens.",
  },
  {
    id: "groq-api-key",
    title: "Groq API key",
    regex: token("gsk_[0-9A-Za-z]{52}"),
    keywords: ["gsk_"],
    severity: "high",
    help: "Delete it at https://console.groq.com/keys.",
  },
  {
    id: "perplexity-api-key",
    title: "Perplexity API key",
    regex: token("pplx-[0-9A-Za-z]{48}"),
    keywords: ["pplx-"],
    severity: "high",
    help: "Delete it at https://www.perplexity.ai/settings/api.",
  },
  {
    id: "langsmith-api-key",
    title: "LangSmith API key",
    regex: token("lsv2_(?:pt|sk)_[0-9a-f]{32}_[0-9a-f]{10}"),
    keywords: ["lsv2_"],
    severity: "high",
    help: "Delete it at https://smith.langchain.com/settings.",
  },
];

import { defineRule } from "../../rule.ts";
import { ask, expectSettings, field, notEvaluated } from "./ask.ts";

const FEATURES = [
  ["secret_scanning", "Secret scanning is off: nobody hears of a committed token."],
  [
    "secret_scanning_push_protection",
    "Push protection is off: a token is found when it is public.",
  ],
] as const;

export const secretScanning = defineRule({
  id: "server.secret-scanning",
  title: "Secret scanning or push protection is off",
  description: "The server sees every push, and can refuse one with a known kind of token.",
  help: "Switch on secret scanning and push protection in the repository's security settings. Only an administrator's token can see them.",
  severity: "medium",
  sources: { osps: ["BR-07.01"], ssdf: ["PO.5", "PS.1"], cra: ["I(2)(e)"] },
  decidedBy: "api",
  confidence: "high",
  async judge(repository) {
    const about = await ask(repository, "");
    if ("unknown" in about) return notEvaluated(about.unknown);
    return expectSettings(
      FEATURES.map(([key, message]) => ({
        ...{ key, message, wanted: "enabled" },
        found: field(about.body, "security_and_analysis", key, "status"),
      })),
    );
  },
});

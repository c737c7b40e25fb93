import { defineRule, NOTHING } from "../../rule.ts";
import { ask, expectSettings, field, notEvaluated } from "./ask.ts";

export const privateReporting = defineRule({
  id: "server.private-reporting",
  title: "Nobody can report a vulnerability privately on the server",
  description: "A finder should not have to open an issue that all can read.",
  help: "Switch on private vulnerability reporting in the repository's security settings.",
  severity: "medium",
  sources: { osps: ["VM-03.01"], ssdf: ["RV.1"], cra: ["II(5)", "II(6)"] },
  decidedBy: "api",
  confidence: "high",
  async judge(repository) {
    const about = await ask(repository, "");
    // The server has it for public repositories only.
    if ("body" in about && field(about.body, "private") === true) return NOTHING;
    const answer = await ask(repository, "/private-vulnerability-reporting");
    if ("unknown" in answer) return notEvaluated(answer.unknown);
    return expectSettings([
      {
        key: "enabled",
        found: field(answer.body, "enabled"),
        wanted: true,
        message: "Private vulnerability reporting is off.",
      },
    ]);
  },
});

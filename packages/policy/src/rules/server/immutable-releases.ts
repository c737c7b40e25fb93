import { defineRule, NOTHING } from "../../rule.ts";
import { ask, expectSettings, field, notEvaluated } from "./ask.ts";

export const immutableReleases = defineRule({
  id: "server.immutable-releases",
  title: "Releases can be changed after they are published",
  description: "Whoever gets write access can move a release's tag and replace its files.",
  help: "Switch on immutable releases in the repository's settings, for the next release.",
  severity: "medium",
  sources: { ssdf: ["PS.2", "PS.3"], cra: ["I(2)(f)", "II(7)"] },
  decidedBy: "api",
  confidence: "high",
  async judge(repository) {
    const answer = await ask(repository, "/releases?per_page=1");
    if ("unknown" in answer) return notEvaluated(answer.unknown);
    const latest: unknown = Array.isArray(answer.body) ? answer.body[0] : undefined;
    if (latest === undefined) return NOTHING;
    return expectSettings([
      {
        key: "immutable",
        found: field(latest, "immutable"),
        wanted: true,
        message: `The latest release, \`${String(field(latest, "tag_name"))}\`, is not immutable.`,
      },
    ]);
  },
});

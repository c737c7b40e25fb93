import { defineRule } from "../../rule.ts";
import { ask, expectSettings, field, notEvaluated } from "./ask.ts";

export const twoFactor = defineRule({
  id: "server.two-factor",
  title: "The organisation does not require two-factor authentication",
  description: "A guessed or stolen password is then enough to change the product.",
  help: "Require two-factor authentication in the organisation's security settings. Only its owners' tokens can see it.",
  severity: "high",
  sources: { osps: ["AC-01.01"], ssdf: ["PS.1", "PO.5"], cra: ["I(2)(d)"] },
  decidedBy: "api",
  confidence: "high",
  async judge(repository) {
    const about = await ask(repository, "");
    if ("unknown" in about) return notEvaluated(about.unknown);
    const owner = field(about.body, "owner", "login");
    if (typeof owner !== "string" || field(about.body, "owner", "type") !== "Organization") {
      return notEvaluated("The repository is a person's: how they sign in can't be asked.");
    }
    const organisation = await ask(repository, `/orgs/${encodeURIComponent(owner)}`);
    if ("unknown" in organisation) return notEvaluated(organisation.unknown);
    const key = "two_factor_requirement_enabled";
    return expectSettings([
      {
        key,
        found: field(organisation.body, key),
        wanted: true,
        message: `${owner} does not require two-factor authentication of its members.`,
      },
    ]);
  },
});

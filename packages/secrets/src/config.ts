import type { ConfigSection } from "@assay/core";
import { z } from "zod";

/** The section `secrets` of the config file. */
export const secretsSection: ConfigSection = {
  key: "secrets",
  description: "What the secrets check looks at and with which rules.",
  schema: z.strictObject({
    mode: z
      .enum(["auto", "history", "tree"])
      .optional()
      .describe("Look at the commits (`history`), the files (`tree`), or let the folder decide."),
    engine: z
      .enum(["native", "gitleaks"])
      .optional()
      .describe("Assay's own engine, or the real gitleaks program."),
    "gitleaks-config": z
      .string()
      .min(1)
      .optional()
      .describe("A gitleaks configuration (TOML), relative to the working directory."),
    "max-decode-depth": z
      .int()
      .min(0)
      .max(20)
      .optional()
      .describe("How often encoded text is decoded and looked at again."),
  }),
  example: `# commits of the event in a git repository, else the files
mode: auto
# rules of your own; without it .gitleaks.toml or the built-in rules
gitleaks-config: config/gitleaks.toml
max-decode-depth: 5
`,
};

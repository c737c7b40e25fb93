import "./rolldown-runtime.js";
import { a as int, c as string, n as _enum, s as strictObject } from "./zod.js";

// packages/secrets/src/config.ts
const secretsSection = {
	key: "secrets",
	description: "What the secrets check looks at and with which rules.",
	schema: strictObject({
		mode: _enum([
			"auto",
			"history",
			"tree"
		]).optional().describe("Look at the commits (`history`), the files (`tree`), or let the folder decide."),
		engine: _enum(["native", "gitleaks"]).optional().describe("Assay's own engine, or the real gitleaks program."),
		"gitleaks-config": string().min(1).optional().describe("A gitleaks configuration (TOML), relative to the working directory."),
		"max-decode-depth": int().min(0).max(20).optional().describe("How often encoded text is decoded and looked at again.")
	}),
	example: `# commits of the event in a git repository, else the files
mode: auto
# rules of your own; without it .gitleaks.toml or the built-in rules
gitleaks-config: config/gitleaks.toml
max-decode-depth: 5
`
};

export { secretsSection };
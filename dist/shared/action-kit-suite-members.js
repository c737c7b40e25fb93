// packages/action-kit/src/suite/members.ts
const MEMBERS = [
	{
		name: "sbom",
		kind: "check",
		command: async () => (await import("./sbom2.js")).sbomCommand,
		section: async () => (await import("./sbom-config.js")).sbomSection
	},
	{
		name: "licenses",
		kind: "check",
		command: async () => (await import("./licenses2.js")).licensesCommand,
		section: async () => (await import("./licenses-config.js")).licensesSection
	},
	{
		name: "secrets",
		kind: "check",
		command: async () => (await import("./secrets2.js")).secretsCommand,
		section: async () => (await import("./secrets-config.js")).secretsSection
	},
	{
		name: "sign",
		kind: "act",
		command: async () => (await import("./signing2.js")).signCommand,
		section: async () => (await import("./signing-config.js")).signSection
	},
	{
		name: "verify",
		kind: "act",
		command: async () => (await import("./signing2.js")).verifyCommand,
		section: async () => (await import("./signing-config.js")).verifySection
	}
];
const CHECK_NAMES = MEMBERS.filter(({ kind }) => kind === "check").map(({ name }) => name);

export { MEMBERS as n, CHECK_NAMES as t };
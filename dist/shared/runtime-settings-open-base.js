import "./rolldown-runtime.js";
import { $ as asKnownError, X as ExternalError } from "./core.js";
import { C as openRepository, o as changeBase } from "./git.js";

// packages/runtime/src/settings/open-base.ts
async function openBase(change, options) {
	try {
		const repo = await openRepository(options);
		return {
			repo,
			commit: await changeBase(repo, change, options),
			...change.branch !== void 0 && { branch: change.branch }
		};
	} catch (cause) {
		const { message, problems, kind, hint } = asKnownError(cause);
		if (kind === "internal" || kind === "external") throw cause;
		throw new ExternalError(`The base of the change can't be read: ${message}`, {
			problems,
			hint: hint ?? "Check the repository out with actions/checkout before this step.",
			cause
		});
	}
}

export { openBase };
import "./rolldown-runtime.js";
import { n as MEMBERS } from "./action-kit-suite-members.js";

// packages/action-kit/src/suite/sections.ts
function loadSections() {
	return Promise.all(MEMBERS.map(async ({ kind, section }) => ({
		...await section(),
		check: kind === "check"
	})));
}

export { loadSections as t };
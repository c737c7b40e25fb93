import "./rolldown-runtime.js";
import { n as MEMBERS } from "./action-kit-suite-members.js";

// packages/action-kit/src/suite/sections.ts
function loadSections() {
	return Promise.all(MEMBERS.map(({ section }) => section()));
}

export { loadSections as t };
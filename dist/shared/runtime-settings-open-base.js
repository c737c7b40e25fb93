import "./rolldown-runtime.js";
import { D as openRepository, Kt as asKnownError, Ut as ExternalError, u as changeBase } from "./part-base.js";
async function openBase(e, t) {
	try {
		const n = await openRepository(t);
		return {
			repo: n,
			commit: await changeBase(n, e, t),
			...e.branch !== void 0 && { branch: e.branch }
		};
	} catch (e) {
		const { message: t, problems: n, kind: r, hint: i } = asKnownError(e);
		if (r === "internal" || r === "external") throw e;
		throw new ExternalError(`The base of the change can't be read: ${t}`, {
			problems: n,
			hint: i ?? "Check the repository out with actions/checkout before this step.",
			cause: e
		});
	}
}
export { openBase };

import "./rolldown-runtime.js";
async function readYarnLock(e) {
	if (/^["']?__metadata/m.test(e.text)) {
		const { readBerryLock: t } = await import("./inventory-ecosystems-npm-yarn-berry-read.js");
		return [await t(e)];
	}
	const { readClassicLock: t } = await import("./inventory-ecosystems-npm-yarn-classic-read.js");
	return [await t(e)];
}
export { readYarnLock };

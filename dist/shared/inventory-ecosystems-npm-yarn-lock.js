import "./rolldown-runtime.js";

// packages/inventory/src/ecosystems/npm/yarn-lock.ts
async function readYarnLock(input) {
	if (/^["']?__metadata/m.test(input.text)) {
		const { readBerryLock } = await import("./inventory-ecosystems-npm-yarn-berry-read.js");
		return [await readBerryLock(input)];
	}
	const { readClassicLock } = await import("./inventory-ecosystems-npm-yarn-classic-read.js");
	return [await readClassicLock(input)];
}

export { readYarnLock };
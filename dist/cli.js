
// packages/cli/src/main.ts
const MINIMUM = [20, 18];
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < MINIMUM[0] || major === MINIMUM[0] && minor < MINIMUM[1]) {
	process.stderr.write(`assay needs Node ${MINIMUM.join(".")} or later; this is ${process.versions.node}.\n`);
	process.exitCode = 2;
} else {
	const { runOnProcess } = await import("./shared/cli-main.js").then(m=>({runOnProcess:m.Tg}));
	await runOnProcess(process);
}

export {  };
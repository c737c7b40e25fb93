const MINIMUM=[20,18],[major=0,minor=0]=process.versions.node.split(`.`).map(Number);
if(major<MINIMUM[0]||major===MINIMUM[0]&&minor<MINIMUM[1])process.stderr.write(`assay needs Node ${MINIMUM.join(`.`)} or later; this is ${process.versions.node}.\n`),process.exitCode=2;else{let{cy:e}=await import("./shared/cli-main.js");await e(process)}
export{};

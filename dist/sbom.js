import{Nv as runAction}from"./shared/52-action-kit-runner-run-action.js";
import{sS as sbomCommand}from"./shared/19-sbom.js";
await runAction(sbomCommand);
export{};

import{Nv as runAction}from"./shared/52-action-kit-runner-run-action.js";
import{vS as pythonCommand}from"./shared/20-python.js";
await runAction(pythonCommand);
export{};

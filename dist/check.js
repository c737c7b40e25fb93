import{Nv as runAction}from"./shared/52-action-kit-runner-run-action.js";
import{hS as checkCommand}from"./shared/69-suite.js";
await runAction(checkCommand);
export{};

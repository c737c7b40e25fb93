import{Nv as runAction}from"./shared/52-action-kit-runner-run-action.js";
import{vd as advisoriesCommand}from"./shared/21-dependencies.js";
await runAction(advisoriesCommand);
export{};

import{Nv as runAction}from"./shared/52-action-kit-runner-run-action.js";
import{bd as dependenciesCommand}from"./shared/21-dependencies.js";
await runAction(dependenciesCommand);
export{};

import{jv as runAction}from"./shared/52-action-kit-runner-run-action.js";
import{pd as advisoriesCommand}from"./shared/21-dependencies.js";
await runAction(advisoriesCommand);
export{};

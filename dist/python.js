import{jv as runAction}from"./shared/52-action-kit-runner-run-action.js";
import{hS as pythonCommand}from"./shared/20-python.js";
await runAction(pythonCommand);
export{};

import{jv as runAction}from"./shared/52-action-kit-runner-run-action.js";
import{an as verifyCommand}from"./shared/18-signing.js";
await runAction(verifyCommand);
export{};

import{jv as runAction}from"./shared/52-action-kit-runner-run-action.js";
import{hl as secretsCommand}from"./shared/68-secrets.js";
await runAction(secretsCommand);
export{};

import"./secrets-findings-finding-rules.js";
export{t as secretsCommand}from"./secrets.js";

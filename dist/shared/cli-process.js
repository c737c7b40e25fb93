export{t as runOnProcess}from"./part-cli.js";

export{d as checkCommand}from"./part-cli.js";

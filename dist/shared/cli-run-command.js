export{r as runCommand}from"./part-cli.js";

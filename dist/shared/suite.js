export{s as loadSections}from"./part-cli.js";

export{t as readActions}from"./part-inventory-githubactions.js";

export{t as licensesCommand}from"./licenses.js";

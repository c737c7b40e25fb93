export{t as parse}from"./npm-smol-toml.js";

export{n as sectionOf}from"./runtime-config-input-schema2.js";

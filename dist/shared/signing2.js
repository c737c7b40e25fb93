export{n as signCommand,t as verifyCommand}from"./signing.js";

export{n as pubspecAsks}from"./part-inventory-pub.js";

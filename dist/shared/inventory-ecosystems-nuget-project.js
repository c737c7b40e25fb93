export{i as projectAsks}from"./part-inventory-nuget.js";

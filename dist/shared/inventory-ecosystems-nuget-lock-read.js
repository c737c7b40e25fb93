export{n as readNuGetLock}from"./part-inventory-nuget.js";

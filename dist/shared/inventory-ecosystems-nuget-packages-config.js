export{t as readPackagesConfig}from"./part-inventory-nuget.js";

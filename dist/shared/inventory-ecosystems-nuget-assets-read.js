export{r as readNuGetAssets}from"./part-inventory-nuget.js";

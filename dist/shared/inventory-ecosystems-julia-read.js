export{t as readJuliaManifest}from"./part-inventory-julia.js";

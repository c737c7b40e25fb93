export{t as readPodfileLock}from"./part-inventory-cocoapods.js";

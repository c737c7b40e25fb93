export{n as conanfileAsks}from"./part-inventory-conan.js";

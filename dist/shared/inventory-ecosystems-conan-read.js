export{t as readConanLock}from"./part-inventory-conan.js";

export{t as readComposerLock}from"./part-inventory-composer.js";

export{c as checkedOut,C as findCommit,h as isInTree,E as mergeBase,k as openRepository}from"./part-base.js";

import{$f}from"./vendor-cyclonedx-cyclonedx-library.js";
export default $f();
export{};

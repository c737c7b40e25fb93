import{bv}from"./10-vendor-cyclonedx-cyclonedx-library.js";
export default bv();
export{};

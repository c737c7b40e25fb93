import{Bm}from"./52-vendor-cyclonedx-cyclonedx-library.js";
export default Bm();
export{};

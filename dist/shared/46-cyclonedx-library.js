import{Yh}from"./10-vendor-cyclonedx-cyclonedx-library.js";
export default Yh();
export{};

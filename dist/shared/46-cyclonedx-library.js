import{Sv}from"./10-vendor-cyclonedx-cyclonedx-library.js";
export default Sv();
export{};

import{zp}from"./62-vendor-cyclonedx-cyclonedx-library.js";
export default zp();
export{};

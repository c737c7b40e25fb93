import{Op}from"./18-vendor-cyclonedx-cyclonedx-library.js";
export default Op();
export{};

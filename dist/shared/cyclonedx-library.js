import{ep}from"./64-vendor-cyclonedx-cyclonedx-library.js";
export default ep();
export{};

import{zm}from"./52-vendor-cyclonedx-cyclonedx-library.js";
export default zm();
export{};

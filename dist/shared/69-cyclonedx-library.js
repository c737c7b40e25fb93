import{Vm}from"./52-vendor-cyclonedx-cyclonedx-library.js";
export default Vm();
export{};

import{Ap}from"./61-vendor-cyclonedx-cyclonedx-library.js";
export default Ap();
export{};

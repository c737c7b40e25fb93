import{t as e}from"./npm-cyclonedx-cyclonedx-library.js";
export default e();
export{};

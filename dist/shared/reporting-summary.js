import{n as e,t}from"./reporting-markdown.js";
function n(n,r=1048576){return t(n,{limit:r,measure:e,rows:50})}
export{n as renderSummary};

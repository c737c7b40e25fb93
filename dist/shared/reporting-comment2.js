import{r as e,t}from"./reporting-markdown.js";
const n=65536;
function r({command:e,workingDirectory:t,id:n}){return`<!-- assay:comment:2:${[e,t,n].map(e=>encodeURIComponent(e.toWellFormed()).replaceAll(`-`,`%2D`)).join(`:`)} -->`}
function i(e){return`<!-- assay:comment:${e.toLowerCase().replace(/[^a-z0-9]+/g,`-`)} -->`}
function a({command:e,subject:t},n){return{command:e,workingDirectory:t.workingDirectory,id:n}}
function o(i,o=``,s=n){return t(i,{limit:s,measure:e,marker:r(a(i,o)),rows:20})}
export{o as a,i,a as n,r,n as t};

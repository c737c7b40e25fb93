import{t as e}from"./part-inventory.js";
import{r as t}from"./dependencies-ignores-imported.js";
import{n}from"./dependencies-ignores-yaml-entries.js";
function r(r,i){let a=n(e(r,i))??{},o=t(i),s=[],c=e=>{let t=a[e],n=typeof t==`string`?t.split(`,`):t??[];return Array.isArray(n)&&n.every(e=>typeof e==`string`)?n.map(e=>e.trim()).filter(Boolean):(s.push({id:`\`${e}\``,why:`it is no list of texts`}),[])},l=c(`allow-ghsas`).map(e=>{let t=o(e);return{id:e,source:t===void 0?{path:r}:{path:r,startLine:t},isOwn:!1,advisory:e.toLowerCase(),matches:()=>!0}}),u=(e,t)=>c(e).map(n=>({package:`${n.replace(/\/$/,``)}${t}`,reason:`\`${e}\` of ${r}`}));return{ignores:l,faults:s,denied:[...u(`deny-packages`,``),...u(`deny-groups`,`/*`)]}}
export{r as readDependencyReview};

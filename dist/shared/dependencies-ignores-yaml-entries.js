import{Tn as e}from"./part-base.js";
import{t}from"./part-inventory.js";
function n(n,a,o,s){let c=r(t(n,a))?.[o]??[];if(!Array.isArray(c))throw new e(`\`${o}\` of ${n} is no list`);let l=[],u=[];for(let e of c){let t=r(e),n=Object.keys(t??{}).find(e=>!s.includes(e)),a=i(t??{},s[0]??``)??`an entry`;t===void 0?l.push({id:a,why:`it is no mapping in \`${o}\``}):n===void 0?u.push({fields:t}):l.push({id:a,why:`\`${n.slice(0,60)}\` is not understood`})}return{entries:u,faults:l}}
function r(e){return typeof e==`object`&&e&&!Array.isArray(e)?e:void 0}
function i(e,t){let n=e[t];return typeof n==`string`&&n.trim()!==``?n.trim():void 0}
export{r as n,i as r,n as t};

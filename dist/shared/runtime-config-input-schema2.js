import{un as e}from"./part-base.js";
import{i as t,l as n,n as r,o as i,r as a,u as o}from"./npm-zod.js";
const s=o().trim().min(1);
function c(e){switch(e.type){case`string`:case`path`:return s;case`boolean`:return t();case`integer`:return i().min(e.minimum).max(e.maximum);case`choice`:return r(e.choices);case`list`:{let t=a(e.choices===void 0?s:r(e.choices));return e.required===!0?t.min(1):t}}}
function l(e,t){let n=t===``?``:`${t}.`,r=Object.values(e).flatMap(e=>{let{configKey:t=``,description:r}=e,i=t.startsWith(n)?t.slice(n.length):``;return i===``||i.includes(`.`)?[]:[[i,c(e).optional().describe(r)]]});return Object.fromEntries(r)}
async function u({name:t,inputs:r,rules:i,config:a}){if(a===void 0)throw new e(`The command ${t} declares no config section`);let o=await a.ownKeys?.()??{},s={...l(r,t),...o},{description:c,example:u,loosened:d={}}=a;return{key:t,description:c,example:u,schema:n(s),inputs:r,rules:i,loosened:d}}
export{u as n,l as t};

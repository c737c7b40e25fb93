import"./rolldown-runtime.js";
import{Yt as InternalError}from"./part-base.js";
import{a as int,c as strictObject,i as boolean,l as string,n as _enum,r as array}from"./npm-zod.js";
const text=string().trim().min(1);
function inputSchema(e){switch(e.type){case`string`:case`path`:return text;case`boolean`:return boolean();case`integer`:return int().min(e.minimum).max(e.maximum);case`choice`:return _enum(e.choices);case`list`:{let t=array(e.choices===void 0?text:_enum(e.choices));return e.required===!0?t.min(1):t}}}
function inputKeys(e,t){let n=t===``?``:`${t}.`,r=Object.values(e).flatMap(e=>{let{configKey:t=``,description:r}=e,i=t.startsWith(n)?t.slice(n.length):``;return i===``||i.includes(`.`)?[]:[[i,inputSchema(e).optional().describe(r)]]});return Object.fromEntries(r)}
async function sectionOf({name:e,inputs:t,rules:n,config:r}){if(r===void 0)throw new InternalError(`The command ${e} declares no config section`);let i=await r.ownKeys?.()??{},a={...inputKeys(t,e),...i},{description:o,example:s,loosened:c={}}=r;return{key:e,description:o,example:s,schema:strictObject(a),inputs:t,rules:n,loosened:c}}
export{sectionOf as n,inputKeys as t};

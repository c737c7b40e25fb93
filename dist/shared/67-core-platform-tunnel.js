function Pv(e,t,n){let r=e.protocol===`https:`,i=r?new du.Agent(n):new uu.Agent(n);return i.createConnection=(e,n)=>{let{host:i=``,port:a}=e,o=`${qn(i)===6?`[${i}]`:i}:${a}`,s=(t.protocol===`https:`?du:uu).request({host:t.hostname.replace(/^\[|\]$/g,``),port:t.port||(t.protocol===`https:`?443:80),method:`CONNECT`,path:o,agent:!1,timeout:3e4,headers:{host:o,...c(t)}});s.once(`timeout`,()=>s.destroy(Error(`the proxy does not answer`))),s.once(`error`,e=>n?.(e,void 0)),s.once(`connect`,({statusCode:t=0},a)=>{if(a.setTimeout(0),t<200||t>299)return a.destroy(),void n?.(new Nu(t),void 0);let o={...qn(i)===0?{servername:i}:{},...e,socket:a};n?.(null,r?lh(o):a)}),s.end()},i}
function c({username:e,password:t}){if(e===``&&t===``)return{};let n=`${fu(e)}:${fu(t)}`;return{"proxy-authorization":`Basic ${Buffer.from(n).toString(`base64`)}`}}
import{Nu}from"./56-base.js";
const {isIP:qn}=process.getBuiltinModule("node:net");
const uu=process.getBuiltinModule("node:http");
const {unescape:fu}=process.getBuiltinModule("node:querystring");
const {connect:lh}=process.getBuiltinModule("node:tls");
const du=process.getBuiltinModule("node:https");
export{Pv as tunnelAgent};

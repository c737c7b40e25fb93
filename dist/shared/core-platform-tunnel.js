import{Nc}from"./27-base.js";
const {isIP:Sc}=process.getBuiltinModule("node:net");
const bc=process.getBuiltinModule("node:http");
const {connect:Lf}=process.getBuiltinModule("node:tls");
const xc=process.getBuiltinModule("node:https");
function Xm(e,t,n){let r=e.protocol===`https:`,i=r?new xc.Agent(n):new bc.Agent(n);return i.createConnection=(e,n)=>{let{host:i=``,port:a}=e,o=`${Sc(i)===6?`[${i}]`:i}:${a}`,s=(t.protocol===`https:`?xc:bc).request({host:t.hostname.replace(/^\[|\]$/g,``),port:t.port||(t.protocol===`https:`?443:80),method:`CONNECT`,path:o,agent:!1,timeout:3e4,headers:{host:o,...c(t)}});s.once(`timeout`,()=>s.destroy(Error(`the proxy does not answer`))),s.once(`error`,e=>n?.(e,void 0)),s.once(`connect`,({statusCode:t=0},a)=>{if(a.setTimeout(0),t<200||t>299)return a.destroy(),void n?.(new Nc(t),void 0);let o={...Sc(i)===0?{servername:i}:{},...e,socket:a};n?.(null,r?Lf(o):a)}),s.end()},i}
function c({username:e,password:t}){if(e===``&&t===``)return{};let n=`${decodeURIComponent(e)}:${decodeURIComponent(t)}`;return{"proxy-authorization":`Basic ${Buffer.from(n).toString(`base64`)}`}}
export{Xm as tunnelAgent};

import{Ic}from"./27-base.js";
const {isIP:wc}=process.getBuiltinModule("node:net");
const Sc=process.getBuiltinModule("node:http");
const {unescape:Tc}=process.getBuiltinModule("node:querystring");
const {connect:zf}=process.getBuiltinModule("node:tls");
const Cc=process.getBuiltinModule("node:https");
function Zm(e,t,n){let r=e.protocol===`https:`,i=r?new Cc.Agent(n):new Sc.Agent(n);return i.createConnection=(e,n)=>{let{host:i=``,port:a}=e,o=`${wc(i)===6?`[${i}]`:i}:${a}`,s=(t.protocol===`https:`?Cc:Sc).request({host:t.hostname.replace(/^\[|\]$/g,``),port:t.port||(t.protocol===`https:`?443:80),method:`CONNECT`,path:o,agent:!1,timeout:3e4,headers:{host:o,...c(t)}});s.once(`timeout`,()=>s.destroy(Error(`the proxy does not answer`))),s.once(`error`,e=>n?.(e,void 0)),s.once(`connect`,({statusCode:t=0},a)=>{if(a.setTimeout(0),t<200||t>299)return a.destroy(),void n?.(new Ic(t),void 0);let o={...wc(i)===0?{servername:i}:{},...e,socket:a};n?.(null,r?zf(o):a)}),s.end()},i}
function c({username:e,password:t}){if(e===``&&t===``)return{};let n=`${Tc(e)}:${Tc(t)}`;return{"proxy-authorization":`Basic ${Buffer.from(n).toString(`base64`)}`}}
export{Zm as tunnelAgent};

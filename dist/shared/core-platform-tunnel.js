import{Lc}from"./27-base.js";
const {isIP:Tc}=process.getBuiltinModule("node:net");
const Cc=process.getBuiltinModule("node:http");
const {unescape:Ec}=process.getBuiltinModule("node:querystring");
const {connect:Bf}=process.getBuiltinModule("node:tls");
const wc=process.getBuiltinModule("node:https");
function Qm(e,t,n){let r=e.protocol===`https:`,i=r?new wc.Agent(n):new Cc.Agent(n);return i.createConnection=(e,n)=>{let{host:i=``,port:a}=e,o=`${Tc(i)===6?`[${i}]`:i}:${a}`,s=(t.protocol===`https:`?wc:Cc).request({host:t.hostname.replace(/^\[|\]$/g,``),port:t.port||(t.protocol===`https:`?443:80),method:`CONNECT`,path:o,agent:!1,timeout:3e4,headers:{host:o,...c(t)}});s.once(`timeout`,()=>s.destroy(Error(`the proxy does not answer`))),s.once(`error`,e=>n?.(e,void 0)),s.once(`connect`,({statusCode:t=0},a)=>{if(a.setTimeout(0),t<200||t>299)return a.destroy(),void n?.(new Lc(t),void 0);let o={...Tc(i)===0?{servername:i}:{},...e,socket:a};n?.(null,r?Bf(o):a)}),s.end()},i}
function c({username:e,password:t}){if(e===``&&t===``)return{};let n=`${Ec(e)}:${Ec(t)}`;return{"proxy-authorization":`Basic ${Buffer.from(n).toString(`base64`)}`}}
export{Qm as tunnelAgent};

function og(e,t,n){let r=e.protocol===`https:`,i=r?new cl.Agent(n):new sl.Agent(n);return i.createConnection=(e,n)=>{let{host:i=``,port:a}=e,o=`${ll(i)===6?`[${i}]`:i}:${a}`,s=(t.protocol===`https:`?cl:sl).request({host:t.hostname.replace(/^\[|\]$/g,``),port:t.port||(t.protocol===`https:`?443:80),method:`CONNECT`,path:o,agent:!1,timeout:3e4,headers:{host:o,...c(t)}});s.once(`timeout`,()=>s.destroy(Error(`the proxy does not answer`))),s.once(`error`,e=>n?.(e,void 0)),s.once(`connect`,({statusCode:t=0},a)=>{if(a.setTimeout(0),t<200||t>299)return a.destroy(),void n?.(new xl(t),void 0);let o={...ll(i)===0?{servername:i}:{},...e,socket:a};n?.(null,r?Vp(o):a)}),s.end()},i}
function c({username:e,password:t}){if(e===``&&t===``)return{};let n=`${ul(e)}:${ul(t)}`;return{"proxy-authorization":`Basic ${Buffer.from(n).toString(`base64`)}`}}
import{xl}from"./56-base.js";
const {isIP:ll}=process.getBuiltinModule("node:net");
const sl=process.getBuiltinModule("node:http");
const {unescape:ul}=process.getBuiltinModule("node:querystring");
const {connect:Vp}=process.getBuiltinModule("node:tls");
const cl=process.getBuiltinModule("node:https");
export{og as tunnelAgent};

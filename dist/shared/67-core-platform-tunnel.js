function Mv(e,t,n){let r=e.protocol===`https:`,i=r?new cu.Agent(n):new su.Agent(n);return i.createConnection=(e,n)=>{let{host:i=``,port:a}=e,o=`${Kn(i)===6?`[${i}]`:i}:${a}`,s=(t.protocol===`https:`?cu:su).request({host:t.hostname.replace(/^\[|\]$/g,``),port:t.port||(t.protocol===`https:`?443:80),method:`CONNECT`,path:o,agent:!1,timeout:3e4,headers:{host:o,...c(t)}});s.once(`timeout`,()=>s.destroy(Error(`the proxy does not answer`))),s.once(`error`,e=>n?.(e,void 0)),s.once(`connect`,({statusCode:t=0},a)=>{if(a.setTimeout(0),t<200||t>299)return a.destroy(),void n?.(new Au(t),void 0);let o={...Kn(i)===0?{servername:i}:{},...e,socket:a};n?.(null,r?sh(o):a)}),s.end()},i}
function c({username:e,password:t}){if(e===``&&t===``)return{};let n=`${lu(e)}:${lu(t)}`;return{"proxy-authorization":`Basic ${Buffer.from(n).toString(`base64`)}`}}
import{Au}from"./56-base.js";
const {isIP:Kn}=process.getBuiltinModule("node:net");
const su=process.getBuiltinModule("node:http");
const {unescape:lu}=process.getBuiltinModule("node:querystring");
const {connect:sh}=process.getBuiltinModule("node:tls");
const cu=process.getBuiltinModule("node:https");
export{Mv as tunnelAgent};

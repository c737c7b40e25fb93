
var d=Object.create,c=Object.defineProperty,f=Object.getOwnPropertyDescriptor,p=Object.getOwnPropertyNames,m=Object.getPrototypeOf,l=Object.prototype.hasOwnProperty,Pe=(e,t)=>()=>(t||(e((t={exports:{}}).exports,t,t.exports),e=null),t.exports),u=(e,t,n,r)=>{if(t&&typeof t==`object`||typeof t==`function`)for(var i=p(t),a=0,o=i.length,s;a<o;a++)s=i[a],!l.call(e,s)&&s!==n&&c(e,s,{get:(e=>t[e]).bind(null,s),enumerable:!(r=f(t,s))||r.enumerable});return e},Ri=(e,t,n)=>(n=e==null?{}:d(m(e)),u(t||!e||!e.__esModule||!l.call(e,`default`)?c(n,`default`,{value:e,enumerable:!0}):n,e));
export{Ri,Pe};

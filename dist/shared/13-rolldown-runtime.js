
var u=Object.create,c=Object.defineProperty,d=Object.getOwnPropertyDescriptor,f=Object.getOwnPropertyNames,p=Object.getPrototypeOf,l=Object.prototype.hasOwnProperty,ze=(e,t)=>()=>(t||(e((t={exports:{}}).exports,t,t.exports),e=null),t.exports),nu=(e,t,n)=>(n=e==null?{}:u(p(e)),((e,t,n,r)=>{if(t&&typeof t==`object`||typeof t==`function`)for(var i,a=f(t),o=0,s=a.length;o<s;o++)!l.call(e,i=a[o])&&i!==void 0&&c(e,i,{get:(e=>t[e]).bind(null,i),enumerable:!(r=d(t,i))||r.enumerable});return e})(!t&&e&&e.__esModule&&l.call(e,`default`)?n:c(n,`default`,{value:e,enumerable:!0}),e));
export{nu,ze};

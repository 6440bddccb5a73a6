export { default as common } from './common.json' with { type: 'json' }
export { default as shop } from './shop.json' with { type: 'json' }
export { default as checkout } from './checkout.json' with { type: 'json' }
export { default as payment } from './payment.json' with { type: 'json' }
export { default as admin } from './admin.json' with { type: 'json' }
export { default as sandbox } from './sandbox.json' with { type: 'json' }
export { default as mail } from './mail.json' with { type: 'json' }
export { default as products } from './products.json' with { type: 'json' }

// Runs in the browser before anything else of the product. Zod would try whether code can be made from text, which the
// page's policy refuses and reports; this is where its config() keeps the answer.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })

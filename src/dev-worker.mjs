// Lets a worker thread run TypeScript when the desk itself runs from the sources (`npm run dev`, tests).
import { workerData } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

register()
await import(workerData.entry)

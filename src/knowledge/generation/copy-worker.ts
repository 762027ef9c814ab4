import { parentPort, workerData } from 'node:worker_threads'
import { type CopyOrder, copyAtOnce } from './file-copy.js'

// A thread that copies one file and ends.
const order: CopyOrder = workerData
parentPort?.postMessage(copyAtOnce(order))

import { parentPort, workerData } from 'node:worker_threads'
import { readBytes } from './read-bytes.ts'

parentPort?.postMessage(await readBytes(workerData))

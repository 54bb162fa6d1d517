import { parentPort, workerData } from 'node:worker_threads'
import { openConnection } from './connection.ts'

// The program of the thread that moves pages from the log into the database while the writer goes on writing.

const { file } = workerData as { readonly file: string }
const connection = openConnection(file)
const passive = connection.prepare('pragma wal_checkpoint(passive)')

parentPort?.on('message', () => {
  passive.get()
  parentPort?.postMessage('done')
})

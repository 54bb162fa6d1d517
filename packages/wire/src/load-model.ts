import { readFileSync } from 'node:fs'
import type { ServiceModel } from './model.ts'

/** Reads a service's model from `model/<service>.json`, beside the sources. */
export const loadModel = (service: 'cognito-idp' | 'cognito-identity' | 'kms'): ServiceModel =>
  JSON.parse(readFileSync(new URL(`../model/${service}.json`, import.meta.url), 'utf8')) as ServiceModel

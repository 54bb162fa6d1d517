import type { Pool } from '../../domain/pool.ts'
import type { Trigger } from './trigger-event.ts'

/** The ARN of the function that a pool has for a trigger. */
export function functionOf({ settings }: Pool, trigger: Trigger): string | undefined {
  const configured = settings.LambdaConfig
  return (trigger === 'PreTokenGeneration' && configured?.PreTokenGenerationConfig?.LambdaArn) || configured?.[trigger]
}

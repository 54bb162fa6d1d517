const hourMs = 3_600_000
const dayMs = 24 * hourMs
const resetHour = 9

/**
 * E-mails a day that an account may send in a Region where its pools leave sending to the service, and when the count
 * starts over: at 09:00 UTC. https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html#resource-quotas
 */
export const dailyEmails = {
  quota: 'DailyEmails',
  standard: 50,
  /** When the day that `now` lies in ends. */
  endOfDay: (now: number) => Math.floor((now - resetHour * hourMs) / dayMs + 1) * dayMs + resetHour * hourMs,
} as const

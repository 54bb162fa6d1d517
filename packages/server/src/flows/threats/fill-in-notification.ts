/** The placeholders of a notification; those without a value say so. */
export type NotificationValues = Readonly<Record<(typeof placeholders)[number], string | undefined>>

/** https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-message-templates.html */
const placeholders = [
  'username',
  'ip-address',
  'city',
  'country',
  'login-time',
  'device-name',
  'one-click-link-valid',
  'one-click-link-invalid',
  'event-id',
  'feedback-token',
] as const

const known = new RegExp(`\\{(${placeholders.join('|')})\\}`, 'g')

/** In one pass, so that a value is never read as a template again. */
export function fillInNotification(
  template: string,
  values: NotificationValues,
  write: (value: string) => string = (value) => value,
): string {
  return template.replace(known, (_, name: keyof NotificationValues) => write(values[name] ?? 'unknown'))
}

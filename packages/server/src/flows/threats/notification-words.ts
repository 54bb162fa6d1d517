import type { NotifyConfigurationType, NotifyEmailType } from '@cognate/wire/user-pools.ts'
import type { RiskResponse } from '../../domain/risk-response.ts'

/** What is said of each answer to a risk: the operator's words, else ours. */
export function notificationWords(
  { does }: Pick<RiskResponse, 'does'>,
  configured: NotifyConfigurationType | undefined,
): NotifyEmailType {
  const own = configured?.[memberOf[does]]
  // Without a body of its own it has ours.
  return own?.HtmlBody === undefined && own?.TextBody === undefined ? { ...ours[does], ...own } : own
}

const memberOf = { blocks: 'BlockEmail', asks: 'MfaEmail', 'goes on': 'NoActionEmail' } as const

const details = `Time: {login-time}
Address: {ip-address}
Device: {device-name}

If this was not you, change your password, and tell us: {one-click-link-invalid}
If this was you, you can tell us that too: {one-click-link-valid}`

const ours: Readonly<Record<RiskResponse['does'], NotifyEmailType>> = {
  blocks: {
    Subject: 'A sign-in was blocked',
    TextBody: `Somebody signed in to the account {username} from where you never did. We did not let them in.\n\n${details}`,
  },
  asks: {
    Subject: 'A sign-in was questioned',
    TextBody: `Somebody signed in to the account {username} from where you never did. We asked for a second factor.\n\n${details}`,
  },
  'goes on': {
    Subject: 'A new sign-in',
    TextBody: `Somebody signed in to the account {username} from where you never did.\n\n${details}`,
  },
}

import type { MovableClock } from '../ambient/clock.ts'
import type { Metrics } from '../ambient/metrics.ts'
import { isForeignPage } from '../http/foreign-page.ts'
import type { Door, HttpRequest, HttpResponse } from '../http/message.ts'
import { answer, answerText } from './answer.ts'
import { checkOperator } from './check-operator.ts'
import { clearInbox, showInbox } from './inbox.ts'
import { type Account, replayFlow, showFlows } from './flows.ts'
import { health } from './health.ts'
import { moveClock } from './move-clock.ts'
import type { OperatorWorld } from './operator-world.ts'

export type OperatorSettings = { readonly metrics: Metrics } & (
  | { readonly profile: 'dev'; readonly clock: MovableClock }
  | { readonly profile: 'serve' }
)

type Handler = (request: HttpRequest, account: Account) => Promise<HttpResponse> | HttpResponse
type Address = Readonly<Partial<Record<'GET' | 'POST' | 'DELETE', Handler>>>

const root = '/_cognate/'
const healthPath = `${root}health`

/**
 * The operator's addresses, `/_cognate/…`. `GET health` tells whether the server can serve, `GET metrics` how it does;
 * `GET flows` what was recorded of flows, `POST flows/replay` plays one's events again; in dev there are also the inbox and the clock. Outside dev everything but health wants an access key.
 */
export function operatorDoor(settings: OperatorSettings, world: OperatorWorld): Door {
  const addresses = addressesOf(settings, world)
  const admitted = { own: new URL(world.site.publicUrl).origin, loopback: settings.profile === 'dev' }
  return (request) => {
    if (!request.path.startsWith(root) && `${request.path}/` !== root) return undefined
    return isForeignPage(request, admitted) ? Promise.resolve(foreign) : serve(request, { addresses, settings, world })
  }
}

interface House {
  readonly addresses: Readonly<Record<string, Address | undefined>>
  readonly settings: OperatorSettings
  readonly world: OperatorWorld
}

async function serve(request: HttpRequest, { addresses, settings, world }: House): Promise<HttpResponse> {
  const open = settings.profile === 'dev' || request.path === healthPath
  const operator = open ? { account: undefined } : await checkOperator(request, world)
  if ('refusal' in operator) return operator.refusal
  const address = addresses[request.path]
  if (!address) return answer(404, { message: 'There is nothing at this address.' })
  const handler = handlerOf(address, request.method)
  return handler
    ? handler(request, operator.account)
    : answer(405, { message: 'The method is not served here.' }, { allow: allow(address) })
}

function addressesOf(settings: OperatorSettings, world: OperatorWorld): House['addresses'] {
  const common: House['addresses'] = {
    [healthPath]: { GET: health(world) },
    [`${root}flows`]: { GET: (request, account) => showFlows(request, account, world) },
    [`${root}flows/replay`]: { POST: (request, account) => replayFlow(request, account, world) },
    [`${root}metrics`]: { GET: () => showMetrics(settings.metrics, world) },
  }
  if (settings.profile === 'serve') return common
  return {
    ...common,
    [`${root}inbox`]: { GET: (request) => showInbox(request, world), DELETE: () => clearInbox(world) },
    [`${root}clock`]: { POST: (request) => moveClock(request, settings.clock, world) },
  }
}

async function showMetrics(metrics: Metrics, { store }: OperatorWorld): Promise<HttpResponse> {
  // A store that fails is when the other metrics are wanted.
  metrics.tellWaiting(await store.outbox.waiting().catch(() => undefined))
  const { contentType, text } = await metrics.render()
  return answerText(contentType, text)
}

function handlerOf(address: Address, method: string): Handler | undefined {
  if (method === 'HEAD') return address.GET
  return Object.hasOwn(address, method) ? address[method as keyof Address] : undefined
}

function allow(address: Address): string {
  return [...Object.keys(address), ...(address.GET ? ['HEAD'] : [])].join(', ')
}

const foreign = answer(403, { message: 'Pages of other sites may not ask here.' })

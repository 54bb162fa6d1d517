/** Worst and p99.9 delay of the server's event loops in milliseconds since this was last asked. */
export async function loopDelay(
  port: number,
  workers: number,
): Promise<{ readonly worst: number; readonly p999: number }> {
  const scraped = []
  // Each on a connection of its own: several processes take them in turns.
  for (let at = 0; at < workers; at++) scraped.push(await scrape(port))
  return {
    worst: Math.max(...scraped.map((text) => gauge(text, '1'))),
    p999: Math.max(...scraped.map((text) => gauge(text, '0.999'))),
  }
}

async function scrape(port: number): Promise<string> {
  const headers = { connection: 'close' }
  return (await fetch(`http://127.0.0.1:${port}/_cognate/metrics`, { headers })).text()
}

function gauge(text: string, quantile: string): number {
  const line = new RegExp(`^cognate_event_loop_delay_seconds\\{[^}]*quantile="${quantile}"[^}]*\\} (\\S+)$`, 'm')
  return Number(line.exec(text)?.[1] ?? Number.NaN) * 1000
}

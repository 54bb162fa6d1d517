import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/**
 * Where this machine keeps Terraform's provider for AWS, if it has Terraform too. Nothing is downloaded for a test: the
 * provider alone is some hundred megabytes.
 */
export function findTerraformPlugins(): string | undefined {
  try {
    execFileSync('terraform', ['version'], { stdio: 'ignore' })
  } catch {
    return undefined
  }
  return places().find((place) => existsSync(join(place, 'registry.terraform.io', 'hashicorp', 'aws')))
}

/** https://developer.hashicorp.com/terraform/cli/config/config-file#provider-installation */
function places(): readonly string[] {
  const named = [process.env['COGNATE_TERRAFORM_PLUGINS'], process.env['TF_PLUGIN_CACHE_DIR']]
  const usual = ['/usr/local/share/terraform/plugins', '/usr/share/terraform/plugins', '/opt/tf-plugins']
  return [...named.filter((place) => place !== undefined), join(homedir(), '.terraform.d', 'plugins'), ...usual]
}

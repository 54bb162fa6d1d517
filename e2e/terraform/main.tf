# Everything of Cognito's user pools that the provider can make, in two stages: the second changes each in place.

terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

variable "endpoint" {
  type = string
}

variable "stage" {
  type = number
}

locals {
  later = var.stage == 2
  word  = local.later ? "later" : "first"
}

provider "aws" {
  region                      = "us-east-1"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
  skip_requesting_account_id  = true

  endpoints {
    cognitoidp = var.endpoint
  }
}

resource "aws_cognito_user_pool" "bare" {
  name = "bare"
  tags = local.later ? { stage = local.word } : {}
}

resource "aws_cognito_user_pool" "whole" {
  name                       = "whole"
  alias_attributes           = ["email", "preferred_username"]
  auto_verified_attributes   = ["email"]
  deletion_protection        = local.later ? "INACTIVE" : "ACTIVE"
  mfa_configuration          = local.later ? "ON" : "OPTIONAL"
  sms_authentication_message = "Sign in (${local.word}): {####}"
  user_pool_tier             = local.later ? "PLUS" : "ESSENTIALS"

  account_recovery_setting {
    recovery_mechanism {
      name     = local.later ? "admin_only" : "verified_email"
      priority = 1
    }
  }

  admin_create_user_config {
    allow_admin_create_user_only = local.later

    invite_message_template {
      email_message = "Hello {username}: {####} (${local.word})"
      email_subject = "Welcome"
      sms_message   = "Hello {username}: {####}"
    }
  }

  device_configuration {
    challenge_required_on_new_device      = local.later
    device_only_remembered_on_user_prompt = true
  }

  email_configuration {
    email_sending_account  = "DEVELOPER"
    from_email_address     = "Example <no-reply@example.com>"
    reply_to_email_address = "${local.word}@example.com"
    source_arn             = "arn:aws:ses:us-east-1:000000000000:identity/example.com"
  }

  password_policy {
    minimum_length                   = local.later ? 14 : 10
    password_history_size            = 3
    require_lowercase                = true
    require_numbers                  = false
    require_symbols                  = local.later
    require_uppercase                = true
    temporary_password_validity_days = 3
  }

  schema {
    name                = "email"
    attribute_data_type = "String"
    mutable             = true
    required            = true

    string_attribute_constraints {
      min_length = "0"
      max_length = "2048"
    }
  }

  schema {
    name                = "age"
    attribute_data_type = "Number"
    mutable             = true

    number_attribute_constraints {
      min_value = "0"
      max_value = "150"
    }
  }

  dynamic "schema" {
    for_each = local.later ? ["added"] : []

    content {
      name                     = schema.value
      attribute_data_type      = "Boolean"
      developer_only_attribute = false
      mutable                  = true
      required                 = false
    }
  }

  sign_in_policy {
    allowed_first_auth_factors = local.later ? ["PASSWORD"] : ["PASSWORD", "WEB_AUTHN"]
  }

  software_token_mfa_configuration {
    enabled = true
  }

  tags = {
    stage = local.word
  }

  user_attribute_update_settings {
    attributes_require_verification_before_update = ["email"]
  }

  dynamic "user_pool_add_ons" {
    for_each = local.later ? ["AUDIT"] : []

    content {
      advanced_security_mode = user_pool_add_ons.value
    }
  }

  username_configuration {
    case_sensitive = true
  }

  verification_message_template {
    default_email_option = local.later ? "CONFIRM_WITH_LINK" : "CONFIRM_WITH_CODE"
    email_message        = "Your code: {####}"
    email_subject        = "A code (${local.word})"
    sms_message          = "Your code: {####}"
  }
}

resource "aws_cognito_resource_server" "orders" {
  identifier   = "https://orders.example.com"
  name         = "Orders"
  user_pool_id = aws_cognito_user_pool.whole.id

  scope {
    scope_name        = "read"
    scope_description = "Read orders"
  }

  dynamic "scope" {
    for_each = local.later ? ["write"] : []

    content {
      scope_name        = scope.value
      scope_description = "Write orders"
    }
  }
}

resource "aws_cognito_identity_provider" "oidc" {
  provider_name   = "Company"
  provider_type   = "OIDC"
  user_pool_id    = aws_cognito_user_pool.whole.id
  idp_identifiers = ["${local.word}.example.com"]

  attribute_mapping = {
    email    = "email"
    username = "sub"
  }

  provider_details = {
    attributes_request_method     = "GET"
    attributes_url                = "https://id.example.com/userinfo"
    attributes_url_add_attributes = "false"
    authorize_scopes              = local.later ? "openid email" : "openid"
    authorize_url                 = "https://id.example.com/authorize"
    client_id                     = "client"
    client_secret                 = "secret of the ${local.word}"
    jwks_uri                      = "https://id.example.com/jwks"
    oidc_issuer                   = "https://id.example.com"
    token_url                     = "https://id.example.com/token"
  }
}

resource "aws_cognito_identity_provider" "google" {
  provider_name = "Google"
  provider_type = "Google"
  user_pool_id  = aws_cognito_user_pool.whole.id

  attribute_mapping = {
    email    = "email"
    username = "sub"
  }

  provider_details = {
    authorize_scopes = "email ${local.later ? "openid profile" : "profile"}"
    client_id        = "client.apps.googleusercontent.com"
    client_secret    = "secret"
  }

  lifecycle {
    # The service adds what it knows of Google, and the provider shows that as a change.
    ignore_changes = [provider_details]
  }
}

resource "aws_cognito_user_pool_client" "public" {
  name         = "public"
  user_pool_id = aws_cognito_user_pool.whole.id
}

resource "aws_cognito_user_pool_client" "whole" {
  name                                          = "whole ${local.word}"
  user_pool_id                                  = aws_cognito_user_pool.whole.id
  access_token_validity                         = local.later ? 30 : 15
  allowed_oauth_flows                           = ["code"]
  allowed_oauth_flows_user_pool_client          = true
  allowed_oauth_scopes                          = ["openid", "email", "${aws_cognito_resource_server.orders.identifier}/read"]
  auth_session_validity                         = local.later ? 5 : 3
  callback_urls                                 = ["https://app.example.com/${local.word}"]
  default_redirect_uri                          = "https://app.example.com/${local.word}"
  enable_propagate_additional_user_context_data = true
  enable_token_revocation                       = true
  explicit_auth_flows                           = local.later ? ["ALLOW_USER_SRP_AUTH"] : ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]
  generate_secret                               = true
  id_token_validity                             = 20
  logout_urls                                   = ["https://app.example.com/out"]
  prevent_user_existence_errors                 = "ENABLED"
  read_attributes                               = local.later ? ["email", "name"] : ["email"]
  refresh_token_validity                        = 10
  supported_identity_providers                  = ["COGNITO", aws_cognito_identity_provider.oidc.provider_name]
  write_attributes                              = ["email", "name"]

  token_validity_units {
    access_token  = "minutes"
    id_token      = "minutes"
    refresh_token = "days"
  }
}

resource "aws_cognito_user_pool_domain" "prefix" {
  domain                = "terraform"
  managed_login_version = local.later ? 2 : 1
  user_pool_id          = aws_cognito_user_pool.whole.id
}

resource "aws_cognito_user_pool_ui_customization" "all" {
  css          = ".label-customizable {font-weight: ${local.later ? 700 : 400};}"
  user_pool_id = aws_cognito_user_pool_domain.prefix.user_pool_id
}

resource "aws_cognito_risk_configuration" "all" {
  user_pool_id = aws_cognito_user_pool.risky.id

  compromised_credentials_risk_configuration {
    event_filter = local.later ? ["SIGN_IN", "PASSWORD_CHANGE"] : ["SIGN_IN"]

    actions {
      event_action = local.later ? "NO_ACTION" : "BLOCK"
    }
  }

  risk_exception_configuration {
    blocked_ip_range_list = ["10.10.10.0/24"]
  }
}

resource "aws_cognito_user_pool" "risky" {
  name           = "risky"
  user_pool_tier = "PLUS"

  user_pool_add_ons {
    advanced_security_mode = "ENFORCED"
  }
}

resource "aws_cognito_user_group" "admins" {
  description  = "The ${local.word}"
  name         = "admins"
  precedence   = local.later ? 2 : 1
  role_arn     = "arn:aws:iam::000000000000:role/admins"
  user_pool_id = aws_cognito_user_pool.whole.id
}

resource "aws_cognito_user" "ada" {
  enabled        = !local.later
  message_action = "SUPPRESS"
  password       = "Correct-horse-${var.stage}"
  user_pool_id   = aws_cognito_user_pool.whole.id
  username       = "ada"

  attributes = {
    # A changed address would wait to be verified, as the pool asks for it, and the plan would show it.
    email          = "ada@example.com"
    email_verified = "true"
    name           = "Ada the ${local.word}"
  }
}

resource "aws_cognito_user_in_group" "ada" {
  group_name   = aws_cognito_user_group.admins.name
  user_pool_id = aws_cognito_user_pool.whole.id
  username     = aws_cognito_user.ada.username
}

data "aws_cognito_user_pool" "whole" {
  user_pool_id = aws_cognito_user_pool.whole.id
}

data "aws_cognito_user_pools" "whole" {
  name = aws_cognito_user_pool.whole.name
}

data "aws_cognito_user_pool_client" "whole" {
  client_id    = aws_cognito_user_pool_client.whole.id
  user_pool_id = aws_cognito_user_pool.whole.id
}

data "aws_cognito_user_pool_clients" "whole" {
  user_pool_id = aws_cognito_user_pool_client.whole.user_pool_id
}

data "aws_cognito_user_groups" "whole" {
  user_pool_id = aws_cognito_user_group.admins.user_pool_id
}

data "aws_cognito_user_pool_signing_certificate" "whole" {
  user_pool_id = aws_cognito_user_pool.whole.id
}

output "whole" {
  value = {
    certificate = data.aws_cognito_user_pool_signing_certificate.whole.certificate
    clients     = length(data.aws_cognito_user_pool_clients.whole.client_ids)
    groups      = [for group in data.aws_cognito_user_groups.whole.groups : group.group_name]
    pools       = length(data.aws_cognito_user_pools.whole.ids)
    client      = data.aws_cognito_user_pool_client.whole.name
    pool        = data.aws_cognito_user_pool.whole.name
  }
}

"""Pools and their clients: made, described, updated, listed, tagged and deleted."""

from datetime import datetime, timedelta, timezone

import boto3
from refused import refused

cognito = boto3.client("cognito-idp")


def describe(pool_id):
    return cognito.describe_user_pool(UserPoolId=pool_id)["UserPool"]


def describe_client(pool_id, client_id):
    return cognito.describe_user_pool_client(UserPoolId=pool_id, ClientId=client_id)["UserPoolClient"]


made = cognito.create_user_pool(
    PoolName="boto3",
    Policies={"PasswordPolicy": {"MinimumLength": 12, "RequireSymbols": True}},
    DeletionProtection="ACTIVE",
    AliasAttributes=["email", "preferred_username"],
    AutoVerifiedAttributes=["email"],
    Schema=[
        {"Name": "tier", "AttributeDataType": "String", "Mutable": True},
        {
            "Name": "seats",
            "AttributeDataType": "Number",
            "NumberAttributeConstraints": {"MinValue": "1", "MaxValue": "99"},
        },
    ],
    UserPoolTags={"team": "door"},
)["UserPool"]
pool_id = made["Id"]
pool = describe(pool_id)
assert pool_id.startswith("us-east-1_"), pool_id
assert pool["Arn"].endswith(f":userpool/{pool_id}"), pool["Arn"]
assert pool["Policies"]["PasswordPolicy"]["MinimumLength"] == 12
assert pool["MfaConfiguration"] == "OFF"
assert pool["UserPoolTags"] == {"team": "door"}
assert abs(pool["CreationDate"] - datetime.now(timezone.utc)) < timedelta(minutes=1)
names = [attribute["Name"] for attribute in pool["SchemaAttributes"]]
assert {"sub", "email", "custom:tier", "custom:seats"} <= set(names), names
seats = next(attribute for attribute in pool["SchemaAttributes"] if attribute["Name"] == "custom:seats")
assert seats["NumberAttributeConstraints"] == {"MinValue": "1", "MaxValue": "99"}

# An update replaces: what it does not name goes back to the default, but for six members, of which Policies is one.
cognito.update_user_pool(UserPoolId=pool_id, DeletionProtection="ACTIVE")
assert "AutoVerifiedAttributes" not in describe(pool_id)
assert describe(pool_id)["Policies"]["PasswordPolicy"]["MinimumLength"] == 12
cognito.add_custom_attributes(
    UserPoolId=pool_id, CustomAttributes=[{"Name": "badge", "AttributeDataType": "String", "Mutable": True}]
)
assert "custom:badge" in [attribute["Name"] for attribute in describe(pool_id)["SchemaAttributes"]]

cognito.tag_resource(ResourceArn=pool["Arn"], Tags={"stage": "test"})
cognito.untag_resource(ResourceArn=pool["Arn"], TagKeys=["team"])
assert cognito.list_tags_for_resource(ResourceArn=pool["Arn"])["Tags"] == {"stage": "test"}

# Clients.
client = cognito.create_user_pool_client(
    UserPoolId=pool_id,
    ClientName="backend",
    GenerateSecret=True,
    AccessTokenValidity=10,
    TokenValidityUnits={"AccessToken": "minutes"},
    ExplicitAuthFlows=["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
)["UserPoolClient"]
client_id = client["ClientId"]
described = describe_client(pool_id, client_id)
assert described["ClientSecret"] == client["ClientSecret"]
assert described["AccessTokenValidity"] == 10
assert described["RefreshTokenValidity"] == 30
assert described["TokenValidityUnits"] == {"AccessToken": "minutes"}
cognito.update_user_pool_client(UserPoolId=pool_id, ClientId=client_id, ClientName="renamed")
described = describe_client(pool_id, client_id)
assert described["ClientName"] == "renamed"
assert described["ClientSecret"] == client["ClientSecret"]
assert "AccessTokenValidity" not in described or described["AccessTokenValidity"] != 10, described
for index in range(4):
    cognito.create_user_pool_client(UserPoolId=pool_id, ClientName=f"more{index}")
pages = cognito.get_paginator("list_user_pool_clients").paginate(UserPoolId=pool_id, PaginationConfig={"PageSize": 2})
listed = [entry["ClientId"] for page in pages for entry in page["UserPoolClients"]]
assert len(listed) == 5 and len(set(listed)) == 5 and client_id in listed, listed

pages = cognito.get_paginator("list_user_pools").paginate(PaginationConfig={"PageSize": 1})
assert pool_id in [entry["Id"] for page in pages for entry in page["UserPools"]]

# Refusals.
refused("InvalidParameterException", cognito.delete_user_pool, UserPoolId=pool_id)
refused("ResourceNotFoundException", cognito.describe_user_pool, UserPoolId="us-east-1_000000000")
refused("InvalidParameterException", cognito.create_user_pool, PoolName="no good: %")
try:
    cognito.describe_user_pool_client(UserPoolId=pool_id, ClientId="0" * 26)
    raise AssertionError("a client that is not there was described")
except cognito.exceptions.ResourceNotFoundException as error:
    assert error.response["ResponseMetadata"]["RequestId"]

cognito.delete_user_pool_client(UserPoolId=pool_id, ClientId=client_id)
refused("ResourceNotFoundException", cognito.describe_user_pool_client, UserPoolId=pool_id, ClientId=client_id)
cognito.update_user_pool(UserPoolId=pool_id, DeletionProtection="INACTIVE")
cognito.delete_user_pool(UserPoolId=pool_id)
refused("ResourceNotFoundException", cognito.describe_user_pool, UserPoolId=pool_id)
print("done")

"""A known access key is verified: every form boto3 signs in is right, and nothing else is."""

import os

import boto3
from refused import refused

key = os.environ["AWS_ACCESS_KEY_ID"]
secret = os.environ["AWS_SECRET_ACCESS_KEY"]


def client(secret=secret, **more):
    return boto3.client("cognito-idp", aws_access_key_id=key, aws_secret_access_key=secret, **more)


pool = client().create_user_pool(PoolName="signed", UserPoolTags={"name": "Süß & signed: ✓"})["UserPool"]
assert client().describe_user_pool(UserPoolId=pool["Id"])["UserPool"]["UserPoolTags"] == {"name": "Süß & signed: ✓"}
refused("InvalidSignatureException", client(secret="x" * 40).list_user_pools, MaxResults=1)
refused(
    "ResourceNotFoundException", client(region_name="eu-central-1").describe_user_pool, UserPoolId=pool["Id"]
)
client().delete_user_pool(UserPoolId=pool["Id"])
print("done")
